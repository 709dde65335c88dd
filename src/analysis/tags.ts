/** Speech tags: “…,” said Mira. Mira said, “…”. “…,” she said. Whose words a speech is said to be. */

import { afterApposition, type Clause } from './clauses.ts';
import type { NameAt } from './lexicon.ts';
import { lastOf, type Token } from './tokens.ts';
import {
  beings,
  functionWords,
  isAdverb,
  isParticiple,
  isPast,
  isSpeakingOn,
  plainlySpeaking,
  speaking,
  speakingAt,
  unreal,
} from './verbs.ts';

/** `i`: the narrator. */
export type Pronoun = 'she' | 'he' | 'they' | 'i';

export interface Tag {
  /** Who is said to speak, by name; absent where a pronoun stands. */
  readonly name?: NameAt;
  readonly pronoun?: Pronoun;
  /** “said Mira's voice”: they are heard, and may be anywhere. */
  readonly voice: boolean;
  /** It tells of words said at another time, of a habit, or of none: “had said”, “always said”, “would say”. */
  readonly remembered: boolean;
  /** The sentence in which the tag stands says more than who speaks: “to herself”. */
  readonly reflexive: boolean;
}

type Subject = Pick<Tag, 'name' | 'pronoun'>;
interface Deed extends Clause {
  readonly name: NameAt;
  readonly sentence: number;
}

/** The tags of a paragraph, by the place of the speech that they belong to. */
export function tagsIn(tokens: readonly Token[], text: string, deeds: readonly Deed[]): ReadonlyMap<number, Tag> {
  const tags = new Map<number, Tag>();
  let speech = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind !== 'speech') continue;
    const tag = tagAfter(tokens, i, text) ?? tagBefore(tokens, i, deeds);
    if (tag) tags.set(speech, tag);
    speech += 1;
  }
  return tags;
}

const isMark = (token: Token | undefined, form: RegExp): boolean => token?.kind === 'mark' && form.test(token.text);

function tagAfter(tokens: readonly Token[], speech: number, text: string): Tag | undefined {
  const last = lastOf(tokens[speech] as Token, text);
  let i = speech + 1;
  if (isMark(tokens[i], /^[,—]$/)) i += 1;
  let flags = '';
  const adverbs = (): void => {
    while (tokens[i]?.kind === 'word' && isAdverb(tokens[i]?.text as string)) {
      flags += ` ${tokens[i]?.text}`;
      i += 1;
    }
  };
  const heard = voiceAt(tokens, i);
  if (heard) return heard;
  const { token: first, next } = subjectAt(tokens, i);
  if (first) {
    // “Go.” Mira said no more: a sentence of its own.
    if (last === '.' || (first.name && !/[,?!…—-]/.test(last))) return undefined;
    const isSmall = first.pronoun !== undefined && first.pronoun !== 'i' && tokens[i]?.capital === false;
    i = first.name?.possessive ? next : afterApposition(tokens, next);
    if (first.name?.possessive) {
      if (tokens[i]?.text !== 'voice') return undefined;
      i += 1;
    }
    adverbs();
    const auxiliary = tokens[i];
    const had = auxiliary?.kind === 'word' && /^(?:had|would|used|could|might|will|has|have)$/.test(auxiliary.text);
    if (had) {
      i += auxiliary.text === 'used' ? 2 : 1;
      adverbs();
    }
    const verb = tokens[i];
    if (verb?.kind !== 'word') return undefined;
    const isSaying = beings.has(verb.text) && isSpeakingOn(tokens[i + 1]?.text ?? '');
    if (isSaying) i += 1;
    const particle = speakingAt(verb.text, tokens[i + 1]?.text) === 2;
    const speaks =
      isSaying ||
      particle ||
      speaking.has(verb.text) ||
      (had && (isParticiple(verb.text) || /^(?:say|ask|reply|tell)$/.test(verb.text))) ||
      // Behind a comma whoever does something does it with those words: “Well,” Mira smiled.
      (last === ',' && isPast(verb.text)) ||
      (verb.text === 'wanted' && tokens[i + 1]?.text === 'to' && tokens[i + 2]?.text === 'know');
    // A pronoun that begins no sentence goes on with the words before it.
    const isPlain = plainlySpeaking.has(verb.text) || verb.text === 'wanted' || isSmall || particle || isSaying;
    if (!speaks || (last !== ',' && !isPlain)) return undefined;
    if (particle) i += 1;
    if (
      /^(?:nothing|no|something|so|it|much|little|that|this|his|her|their|the|goodbye|good)$/.test(
        tokens[i + 1]?.text ?? '',
      ) &&
      last !== ','
    )
      return undefined;
    // “Why?” Mira said: “…”: it belongs to what follows.
    if (last !== ',' && isMark(tokens[i + 1], /^[,:]$/) && tokens[i + 2]?.kind === 'speech') return undefined;
    return tagOf(first, had || isUnreal(flags), tokens, i);
  }
  adverbs();
  const verb = tokens[i];
  if (verb?.kind !== 'word' || verb.capital) return undefined;
  const came = verb.text === 'came';
  const length = speakingAt(verb.text, tokens[i + 1]?.text);
  if (length === 0 && !came) return undefined;
  i += Math.max(length, 1);
  adverbs();
  const { token: subject, next: after } = subjectAt(tokens, i);
  if (!subject) return undefined;
  if (came && !(subject.name?.possessive && tokens[after]?.text === 'voice')) return undefined;
  if (subject.name?.possessive && tokens[after]?.text !== 'voice') return undefined;
  return tagOf(subject, isUnreal(flags), tokens, after - 1);
}

/** “…!” It was Mira's voice. “…?” The voice was Tam's. */
function voiceAt(tokens: readonly Token[], at: number): Tag | undefined {
  const [a, b, c, d] = tokens.slice(at, at + 4);
  const isNext = (name: Token | undefined): boolean => name?.name?.possessive === true;
  const name =
    /^(?:it|that)$/.test(a?.text ?? '') && b?.text === 'was' && isNext(c) && d?.text === 'voice'
      ? c
      : a?.text === 'the' && b?.text === 'voice' && c?.text === 'was' && isNext(d)
        ? d
        : undefined;
  return name?.name && { name: name.name, voice: true, remembered: false, reflexive: false };
}

const isUnreal = (flags: string): boolean => flags.split(' ').some((word) => unreal.has(word));

/** The name or the pronoun at a place, past an article, a title and an adjective or two. */
function subjectAt(tokens: readonly Token[], from: number): { token?: Subject; next: number } {
  let i = from;
  for (let step = 0; step < 4; step += 1) {
    const token = tokens[i];
    if (step > 0 && token?.sentence !== tokens[from]?.sentence) break;
    if (token?.kind === 'name' && token.name) return { token: { name: token.name }, next: i + 1 };
    if (token?.kind === 'mark' && token.text === '.' && step > 0) {
      i += 1;
      continue;
    }
    if (token?.kind !== 'word') break;
    if (step === 0 && /^(?:she|he|they|i)$/.test(token.text))
      return { token: { pronoun: token.text as Pronoun }, next: i + 1 };
    const leads =
      /^(?:the|old|young|poor|little)$/.test(token.text) || (token.capital && !functionWords.has(token.text));
    if (!leads) break;
    i += 1;
  }
  return { next: from };
}

function tagOf(subject: Subject, remembered: boolean, tokens: readonly Token[], at: number): Tag {
  const near = tokens.slice(at, at + 6).map(({ text }) => text);
  return {
    ...subject,
    voice: subject.name?.possessive === true,
    remembered,
    reflexive: near.some((word) => /^(?:herself|himself|themselves|itself|myself|aloud|inwardly|silently)$/.test(word)),
  };
}

/** “Mira said, “…””, “Mira turned to him and said: “…””. */
function tagBefore(tokens: readonly Token[], speech: number, deeds: readonly Deed[]): Tag | undefined {
  if (!isMark(tokens[speech - 1], /^[,:]$/)) return undefined;
  let v = speech - 2;
  for (let steps = 0; steps < 5; steps += 1, v -= 1) {
    const token = tokens[v];
    if (!token || token.kind === 'speech' || token.kind === 'mark') return undefined;
    if (token.kind === 'word' && speaking.has(token.text)) break;
    const between =
      token.kind === 'name' ||
      isAdverb(token.text) ||
      /^(?:to|him|her|them|me|us|at|the|again|in|a|voice|low|soft|last)$/.test(token.text);
    if (!between || steps === 4) return undefined;
  }
  const verb = tokens[v] as Token;
  if (verb.kind !== 'word') return undefined;
  // “said Mira, “…””
  const behind = tokens[v + 1];
  if (behind?.kind === 'name' && behind.name && v + 3 === speech && tokens[v - 1]?.kind === 'speech')
    return tagOf({ name: behind.name }, false, tokens, v);
  let s = v - 1;
  let flags = '';
  while (
    tokens[s]?.kind === 'word' &&
    (isAdverb(tokens[s]?.text as string) || /^(?:had|would|has|have|could)$/.test(tokens[s]?.text as string))
  ) {
    flags += ` ${tokens[s]?.text}`;
    s -= 1;
  }
  const subject = tokens[s];
  const remembered = isUnreal(flags) || / (?:had|would|has|have|could)\b/.test(flags);
  if (subject?.kind === 'name' && subject.name) {
    if (subject.name.possessive) return undefined;
    const deed = deeds.find(({ name }) => name === subject.name);
    return tagOf({ name: subject.name }, remembered || deed?.clause !== 'main', tokens, v);
  }
  if (subject?.kind !== 'word') return undefined;
  if (/^(?:she|he|they|i)$/.test(subject.text))
    return tagOf({ pronoun: subject.text as Pronoun }, remembered, tokens, v);
  if (subject.text !== 'and' && subject.text !== 'then') return undefined;
  const inSentence = deeds.filter(({ sentence }) => sentence === verb.sentence);
  const [deed] = inSentence;
  if (inSentence.length !== 1 || !deed || deed.clause !== 'main') return undefined;
  // Another subject may have come between: “Mira turned, and he looked at her and said”.
  const between = tokens.filter(({ start, end }) => start >= deed.verb.end && end <= verb.start);
  if (between.some(({ kind, text }) => kind === 'word' && /^(?:she|he|they|who|which|that|i|we)$/.test(text)))
    return undefined;
  return tagOf({ name: deed.name }, remembered || deed.tense !== 'past' || deed.mood !== 'indicative', tokens, v);
}
