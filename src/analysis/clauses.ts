/** What a named subject does: its verb, and whether the clause tells it as a fact. */

import { isPluperfect, lists } from './retrospect.ts';
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
  if (clause === 'fronted' && !isWhole(tokens, index)) return undefined;
  const question = endOfSentence(tokens, index)?.text === '?';
  return {
    verb,
    clause: clause === 'fronted' ? 'main' : clause,
    ...rest,
    ...(question && rest.mood === 'indicative' ? { mood: 'question' as const } : {}),
  };
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

/** Whether the words before a subject leave it the subject of a clause, and of which kind. */
function clauseKind(tokens: readonly Token[], left: number): 'main' | 'subordinate' | 'fronted' | undefined {
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
    return isFronted(tokens, start, left) && !isDoubtful(tokens, start, left) ? 'fronted' : undefined;
  }
  return isDoubtful(tokens, start, left) ? 'subordinate' : 'main';
}

const locating = new Set(
  'above across after against along around at before behind below beneath beside beyond by down during from in inside near on outside over round through toward towards under up upon within without'.split(
    ' ',
  ),
);
/** Behind these a clause of their own needs no “that”: “on the day Tam took the helm”. */
const relating =
  /^(?:time|times|moment|instant|second|minute|hour|day|night|morning|afternoon|evening|week|month|year|winter|spring|summer|autumn|way|place|reason|rate)$/;
const objects = new Set(['him', 'her', 'it', 'them', 'us', 'me', 'you']);

/** Whether a place or a time alone leads up to a subject, with no comma behind: “In the hall Tam …”, “Below them the Heron …”. */
function isFronted(tokens: readonly Token[], start: number, left: number): boolean {
  let head = left;
  while (
    head > start &&
    head > left - 6 &&
    tokens[head - 1]?.kind === 'word' &&
    !lists.has(tokens[head - 1]?.text ?? '')
  )
    head -= 1;
  const before = tokens[head - 1];
  const opens = head === start || before?.kind === 'speech' || (before?.kind === 'word' && lists.has(before.text));
  const words = tokens.slice(head, left).map(({ text }) => text);
  const last = words.at(-1) as string;
  if (!opens || words.length < 2 || !locating.has(words[0] as string)) return false;
  if (words.some((word) => subordinators.has(word) && !locating.has(word))) return false;
  if (words.some((word) => modals.has(word) || beings.has(word) || havings.has(word))) return false;
  return objects.has(last) || !(functionWords.has(last) || relating.test(last));
}

const determiners = /^(?:the|an?|his|her|their|its|my|our|your|this|that|these|those|two|three|some|no|every|each)$/;
const particles = /^(?:out|down|up|off|away|back|over|in|on)$/;
const ends = (token: Token | undefined): boolean => !token || is(token, '.') || is(token, 'and');

/** Whether a verb has what it is done to, or where: of “the chair Tam built” and “the hall Tam walked through” that is the chair, the hall. */
function isWhole(tokens: readonly Token[], verb: number): boolean {
  const { sentence } = tokens[verb] as Token;
  const within = (at: number): Token | undefined => (tokens[at]?.sentence === sentence ? tokens[at] : undefined);
  let i = verb + 1;
  if (within(i)?.kind === 'word' && particles.test(tokens[i]?.text ?? '')) {
    i += 1;
    if (ends(within(i))) return true;
  }
  if (
    within(i)?.kind === 'word' &&
    (locating.has(tokens[i]?.text ?? '') || /^(?:to|into|onto|for|with|of)$/.test(tokens[i]?.text ?? ''))
  )
    i += 1;
  else if (i > verb + 1 && !within(i)) return true;
  const next = within(i);
  if (next?.kind === 'name') return true;
  if (next?.kind !== 'word' || !determiners.test(next.text)) return false;
  const noun = within(i + 1);
  return noun?.kind === 'word' && !/^(?:i|he|she|it|they|we|you|was|were|is|had|and|that)$/.test(noun.text);
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

/** Past “, still laughing,” and “, the last of them,”: short, and with no clause of its own; or past “, who was laughing,”. */
export function afterApposition(tokens: readonly Token[], at: number): number {
  if (!is(tokens[at], ',')) return at;
  const isClause = is(tokens[at + 1], 'who');
  const lead = is(tokens[at + 1], 'still') ? tokens[at + 2] : tokens[at + 1];
  const mayName = isClause || (lead?.kind === 'word' && /^.{2,}ing$/.test(lead.text));
  for (let i = at + (isClause ? 2 : 1); i < at + 12; i += 1) {
    const token = tokens[i];
    if (!token || token.kind === 'speech' || token.kind === 'other') return at;
    if (is(token, ',')) return i > at + 1 ? i + 1 : at;
    if (token.kind === 'name' && mayName) continue;
    if (token.kind !== 'word' || (!mayName && i >= at + 9)) return at;
    if (/^(?:who|which|that|and|but|whom|whose|said)$/.test(token.text)) return at;
  }
  return at;
}
