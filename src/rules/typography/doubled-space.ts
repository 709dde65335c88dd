/** Two spaces between words. */

import { ownPassages } from '../../analysis/prose.ts';
import type { Fault, Rule } from '../../lint.ts';
import type { Passage } from '../../manuscript/passages.ts';
import { textOf } from '../../manuscript/source.ts';
import { replaced } from './marking.ts';

const spaces = /(?<=\S)[ \t]{2,}(?=\S)/g;
const afterStop = /[.!?…:;]["'”’»)\]]*$/;

export const doubledSpace: Rule = {
  id: 'typography/doubled-space',
  severity: 'warning',
  *check(manuscript) {
    const found: { readonly passage: Passage; readonly start: number; readonly end: number; stop: boolean }[] = [];
    for (const passage of ownPassages(manuscript)) {
      const { text } = passage;
      if (!/[ \t]{2}/.test(text)) continue;
      for (const { index: start, 0: blank } of text.matchAll(spaces)) {
        // Between two words may stand what is not printed.
        if (textOf(passage.place(start, start + blank.length)) !== blank) continue;
        const stop = afterStop.test(text.slice(Math.max(0, start - 6), start));
        found.push({ passage, start, end: start + blank.length, stop });
      }
    }
    // Who puts two spaces behind every sentence has learnt to type so, and print has one of them.
    const habit = found.filter(({ stop }) => stop).length > 2 && isHabit(found);
    for (const { passage, start, end, stop } of found) {
      if (stop && habit) continue;
      yield {
        message: 'more than one space stands here',
        span: passage.place(start, end),
        problem: 'spaces',
        ...replaced(passage, start, end, ' '),
      } satisfies Fault;
    }
  },
};

/** Whether at least half of the sentences in the passages with double spaces end in them. */
function isHabit(found: readonly { readonly passage: Passage; readonly stop: boolean }[]): boolean {
  const passages = new Set(found.map(({ passage }) => passage));
  let ends = 0;
  for (const { text } of passages) ends += text.match(/[.!?]["'”’»)\]]* {1,2}(?=\S)/g)?.length ?? 0;
  return found.filter(({ stop }) => stop).length * 2 >= ends;
}
