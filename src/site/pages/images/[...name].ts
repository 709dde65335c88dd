/** The pictures of the manuscript. */

import { site } from 'virtual:padd';

export const getStaticPaths = () => site.pictures().map(({ name, bytes }) => ({ params: { name }, props: { bytes } }));

export const GET = ({ props }: { props: { bytes: () => Uint8Array<ArrayBuffer> } }): Response =>
  new Response(props.bytes());
