/** Two spaces between words. */

import { inOwnPassages } from '../../analysis/prose.ts';
import type { Fault, Rule } from '../../lint.ts';
import type { PassageText, Stretch } from '../../manuscript/passages.ts';
import { textOf } from '../../manuscript/source.ts';
import { replaced } from './marking.ts';

const spaces = /(?<=\S)[ \t]{2,}(?=\S)/g;
const afterStop = /[.!?…:;]["'”’»)\]]*$/;

export const doubledSpace: Rule = {
  id: 'typography/doubled-space',
  severity: 'warning',
  *check(manuscript) {
    const found = spacesIn(manuscript);
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

interface Spaces extends Stretch {
  readonly passage: PassageText;
  /** They stand behind a sentence. */
  readonly stop: boolean;
}

const spacesIn = inOwnPassages('typography/doubled-space', (passage): readonly Spaces[] => {
  const { text } = passage;
  if (!/[ \t]{2}/.test(text)) return [];
  return [...text.matchAll(spaces)].flatMap(({ index: start, 0: blank }) => {
    // Between two words may stand what is not printed.
    if (textOf(passage.place(start, start + blank.length)) !== blank) return [];
    const stop = afterStop.test(text.slice(Math.max(0, start - 6), start));
    return [{ passage, start, end: start + blank.length, stop }];
  });
});

/** Whether at least half of the sentences in the passages with double spaces end in them. */
function isHabit(found: readonly Spaces[]): boolean {
  const passages = new Set(found.map(({ passage }) => passage));
  let ends = 0;
  for (const { text } of passages) ends += text.match(/[.!?]["'”’»)\]]* {1,2}(?=\S)/g)?.length ?? 0;
  return found.filter(({ stop }) => stop).length * 2 >= ends;
}
