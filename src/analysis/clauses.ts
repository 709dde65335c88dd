/** What a named subject does: its verb, and whether the clause tells it as a fact. */

import type { NameAt } from './lexicon.ts';
import { isState } from './states.ts';
import type { Token } from './tokens.ts';
import {
  beings,
  functionWords,
  havings,
  hazards,
  isAdverb,
  isDoing,
  isParticiple,
  isPast,
  isPresent,
  modals,
  subordinators,
  unreal,
} from './verbs.ts';

export interface Clause {
  /** The finite verb: of “was walking” and “did not walk”, the verb that says what is done. */
  readonly verb: Token;
  readonly clause: 'main' | 'subordinate';
  readonly mood: 'indicative' | 'modal' | 'negated' | 'question';
  readonly tense: 'past' | 'present' | 'perfect' | 'pluperfect';
  /** It says how somebody is, or what became of them, and not what they do. */
  readonly stative: boolean;
  /** Passive: something is done to them. */
  readonly passive: boolean;
}

/** The clause whose subject the name at a place is, alone or with others; undefined where it is none, or nobody can tell. */
export function clauseOf(tokens: readonly Token[], at: number): Clause | undefined {
  const name = tokens[at] as Token;
  if (name.name?.possessive) return undefined;
  const left = leftEdge(tokens, at);
  const clause = left === undefined ? undefined : clauseKind(tokens, left);
  if (!clause) return undefined;
  const found = verbAfter(tokens, rightEdge(tokens, at));
  if (!found) return undefined;
  const { verb, index, ...rest } = found;
  const question = endOfSentence(tokens, index)?.text === '?';
  return { verb, clause, ...rest, ...(question && rest.mood === 'indicative' ? { mood: 'question' as const } : {}) };
}

const isName = (token: Token | undefined): boolean => token?.kind === 'name' && !token.name?.possessive;
const is = (token: Token | undefined, text: string): boolean => token?.text === text && token.kind !== 'name';

/** Where “Mira and Tam” or “Mira, Tam and Sorel” begins; undefined where it is not clear what hangs together. */
function leftEdge(tokens: readonly Token[], at: number): number | undefined {
  let left = at;
  const here = (tokens[at] as Token).sentence;
  while (tokens[left - 1]?.sentence === here) {
    const joined = is(tokens[left - 1], 'and') || is(tokens[left - 1], 'or');
    if (joined && isName(tokens[left - 2])) left -= 2;
    else if (joined && is(tokens[left - 2], ',') && isName(tokens[left - 3])) return undefined;
    else if (left < at && is(tokens[left - 1], ',') && isName(tokens[left - 2])) left -= 2;
    else break;
  }
  return left;
}

/** The last name of “Mira and Tam”, from the first of them. */
function rightEdge(tokens: readonly Token[], at: number): number {
  let right = at;
  for (;;) {
    if (is(tokens[right + 1], 'and') && isName(tokens[right + 2])) right += 2;
    else if (
      is(tokens[right + 1], ',') &&
      isName(tokens[right + 2]) &&
      /^(?:and|,)$/.test(tokens[right + 3]?.text ?? '')
    )
      right += 2;
    else if (is(tokens[right + 1], ',') && is(tokens[right + 2], 'and') && isName(tokens[right + 3])) right += 3;
    else return right;
  }
}

const lists = new Set(['and', 'but', 'so', 'then', 'yet', 'nor', 'for']);

/** Whether the words before a subject leave it the subject of a clause, and of which kind. */
function clauseKind(tokens: readonly Token[], left: number): 'main' | 'subordinate' | undefined {
  const sentence = (tokens[left] as Token).sentence;
  let start = left;
  while (start > 0 && tokens[start - 1]?.sentence === sentence) start -= 1;
  const prior = tokens[left - 1];
  if (start === left || !prior) return 'main';
  if (prior.kind === 'word' && subordinators.has(prior.text) && !lists.has(prior.text)) return 'subordinate';
  const boundary =
    prior.kind === 'speech' ||
    (prior.kind === 'mark' && /^[,;:—]$/.test(prior.text)) ||
    (prior.kind === 'word' && (lists.has(prior.text) || (isAdverb(prior.text) && !unreal.has(prior.text)))) ||
    // “Captain Okoro”, “young Tam”: a title before the name, at the head of a clause.
    (prior.kind === 'word' && prior.capital && !functionWords.has(prior.text) && start === left - 1) ||
    (is(prior, 'the') && start === left - 1);
  if (!boundary) {
    // One step further for titles and for the article of a ship: “, Captain Okoro”, “and the Heron”.
    if (
      prior.kind === 'word' &&
      (prior.capital || /^(?:the|old|young|poor|little|uss|iks)$/.test(prior.text)) &&
      left - 1 > start
    ) {
      return functionWords.has(prior.text) && !/^(?:the|old|young|poor|little)$/.test(prior.text)
        ? undefined
        : clauseKind(tokens, left - 1);
    }
    if (is(prior, '.') && left - 2 >= start && tokens[left - 2]?.kind === 'word') return clauseKind(tokens, left - 2);
    return undefined;
  }
  return isDoubtful(tokens, start, left) ? 'subordinate' : 'main';
}

/** Whether something said before, in the same sentence, makes what follows a report, a wish or a supposition. */
function isDoubtful(tokens: readonly Token[], start: number, left: number): boolean {
  for (let i = left - 1; i >= start; i -= 1) {
    const token = tokens[i] as Token;
    if (token.kind === 'speech' || is(token, ';')) return false;
    if (token.kind !== 'word') continue;
    if (hazards.has(token.text)) return true;
    if (token.text === 'that' && i > start && !is(tokens[i + 1], ',')) return true;
    if (token.text === 'as' && /^(?:if|though)$/.test(tokens[i + 1]?.text ?? '')) return true;
    if (isPluperfect(tokens, i)) return true;
  }
  return false;
}

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

function endOfSentence(tokens: readonly Token[], at: number): Token | undefined {
  const { sentence } = tokens[at] as Token;
  let last = at;
  while (tokens[last + 1]?.sentence === sentence) last += 1;
  return tokens[last];
}

type Found = Omit<Clause, 'clause'> & { readonly index: number };

function verbAfter(tokens: readonly Token[], subject: number): Found | undefined {
  let i = afterApposition(tokens, subject + 1);
  let mood: Clause['mood'] = 'indicative';
  const skip = (): void => {
    while (tokens[i]?.kind === 'word' && isAdverb(tokens[i]?.text as string)) {
      if (unreal.has(tokens[i]?.text as string)) mood = 'negated';
      i += 1;
    }
  };
  skip();
  const first = tokens[i];
  if (first?.kind !== 'word') return undefined;
  const { text } = first;
  const done = (verb: Token, rest: Partial<Found>): Found => ({
    verb,
    index: i,
    mood,
    tense: 'past',
    stative: false,
    passive: false,
    ...rest,
  });
  if (modals.has(text)) return done(first, { mood: 'modal' });
  if (
    /^(?:used|tended|seemed|appeared|seems|appears|supposed|meant|wanted|intended|refused|failed|declined)$/.test(
      text,
    ) &&
    is(tokens[i + 1], 'to')
  )
    return done(first, { mood: 'modal', stative: true });
  if (havings.has(text)) {
    i += 1;
    skip();
    const participle = tokens[i];
    const had = text.startsWith('had');
    if (participle?.kind === 'word' && isParticiple(participle.text))
      return done(participle, { tense: had ? 'pluperfect' : 'perfect' });
    i -= 1;
    return done(first, { stative: true, tense: had ? 'past' : 'present' });
  }
  if (beings.has(text)) {
    const tense = text.startsWith('w') ? 'past' : 'present';
    if (text.endsWith("n't")) mood = 'negated';
    i += 1;
    skip();
    const next = tokens[i];
    if (
      next?.kind === 'word' &&
      /^.{2,}ing$/.test(next.text) &&
      !/^(?:nothing|something|anything|everything|king|going|being|lying|standing|sitting|hanging|waiting|missing|amazing|darling|wearing|staring|living|sleeping|dying|interesting|charming)$/.test(
        next.text,
      )
    )
      return done(next, { tense });
    if (next?.kind === 'word' && isParticiple(next.text)) return done(next, { tense, stative: true, passive: true });
    i = Math.min(i, tokens.length - 1);
    return done(first, { tense, stative: true });
  }
  if (isDoing(text)) {
    const tense = text.startsWith('did') ? 'past' : 'present';
    const not = text.endsWith("n't") || is(tokens[i + 1], 'not');
    return done(first, { tense, ...(not ? { mood: 'negated' as const } : {}) });
  }
  const past = isPast(text);
  if (!past && !isPresent(text)) return undefined;
  return done(first, { tense: past ? 'past' : 'present', stative: isState(tokens, i) });
}

/** Past “, still laughing,” and “, the last of them,”: short, and with no clause of its own. */
function afterApposition(tokens: readonly Token[], at: number): number {
  if (!is(tokens[at], ',')) return at;
  for (let i = at + 1; i < at + 9; i += 1) {
    const token = tokens[i];
    if (!token || token.kind === 'speech' || token.kind === 'other') return at;
    if (is(token, ',')) return i > at + 1 ? i + 1 : at;
    if (token.kind !== 'word' || /^(?:who|which|that|and|but|whom|whose|said)$/.test(token.text)) return at;
  }
  return at;
}
