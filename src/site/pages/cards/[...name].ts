/** The pictures for where pages are shared. */

import { site } from 'virtual:padd';

export const getStaticPaths = () =>
  (site.cards?.all() ?? []).map(({ name, png }) => ({ params: { name }, props: { png } }));

export const GET = ({ props }: { props: { png: () => Uint8Array<ArrayBuffer> } }): Response =>
  new Response(props.png());
