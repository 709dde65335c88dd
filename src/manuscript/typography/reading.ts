/** A text being read, mark after mark: what is open at a place, and what is to come. */

import type { Mark } from './marks.ts';
import { mayClose, type Outlook, outlookOf } from './outlook.ts';

/** What a mark turns out to be. `reopen`: it opens a quotation where one of its kind had been left without its end. */
export type Sense = 'open' | 'reopen' | 'close' | 'apostrophe' | 'prime';

export interface Reading {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Found when it is first asked for: most paragraphs do without. */
  readonly outlook: () => Outlook;
  /** The quotations that are open here, the innermost last, and how many of each kind. */
  readonly open: Mark['level'][];
  readonly count: Record<Mark['level'], number>;
}

export function read(text: string, marks: readonly Mark[]): Reading {
  let found: Outlook | undefined;
  const outlook = (): Outlook => {
    found ??= outlookOf(marks);
    return found;
  };
  return { text, marks, outlook, open: [], count: { double: 0, single: 0 } };
}

export function begin({ open, count }: Reading, level: Mark['level']): void {
  open.push(level);
  count[level] += 1;
}

/** Ends the innermost quotation of a level, and with it whatever was left open inside. */
export function finish({ open, count }: Reading, level: Mark['level']): void {
  if (count[level] === 0) return;
  for (let last = open.pop(); last !== undefined; last = open.pop()) {
    count[last] -= 1;
    if (last === level) return;
  }
}

/** Where the quotation in double marks ends that a mark stands in, or the text: the index of a mark. */
export function endOf({ marks, outlook, count }: Reading, index: number): number {
  return count.double > 0 ? (outlook().closing[index] ?? marks.length) : marks.length;
}

/** The next single mark before a place, if it is one that closes. */
export function nextCloser({ marks, outlook }: Reading, index: number, end: number): Mark | undefined {
  const next = outlook().nextSingle[index] ?? end;
  const mark = next < end ? marks[next] : undefined;
  return mark && mayClose(mark) ? mark : undefined;
}
