/** A space before a comma or a full stop. */

import { inOwnPassages } from '../../analysis/prose.ts';
import type { Fault, Rule } from '../../lint.ts';
import type { PassageText } from '../../manuscript/passages.ts';
import { usageOf } from '../../manuscript/typography/languages.ts';
import { replaced } from './marking.ts';

/** Not before an ellipsis, a decimal, a smiley, or `?!` that stands alone; a comma may have slipped whole to the next word. */
const loose =
  /(?<=[\p{L}\p{N}"'”’»)\]]) +(?=(?:[,;.!?]|:)(?=\s|$|["'”’»](?:\s|$))|[,.!?][)\]](?=\s|$)|,["'“‘]?\p{L})(?!\.[ \u00A0]?\.)/gu;

export const spaceBeforeMark: Rule = {
  id: 'typography/space-before-mark',
  severity: 'warning',
  check(manuscript) {
    const { language } = manuscript.story;
    const usage = usageOf(language);
    // French, and those who write like it, have a space there; Japanese and Chinese have marks of their own.
    if (!usage || usage.french || /^(?:fr|br|oc)\b/i.test(language)) return [];
    return spacesIn(manuscript);
  },
};

const spacesIn = inOwnPassages('typography/space-before-mark', (passage) => [...find(passage)]);

function* find(passage: PassageText): Iterable<Fault> {
  const { text, foreign } = passage;
  if (!/ [,;.!?:]/.test(text)) return;
  for (const { index: start, 0: blank } of text.matchAll(loose)) {
    if (foreign.some((words) => start >= words.start && start <= words.end)) continue;
    const mark = text.charAt(start + blank.length);
    yield {
      message: `a space stands before \`${mark}\``,
      span: passage.place(start, start + blank.length + 1),
      problem: 'space',
      ...replaced(passage, start, start + blank.length, ''),
    };
  }
}
