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
  /** In milliseconds since 1970. */
  readonly when?: number;
}

/** A visit, and what the one before it knew. */
export interface Visit {
  /** When it was last seen to go on, and when the one before ended. */
  readonly at?: number | undefined;
  readonly before?: number | undefined;
  /** How many chapters the contents had, now and in the visit before. */
  readonly chapters?: number | undefined;
  readonly had?: number | undefined;
}

export const places = (): Places => kept<Places>(`places:${base}`) as Places;
export const last = (): Partial<Last> => kept<Last>(`last:${base}`);
export const visit = (): Visit => kept<Visit>(`visit:${base}`);
/** Three letters of each paragraph, as a chapter was when it was read. */
export const paragraphsRead = (slug: string): string => kept<{ letters: string }>(`text:${base}${slug}`).letters ?? '';
export const keepPlaces = (value: Places): boolean => keep(`places:${base}`, value);
export const keepLast = (value: Partial<Last>): boolean => keep(`last:${base}`, value);
export const keepVisit = (value: Visit): boolean => keep(`visit:${base}`, value);
export const keepParagraphs = (slug: string, letters: string): boolean => keep(`text:${base}${slug}`, { letters });

/** Of two places in a chapter the one further on; what is read stays read. */
export function further(a: Place | undefined, b: Place): Place {
  const ahead = a && a.n + a.at >= b.n + b.at ? a : b;
  return a?.read || b.read ? { ...ahead, read: 1 } : ahead;
}
