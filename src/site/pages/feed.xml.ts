/** The feed of the story’s chapters. */

import { site } from 'virtual:padd';

export const GET = (): Response =>
  new Response(site.feed(), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
