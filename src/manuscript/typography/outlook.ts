/** What comes after each mark, found once from the end of the text, so that no mark has to look for itself. */

import type { Mark } from './marks.ts';

export interface Outlook {
  /** Of each mark: the next single mark that is not surely an apostrophe. The number of marks where there is none. */
  readonly nextSingle: Readonly<Int32Array>;
  readonly nextDouble: Readonly<Int32Array>;
  /** Of each mark: the double mark that closes the quotation which it stands in, those within it being passed over. */
  readonly closing: Readonly<Int32Array>;
  /** How many single marks, after one mark and before another, may close, surely close (beside a stop), or may open. */
  readonly closers: (after: number, before: number) => number;
  readonly enders: (after: number, before: number) => number;
  readonly openers: (after: number, before: number) => number;
}

export function outlookOf(marks: readonly Mark[]): Outlook {
  const none = marks.length;
  const nextSingle = new Int32Array(none + 1).fill(none);
  const nextDouble = new Int32Array(none + 1).fill(none);
  const closing = new Int32Array(none + 1).fill(none);
  const closers = new Int32Array(none + 1);
  const enders = new Int32Array(none + 1);
  const openers = new Int32Array(none + 1);
  for (let index = none - 1; index >= 0; index -= 1) {
    const mark = marks[index] as Mark;
    const before = index - 1;
    closers[index] = (closers[index + 1] ?? 0) + Number(mayClose(mark));
    enders[index] = (enders[index + 1] ?? 0) + Number(mayClose(mark) && surelyCloses(mark));
    openers[index] = (openers[index + 1] ?? 0) + Number(mayOpen(mark));
    if (before < 0) break;
    const inner = closing[index] ?? none;
    nextSingle[before] = mayOpen(mark) || mayClose(mark) ? index : (nextSingle[index] ?? none);
    nextDouble[before] = mark.level === 'double' ? index : (nextDouble[index] ?? none);
    closing[before] = mark.level === 'single' ? inner : opens(mark) ? (closing[inner] ?? none) : index;
  }
  const count = (sums: Int32Array, after: number, before: number): number =>
    (sums[after + 1] ?? 0) - (sums[Math.max(before, after + 1)] ?? 0);
  return {
    nextSingle,
    nextDouble,
    closing,
    closers: (after, before) => count(closers, after, before),
    enders: (after, before) => count(enders, after, before),
    openers: (after, before) => count(openers, after, before),
  };
}

/** Whether a single mark may end a quotation, for all that can be said without the marks before it. */
export function mayClose(mark: Mark): boolean {
  return mark.level === 'single' && mark.elision !== 'sure' && !opens(mark) && !mark.dropsEnd;
}

/** A stop on either side tells a closing mark from a word's last apostrophe. */
export function surelyCloses({ before, after }: Mark): boolean {
  return before !== 'word' || after === 'stop' || after === 'dash';
}

function mayOpen(mark: Mark): boolean {
  return mark.level === 'single' && mark.elision !== 'sure' && opens(mark);
}

function opens({ leans, before, after }: Mark): boolean {
  return leans === 'open' || (leans === 'either' && before === 'dash' && after === 'word');
}
