/** What a device needs to know to put the site among its other things. */

import { site } from 'virtual:padd';

const { story, addresses, language, direction, theme } = site;

export const GET = (): Response =>
  new Response(
    JSON.stringify({
      name: story.title,
      short_name: story.title,
      ...(story.description ? { description: story.description } : {}),
      lang: language,
      dir: direction,
      id: addresses.base,
      start_url: addresses.base,
      scope: addresses.base,
      display: 'minimal-ui',
      background_color: theme.paper.light,
      theme_color: theme.paper.light,
      icons: [{ src: addresses.to('icon.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
    }),
    { headers: { 'Content-Type': 'application/manifest+json' } },
  );
