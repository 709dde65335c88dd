/** What is kept of where a reader has been: per chapter, and where last. */

import type { Place } from './place.ts';
import { base, kept } from './store.ts';

export type Places = Record<string, Place>;

/** As the pages say it of a chapter. */
interface Named {
  readonly slug: string;
  /** `4, “Arrival”`. */
  readonly label: string;
}

export interface Last extends Named {
  /** Which one of the chapters it is. */
  readonly n: string;
  /** The chapter after it, once it is read. */
  readonly next?: Named;
  /** In milliseconds since 1970. */
  readonly when?: number;
}

export const PLACES = `places:${base}`;
export const LAST = `last:${base}`;
export const places = (): Places => kept<Places>(PLACES) as Places;
export const last = (): Partial<Last> => kept<Last>(LAST);
