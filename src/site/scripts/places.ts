/** What is kept of where a reader has been: per chapter, and where last. Each story has its own, by the path it lives at. */

import type { Place } from './place.ts';
import { keep, kept } from './store.ts';

const base = document.body.dataset.base ?? '/';

export type Places = Record<string, Place>;

export interface Last {
  readonly slug: string;
  /** Which one of the chapters it is. */
  readonly n: number;
  readonly href: string;
  /** `4. Arrival`. */
  readonly label: string;
  /** The chapter after it, once it is read. */
  readonly next?: { readonly href: string; readonly label: string };
}

export const places = (): Places => kept<Places>(`places:${base}`) as Places;
export const last = (): Partial<Last> => kept<Last>(`last:${base}`);
export const keepPlaces = (value: Places): boolean => keep(`places:${base}`, value);
export const keepLast = (value: Partial<Last>): boolean => keep(`last:${base}`, value);
