/** The known word that somebody most likely meant. */

import { distance } from 'fastest-levenshtein';

/**
 * The nearest of some words, if one is near enough to be offered: one slip in a short word, one in three letters of a
 * longer one. Case does not count.
 */
export function nearest(written: string, words: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const word of words) {
    if (Math.abs(word.length - wanted.length) >= least) continue;
    const slips = slipsBetween(wanted, word.toLowerCase());
    if (slips < least) {
      best = word;
      least = slips;
    }
  }
  return best;
}

/** How many letters are wrong, missing or too many; two neighbours that changed places, and nothing else, are one slip. */
export const slipsBetween = (a: string, b: string): number => (isSwap(a, b) ? 1 : distance(a, b));

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let i = 0;
  while (a[i] === b[i]) i += 1;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}
