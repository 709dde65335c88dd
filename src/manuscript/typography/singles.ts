/** The single mark: whether it opens, closes, shortens a word, or counts feet. The hard half of the work. */

import type { Mark } from './marks.ts';
import { senseOfOpener } from './openers.ts';
import { primeOf } from './primes.ts';
import { endOf, nextCloser, type Reading, type Sense } from './reading.ts';
import { startsLine } from './surroundings.ts';

export function senseOfSingle(reading: Reading, mark: Mark, index: number): Sense {
  const { text, open, count } = reading;
  const prime = primeOf(text, mark);
  if (prime === 'sure' || (prime === 'likely' && count.single === 0)) return 'prime';
  if (mark.leans === 'open') return senseOfOpener(reading, mark, index);
  if (mark.elision === 'sure') return 'apostrophe';
  if (mark.leans === 'either' && mayOpenHere(reading, mark)) return senseOfOpener(reading, mark, index);
  if (count.single === 0) return 'apostrophe';
  if (mark.before !== 'word') return 'close';
  if (open.at(-1) === 'single' && !goesOn(reading, mark, index)) return 'close';
  return prime === 'likely' ? 'prime' : 'apostrophe';
}

function mayOpenHere({ text, count }: Reading, { start, before, after }: Mark): boolean {
  if (before === 'dash' && after === 'word') return true;
  return count.single === 0 && (before !== 'gap' || after !== 'gap' || startsLine(text, start));
}

/** Behind a letter: whether the open quotation goes on, as after boys’ and goin’, since its end is still to come. */
function goesOn(reading: Reading, mark: Mark, index: number): boolean {
  const end = endOf(reading, index);
  if (mark.dropsEnd) return reading.outlook().closers(index, end) > 0;
  return nextCloser(reading, index, end) !== undefined;
}
