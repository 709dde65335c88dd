/** `"Go." she said` for `"Go," she said`. */

import { type Dialogue, dialogueOf, speechesIn } from '../../analysis/dialogue.ts';
import { inOwnPassages, isEnglish } from '../../analysis/prose.ts';
import type { Fault, Rule } from '../../lint.ts';
import type { PassageText } from '../../manuscript/passages.ts';
import { replaced } from './marking.ts';

/** Verbs that do nothing but bring speech, and cannot begin a sentence of their own in small letters. */
const verb =
  '(?:said|asked|replied|answered|whispered|murmured|muttered|shouted|added|cried|called|yelled|exclaimed|snapped|growled|says|asks|replies|whispers|murmurs|mutters|shouts|adds)';
const pronoun = 'he|she|they|it|we';
const name = "(?:the )?\\p{Lu}[\\p{L}’']+(?: \\p{Lu}[\\p{L}’']+)?";
/** After a name the sentence may be one of its own, “Mira said nothing”, unless nothing is left for her to say. */
const bare = '(?=[.,;]| (?:to|as|at|from|in|when|and|with|over|\\p{Ll}+ly)\\b)';
const tag = new RegExp(
  `^ (?:(?:${pronoun}) ${verb}\\b(?! (?:nothing|no more|goodbye|something|so much|it|that)\\b)|(?:said|asked|replied|whispered|murmured|says|asks|whispers|murmurs) (?:${pronoun}|I|${name})\\b|I (?:${verb}|say|ask|whisper|murmur)(?=[.,;])|(?:${name}) (?:said|whispered|murmured|muttered|says|whispers|murmurs|mutters)${bare})`,
  'u',
);
const abbreviation = /(?:^|[\s.“"‘'])(?:(?!I)\p{L}|[AaPp]\.m|Mrs?|Ms|Dr|St|Jr|Sr|etc|Inc|Ltd|Co|No)\.$/u;

export const dialoguePunctuation: Rule = {
  id: 'typography/dialogue-punctuation',
  severity: 'warning',
  check(manuscript) {
    const dialogue = dialogueOf(manuscript);
    if (!isEnglish(manuscript) || (dialogue !== 'double' && dialogue !== 'single')) return [];
    return stopsIn(manuscript, dialogue);
  },
};

const stopsIn = inOwnPassages('typography/dialogue-punctuation', (passage, dialogue: Dialogue) => [
  ...find(passage, dialogue),
]);

function* find(passage: PassageText, dialogue: Dialogue): Iterable<Fault> {
  const { text } = passage;
  if (!/\.["'”’] \p{L}/u.test(text)) return;
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
