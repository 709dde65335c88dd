/** The pluperfect, and how far it takes the telling back. */

import type { NameAt } from './lexicon.ts';
import type { Token } from './tokens.ts';
import { isAdverb, isParticiple, subordinators } from './verbs.ts';

/** What joins clauses of one rank. */
export const lists: ReadonlySet<string> = new Set(['and', 'but', 'so', 'then', 'yet', 'nor', 'for']);

/** Whether a pluperfect begins here: “had seen”, “hadn't yet seen”, “he'd been”. */
export function isPluperfect(tokens: readonly Token[], i: number): boolean {
  const { text, kind } = tokens[i] as Token;
  if (kind !== 'word' || (!text.startsWith('had') && !text.endsWith("'d"))) return false;
  if (text !== 'had' && text !== "hadn't" && !/^(?:he|she|they|it|i|we|who|that|there)'d$/.test(text)) return false;
  for (let next = i + 1; next < i + 4; next += 1) {
    const word = tokens[next];
    if (word?.kind === 'name') continue;
    if (word?.kind !== 'word') return false;
    if (isParticiple(word.text)) return true;
    if (!isAdverb(word.text) && !/^(?:not|he|she|they|it|i|we|you)$/.test(word.text)) return false;
  }
  return false;
}

/** What brings up the past, so that what is told next lies there too. */
const recollecting =
  /^(?:remember\w*|recall\w*|memor(?:y|ies)|dream\w*|stor(?:y|ies)|tales?|told|explained|described|recounted)$/;

/** How far a pluperfect takes the telling back for what follows it. */
export interface Retrospect {
  /** `surely` in a main clause; `perhaps` in one that tells by the way what somebody had done. */
  readonly how: 'surely' | 'perhaps';
  /** Of whom it is told, where that is a name. */
  readonly name?: NameAt;
  /** It is told of “he” or “she”, who may be anybody. */
  readonly pronoun: boolean;
  readonly sentence: number;
}

/** Whether a pluperfect at a place takes the telling back; what it says by the way of a thing does not. */
export function retrospectAt(tokens: readonly Token[], i: number): Retrospect | undefined {
  const { sentence, text } = tokens[i] as Token;
  const within = (at: number): Token | undefined => (tokens[at]?.sentence === sentence ? tokens[at] : undefined);
  // “She had not known that he could.” What was not so leads nowhere.
  if (text === "hadn't" || /^(?:not|never)$/.test(within(i + 1)?.text ?? '')) return undefined;
  let at = text.endsWith("'d") ? i : i - 1;
  while (within(at)?.kind === 'word' && isAdverb(tokens[at]?.text as string)) at -= 1;
  const subject = within(at);
  const pronoun = /^(?:he|she)(?:'d)?$/.test(subject?.text ?? '');
  const of = { ...(subject?.name ? { name: subject.name } : {}), pronoun, sentence };
  const isPerson = pronoun || subject?.kind === 'name';
  if (!hangs(tokens, at, sentence, isPerson)) return { how: 'surely', ...of };
  for (let left = at; within(left); left -= 1)
    if (recollecting.test(tokens[left]?.text ?? '')) return { how: 'surely', ...of };
  return isPerson ? { how: 'perhaps', ...of } : undefined;
}

/** Whether the clause with a subject at a place hangs on another: “which she”, “the lamp he”. */
function hangs(tokens: readonly Token[], at: number, sentence: number, isPerson: boolean): boolean {
  for (let left = at; left > at - 7; left -= 1) {
    const token = tokens[left];
    if (token?.sentence !== sentence) break;
    if (token.kind === 'speech' || (token.kind === 'mark' && !/^[.()]$/.test(token.text))) break;
    if (token.kind === 'word' && subordinators.has(token.text) && !lists.has(token.text)) return true;
  }
  const before = tokens[at - 1];
  return (
    isPerson &&
    before?.sentence === sentence &&
    before?.kind === 'word' &&
    !lists.has(before.text) &&
    !isAdverb(before.text)
  );
}
