/** The pictures for where pages are shared. */

import { site } from 'virtual:padd';

export const getStaticPaths = () =>
  (site.cards?.all() ?? []).map(({ name, key, png }) => ({
    params: { name },
    // Only a build that remembers has use for keys.
    cacheKey: site.keys && key(),
    props: { png },
  }));

export const GET = ({ props }: { props: { png: () => Uint8Array<ArrayBuffer> } }): Response =>
  new Response(props.png());
