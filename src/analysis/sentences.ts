/** The sentence in which a place stands. */

import type { Stretch } from '../manuscript/passages.ts';

const abbreviation = /(?:^|[^\p{L}])(?:mr|mrs|ms|dr|st|lt|cmdr|capt|col|gen|sgt|prof|rev|adm|ens|maj|\p{Lu})$/iu;

/** From its first character to behind its last, closing marks included. Speech has its own sentences. */
export function sentenceAround(text: string, at: number): Stretch {
  let start = 0;
  for (const stop of text.matchAll(/[.!?…]+["”’')\]]*\s+/g)) {
    const next = stop.index + stop[0].length;
    // A small letter goes on, and so does what stands behind “Mr.”.
    if (/^\p{Ll}/u.test(text.slice(next, next + 2))) continue;
    if (stop[0].startsWith('.') && abbreviation.test(text.slice(Math.max(0, stop.index - 6), stop.index))) continue;
    if (next > at) return { start, end: next };
    start = next;
  }
  return { start, end: text.length };
}
