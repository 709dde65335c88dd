/** The most of a sequence that stands in order: what remains are the slips. */

import type { Extent } from './calendar.ts';

/**
 * The places in a list of the longest part of it in which none is over before one that stands earlier begins. The least
 * that has to be corrected is what it leaves out. Times of one scale.
 */
export function longestInOrder(times: readonly Extent[]): ReadonlySet<number> {
  /** By length less one, the part of that length that reaches least far, from its end back. */
  const parts: { readonly reaches: number; readonly chain: Chain }[] = [];
  for (const [index, { earliest, latest }] of times.entries()) {
    for (let length = parts.length; length >= 0; length -= 1) {
      const shorter = parts[length - 1];
      if (shorter && shorter.reaches > latest) continue;
      const reaches = Math.max(earliest, shorter?.reaches ?? -Infinity);
      if (reaches < (parts[length]?.reaches ?? Infinity)) parts[length] = { reaches, chain: [index, shorter?.chain] };
    }
  }
  const places = new Set<number>();
  for (let chain = parts.at(-1)?.chain; chain; chain = chain[1]) places.add(chain[0]);
  return places;
}

type Chain = readonly [index: number, before: Chain | undefined];
