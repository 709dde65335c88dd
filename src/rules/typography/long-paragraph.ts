/** A wall of text. */

import { ownPassages } from '../../analysis/prose.ts';
import type { Rule } from '../../lint.ts';
import { countWords } from '../../manuscript/words.ts';

/** Words. The longest one in a hundred paragraphs of a modern novel has some 200, and a telephone shows about 100 at once. */
const MOST = 400;
/** Letters that so many words surely have; what has fewer is not counted. */
const FEWEST_LETTERS = MOST * 3;

export const longParagraph: Rule = {
  id: 'typography/long-paragraph',
  severity: 'info',
  *check(manuscript) {
    for (const passage of ownPassages(manuscript)) {
      if (passage.text.length < FEWEST_LETTERS) continue;
      const words = countWords(passage.text);
      if (words <= MOST) continue;
      yield {
        message: `this paragraph has ${words} words, which is hard to read on a small screen; divide it where a thought ends`,
        span: passage.place(0, Math.min(60, passage.text.length)),
        problem: 'long',
      };
    }
  },
};
