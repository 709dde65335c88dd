/** One paragraph, read: whom it names, who does something in it, what is spoken and which words say by whom. */

import type { PassageText } from '../manuscript/passages.ts';
import type { Source } from '../manuscript/source.ts';
import { type Clause, clauseOf } from './clauses.ts';
import { type Dialogue, type Speech, speechesIn } from './dialogue.ts';
import type { Lexicon, NameAt } from './lexicon.ts';
import { isPluperfect, type Retrospect, retrospectAt } from './retrospect.ts';
import { type Tag, tagsIn } from './tags.ts';
import { type Token, tokensOf } from './tokens.ts';
import { isPast } from './verbs.ts';

/** A name that is the subject of a clause. */
export interface Deed extends Clause {
  readonly name: NameAt;
  readonly sentence: number;
  /** What is told just before is told as past already: what they did lies as far back, or may. */
  readonly retrospect?: 'surely' | 'perhaps';
}

export type Role = 'speaks' | 'acts' | 'is acted on' | 'possessive' | 'named';

/** A name and what it does where it stands. */
export interface Mention extends NameAt {
  readonly role: Role;
  readonly spoken: boolean;
}

export interface Paragraph {
  readonly passage: PassageText;
  readonly names: readonly Mention[];
  readonly speeches: readonly Speech[];
  readonly deeds: readonly Deed[];
  /** By the place of a speech among the paragraph's speeches. */
  readonly tags: ReadonlyMap<number, Tag>;
  /** Whether “I” stands in it outside of speech. */
  readonly saysI: boolean;
}

interface Known {
  readonly lexicon: Lexicon;
  readonly dialogue: Dialogue;
  /** By a passage's `place`, which stays the same as long as its file is not edited. */
  readonly paragraphs: Map<PassageText['place'], Paragraph>;
}

/** By file, and not by paragraph: a weak map of many entries costs the collector more than the reading. */
const read = new WeakMap<Source, Known>();

/** A paragraph of a file as it is read with a bible's names and a convention of speech. It is read once. */
export function readParagraph(passage: PassageText, source: Source, lexicon: Lexicon, dialogue: Dialogue): Paragraph {
  let known = read.get(source);
  if (known?.lexicon !== lexicon || known.dialogue !== dialogue) {
    known = { lexicon, dialogue, paragraphs: new Map() };
    read.set(source, known);
  }
  let paragraph = known.paragraphs.get(passage.place);
  if (!paragraph) {
    paragraph = analyse(passage, lexicon, dialogue);
    known.paragraphs.set(passage.place, paragraph);
  }
  return paragraph;
}

const none: readonly never[] = [];
const untagged: ReadonlyMap<number, Tag> = new Map();

function analyse(passage: PassageText, lexicon: Lexicon, dialogue: Dialogue): Paragraph {
  const names = lexicon.namesIn(passage.text);
  const speeches = speechesIn(passage, dialogue);
  const saysI = tellsOfI(passage.text, speeches);
  if (names.length === 0 && speeches.length === 0) {
    return { passage, names: none, speeches, deeds: none, tags: untagged, saysI };
  }
  const tokens = tokensOf(passage, names, speeches);
  const deeds = deedsIn(tokens);
  const tags = tagsIn(tokens, passage.text, deeds);
  return { passage, names: mentionsOf(names, tokens, deeds, tags), speeches, deeds, tags, saysI };
}

const tellsOfI = (text: string, speeches: readonly Speech[]): boolean =>
  [...text.matchAll(/(?<![\p{L}’'])I(?![\p{L}.])/gu)].some(
    ({ index }) => !speeches.some(({ start, end }) => start <= index && index < end),
  );

function deedsIn(tokens: readonly Token[]): Deed[] {
  const deeds: Deed[] = [];
  let back: Retrospect | undefined;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    const { name, sentence } = token;
    if (isPluperfect(tokens, i)) {
      const next = retrospectAt(tokens, i);
      if (next && (next.how === 'surely' || back?.sentence !== sentence)) back = next;
    }
    if (token.kind !== 'name' || !name) continue;
    const clause = clauseOf(tokens, i);
    if (!clause) continue;
    const retrospect =
      back && back.sentence < sentence && sentence - back.sentence <= 2 ? reach(back, name) : undefined;
    deeds.push({ ...clause, name, sentence, ...(retrospect ? { retrospect } : {}) });
    // A deed that is told as past already carries on: what follows it stays there.
    if (retrospect === 'surely') back = { how: retrospect, name, pronoun: false, sentence };
  }
  return deeds;
}

/** What is told of another may be the background of what somebody does now. */
const reach = ({ how, name, pronoun }: Retrospect, { ids }: NameAt): 'surely' | 'perhaps' =>
  how === 'surely' && (pronoun || name?.ids.some((id) => ids.includes(id))) ? 'surely' : 'perhaps';

function mentionsOf(
  names: readonly NameAt[],
  tokens: readonly Token[],
  deeds: readonly Deed[],
  tags: ReadonlyMap<number, Tag>,
): readonly Mention[] {
  if (names.length === 0) return none;
  const roles = new Map<NameAt, Role>();
  const told = new Set<NameAt>();
  for (let i = 0; i < tokens.length; i += 1) {
    const { name } = tokens[i] as Token;
    if (!name) continue;
    told.add(name);
    const before = tokens[i - 1];
    if (before?.kind === 'word' && isPast(before.text)) roles.set(name, 'is acted on');
  }
  for (const { name, passive } of deeds) roles.set(name, passive ? 'is acted on' : 'acts');
  for (const { name } of tags.values()) if (name) roles.set(name, 'speaks');
  return names.map((name) => ({
    ...name,
    role: name.possessive ? 'possessive' : (roles.get(name) ?? 'named'),
    spoken: !told.has(name),
  }));
}
