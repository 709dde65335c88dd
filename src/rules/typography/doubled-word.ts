/** `the the`. */

import { inOwnPassages, isEnglish } from '../../analysis/prose.ts';
import type { Fault, Rule } from '../../lint.ts';
import type { PassageText } from '../../manuscript/passages.ts';
import { replaced } from './marking.ts';

/** Words that English never doubles. “Had had”, “that that”, “is is”, “her her”, “in in” may all be right. */
const doubled =
  /\b(the|an?|of|and|my|his|their|our|your|he|she|we|they|into|from|with|than|but|because|if|or|to|be|would|could|should|for|at|with|by|was|it|up|down|out)(\s+\1)\b(?!['’-])/gi;

export const doubledWord: Rule = {
  id: 'typography/doubled-word',
  severity: 'warning',
  check: (manuscript) => (isEnglish(manuscript) ? doubledIn(manuscript) : []),
};

const doubledIn = inOwnPassages('typography/doubled-word', (passage) => [...find(passage)]);

function* find(passage: PassageText): Iterable<Fault> {
  const { text, emphasis, foreign } = passage;
  for (const match of text.matchAll(doubled)) {
    const [both, word = '', again = ''] = match;
    const { index: start } = match;
    const second = again.trim();
    // “A A battery”, “Or OR”: what is written otherwise is meant otherwise.
    // “My my, what have we here”, “My my my!”
    if (second === 'my' && (word === 'My' || /^(?:\s+my\b|\s*[,.!?…])/i.test(text.slice(start + both.length))))
      continue;
    if (second !== second.toLowerCase() || /[\p{L}\p{N}'’-]$/u.test(text.charAt(start - 1))) continue;
    const at = start + word.length;
    const edges = [...emphasis, ...foreign].some(
      (words) => (words.start > start && words.start < start + both.length) || words.end === at,
    );
    if (edges || mayBeRight(second, text.slice(Math.max(0, start - 80), start))) continue;
    yield {
      message: `“${both.replace(/\s+/, ' ')}”: one of the two is too many`,
      span: passage.place(start, start + both.length),
      problem: second,
      ...replaced(passage, at, start + both.length, ''),
    };
  }
}

/** “What she was was tired”, “when he read it it seemed”: where one clause may end and another begin between the two. */
function mayBeRight(word: string, before: string): boolean {
  if (word !== 'was' && word !== 'it') return false;
  const clause = /[^.!?;:,—–]*$/.exec(before)?.[0] ?? '';
  return /\b(?:wh\w+|how|all|as|if|after|before|because|since|once|though|although|until|that|thing|it)\b/i.test(
    clause,
  );
}
