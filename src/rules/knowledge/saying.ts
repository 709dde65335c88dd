/** How findings speak of news. */

import type { Unknown } from './learning.ts';

/** `Tam Ruiz speaks of the fire`, or `the narration, through the eyes of Mira Okoro, tells of the fire`. */
export const tells = ({ event, owner, spoken }: Unknown): string =>
  spoken
    ? `${owner.name} speaks of ${event.name}`
    : `the narration, through the eyes of ${owner.name}, tells of ${event.name}`;
