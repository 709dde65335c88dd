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
    const slips = distance(wanted, word.toLowerCase());
    if (slips < least) {
      best = word;
      least = slips;
    }
  }
  return best;
}
