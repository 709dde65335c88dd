/** A wall of text. */

import { ownPassages } from '../../analysis/prose.ts';
import type { Rule } from '../../lint.ts';
import { countWords } from '../../manuscript/words.ts';

/** Words. The longest one in a hundred paragraphs of a modern novel has some 200, and a telephone shows about 100 at once. */
const MOST = 400;
/** Letters that so many words surely have; what has fewer is not counted. */
const FEWEST_LETTERS = MOST * 3;

/** Lines that begin with a speech, from so many on: the author takes each line for a paragraph. */
const SPEECHES = 3;
const openingLine = /\n[ \t]*["“„«「—–]/g;

export const longParagraph: Rule = {
  id: 'typography/long-paragraph',
  severity: 'info',
  *check(manuscript) {
    for (const passage of ownPassages(manuscript)) {
      const { text } = passage;
      if (text.length < FEWEST_LETTERS) continue;
      const words = countWords(text);
      if (words <= MOST) continue;
      const speeches = text.match(openingLine)?.length ?? 0;
      yield {
        message: `this paragraph has ${words} words, ${
          speeches >= SPEECHES
            ? `and ${speeches} of its lines begin with a speech; a new paragraph needs a blank line above it`
            : 'which is hard to read on a small screen; divide it where a thought ends'
        }`,
        span: passage.place(0, Math.min(60, text.length)),
        problem: 'long',
      };
    }
  },
};
