/** Quotation marks, apostrophes and primes: what stands for each straight mark of a text. */

import type { Change } from './changes.ts';
import type { Usage } from './languages.ts';
import { type Mark, marksOf } from './marks.ts';
import { primeOf } from './primes.ts';
import { begin, finish, type Reading, read, type Sense } from './reading.ts';
import { senseOfSingle } from './singles.ts';

/**
 * The straight marks of a text, each with what stands for it in the language.
 *
 * What stands about a mark decides most of them. Where that leaves a choice, what is open decides, and what follows.
 */
export function quotes(text: string, usage: Usage): readonly Change[] {
  const changes: Change[] = [];
  const marks = marksOf(text, usage);
  const reading = read(text, marks);
  for (const [index, mark] of marks.entries()) {
    const { start, end, level, typed } = mark;
    const sense = level === 'double' ? senseOfDouble(reading, mark, index) : senseOfSingle(reading, mark, index);
    // In a single quotation that ends with an apostrophe, '' is two marks: 'They are the boys''
    const two = end - start === 2 && sense === 'close' && isInSingle(reading);
    const closed = two ? 'single' : level;
    if (!typed) changes.push({ start, end, text: (two ? '’' : '') + signOf(sense, closed, usage) });
    if (sense === 'close' || sense === 'reopen') finish(reading, closed);
    if (sense === 'open' || sense === 'reopen') begin(reading, level);
  }
  return changes;
}

function senseOfDouble({ text, marks, outlook, count }: Reading, mark: Mark, index: number): Sense {
  const prime = primeOf(text, mark);
  if (prime === 'sure' || (prime === 'likely' && count.double === 0)) return 'prime';
  if (prime === 'likely' && count.double === 1) {
    // "A 10" disk," she said: two ends for one beginning, so the first is none.
    const next = marks[outlook().nextDouble[index] ?? -1];
    if (next?.leans === 'close') return 'prime';
  }
  if (mark.leans !== 'either') return mark.leans;
  return count.double > 0 ? 'close' : 'open';
}

function isInSingle({ open, count }: Reading): boolean {
  return open.at(-1) === 'single' || (count.double === 0 && count.single > 0);
}

function signOf(sense: Sense, level: Mark['level'], usage: Usage): string {
  if (sense === 'apostrophe') return '’';
  if (sense === 'prime') return level === 'double' ? '″' : '′';
  return sense === 'close' ? usage[level].close : usage[level].open;
}
