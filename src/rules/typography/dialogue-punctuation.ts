/** `"Go." she said` for `"Go," she said`. */

import { dialogueOf, speechesIn } from '../../analysis/dialogue.ts';
import { isEnglish, ownPassages } from '../../analysis/prose.ts';
import type { Rule } from '../../lint.ts';
import { replaced } from './marking.ts';

/** Verbs that do nothing but bring speech, and cannot begin a sentence of their own in small letters. */
const verb =
  '(?:said|asked|replied|answered|whispered|murmured|muttered|shouted|added|cried|called|yelled|exclaimed|snapped|growled)';
const tag = new RegExp(
  `^ (?:(?:he|she|they|it|we)|I(?= ${verb}[,.;])) ${verb}\\b(?! (?:nothing|no more|goodbye|something|so much|it|that)\\b)`,
);
const abbreviation = /(?:^|[\s.“"‘'])(?:\p{L}|[AaPp]\.m|Mrs?|Ms|Dr|St|Jr|Sr|etc|Inc|Ltd|Co|No)\.$/u;

export const dialoguePunctuation: Rule = {
  id: 'typography/dialogue-punctuation',
  severity: 'warning',
  *check(manuscript) {
    const dialogue = dialogueOf(manuscript);
    if (!isEnglish(manuscript) || (dialogue !== 'double' && dialogue !== 'single')) return;
    for (const passage of ownPassages(manuscript)) {
      const { text } = passage;
      if (!/\.["'”’] (?:he|she|they|it|we|I) /.test(text)) continue;
      for (const { inner, end, open } of speechesIn(passage, dialogue)) {
        const stop = inner.end - 1;
        if (open || text[stop] !== '.' || /[.…]/.test(text.charAt(stop - 1))) continue;
        const said = tag.exec(text.slice(end, end + 60).replaceAll('\n', ' '));
        if (!said || abbreviation.test(text.slice(Math.max(0, stop - 6), inner.end))) continue;
        yield {
          message: `a full stop ends the speech, and \`${said[0].trim()}\` goes on with its sentence; a comma belongs there`,
          span: passage.place(stop, end + said[0].length),
          problem: 'stop',
          ...replaced(passage, stop, inner.end, ','),
        };
      }
    }
  },
};
