/** `the the`. */

import { dialogueOf, speechesIn } from '../../analysis/dialogue.ts';
import { isEnglish, isIn, ownPassages } from '../../analysis/prose.ts';
import type { Rule } from '../../lint.ts';
import { replaced } from './marking.ts';

/** Words that English never doubles. “Had had”, “that that”, “is is”, “her her”, “in in” may all be right. */
const doubled =
  /\b(the|an?|of|and|my|his|their|our|your|he|she|we|they|into|from|with|than|but|because|if|or|to|be|would|could|should)(\s+\1)\b(?!['’-])/gi;

export const doubledWord: Rule = {
  id: 'typography/doubled-word',
  severity: 'warning',
  *check(manuscript) {
    if (!isEnglish(manuscript)) return;
    const dialogue = dialogueOf(manuscript);
    for (const passage of ownPassages(manuscript)) {
      const { text, emphasis, foreign } = passage;
      for (const match of text.matchAll(doubled)) {
        const [both, word = '', again = ''] = match;
        const { index: start } = match;
        const second = again.trim();
        // “A A battery”, “Or OR”: what is written otherwise is meant otherwise.
        if (second !== second.toLowerCase() || /[\p{L}\p{N}'’-]$/u.test(text.charAt(start - 1))) continue;
        const at = start + word.length;
        const edges = [...emphasis, ...foreign].some(
          (words) => (words.start > start && words.start < start + both.length) || words.end === at,
        );
        // Who speaks may stammer.
        if (edges || isIn(speechesIn(passage, dialogue), start)) continue;
        yield {
          message: `“${both.replace(/\s+/, ' ')}”: one of the two is too many`,
          span: passage.place(start, start + both.length),
          problem: second,
          ...replaced(passage, at, start + both.length, ''),
        };
      }
    }
  },
};
