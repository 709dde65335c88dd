/** Everything that is named, counted: how often, with which titles, and what tells a person from a place or a people. */

import type { Manuscript } from '../../manuscript/model.ts';
import { dialogueOf } from '../dialogue.ts';
import type { Lexicon, NameAt } from '../lexicon.ts';
import { type Paragraph, readParagraph } from '../paragraphs.ts';
import { ownPassages } from '../prose.ts';
import { isDone } from '../scenes.ts';
import { type Seen, seenIn } from './runs.ts';
import { genderOf, isMarried } from './titles.ts';
import { vocabularyOf } from './vocabulary.ts';

export interface Tally {
  /** `Jean-Luc Picard`, without a title. */
  readonly core: string;
  /** What its titles say: those of a man and of a wife are told apart, though they share a name. */
  readonly bearing: Bearing;
  readonly named: number;
  readonly speaks: number;
  readonly acts: number;
  /** Spoken to by name: “Yes, Mira.” */
  readonly addressed: number;
  /** Behind an article or a number: a ship, a people, a thing. */
  readonly articled: number;
  /** Behind `in`, `into`, `across`: a place. */
  readonly inside: number;
  /** Behind `to`, `from`, `on`, `of`: a place or somebody. */
  readonly beside: number;
  /** In italics by itself. */
  readonly italic: number;
  /** Behind `aboard`, `USS`, or with a crew, a hull or a bridge of its own. */
  readonly sailed: number;
  readonly titles: ReadonlyMap<string, number>;
  readonly she: number;
  readonly he: number;
  /** The places of the chapters that name it, in reading order. */
  readonly chapters: ReadonlySet<number>;
}

export type Bearing = '' | 'he' | 'she' | 'wife';

const bearingOf = (title: string): Bearing => (isMarried(title) ? 'wife' : (genderOf(title) ?? ''));

/** What the lexicon of this reading finds, with its role. */
type Found = Seen & Paragraph['names'][number];

type Growing = { -readonly [K in keyof Tally]: Tally[K] } & { titles: Map<string, number>; chapters: Set<number> };

/** Named things, the first named first. */
export function tallyOf(manuscript: Manuscript): readonly Tally[] {
  const passages = [...ownPassages(manuscript)];
  const vocabulary = vocabularyOf(passages);
  const lexicon: Lexicon = { signature: '', entries: new Map(), namesIn: (text) => seenIn(text, vocabulary) };
  const dialogue = dialogueOf(manuscript);
  const tallies = new Map<string, Growing>();
  for (const passage of passages) {
    const { chapter } = passage.scene;
    const paragraph = readParagraph(passage, chapter.source, lexicon, dialogue);
    const told = passage.kind === 'narration';
    for (const name of paragraph.names as readonly Found[]) {
      const tally = tallies.get(keyOf(name)) ?? empty(name.core, bearingOf(name.title));
      tallies.set(keyOf(name), tally);
      count(tally, name, passage.text);
      tally.chapters.add(chapter.index);
      if (name.spoken && isAddressed(passage.text, name)) tally.addressed += 1;
      if (passage.emphasis.some(({ start, end }) => start === name.start && end === name.end)) tally.italic += 1;
    }
    if (!told) continue;
    const of = (name: NameAt): Growing => tallies.get(keyOf(name as Seen)) as Growing;
    for (const { name } of paragraph.tags.values()) if (name) of(name).speaks += 1;
    for (const deed of paragraph.deeds) if (isDone(deed)) of(deed.name).acts += 1;
    votePronouns(paragraph, of);
  }
  return [...tallies.values()];
}

const keyOf = ({ core, title }: Seen): string => `${core}|${bearingOf(title)}`;

const empty = (core: string, bearing: Bearing): Growing => ({
  core,
  bearing,
  named: 0,
  speaks: 0,
  acts: 0,
  addressed: 0,
  articled: 0,
  inside: 0,
  beside: 0,
  italic: 0,
  sailed: 0,
  titles: new Map(),
  she: 0,
  he: 0,
  chapters: new Set(),
});

const article =
  /(?:^|[^\p{L}])(?:the|an?|any|no|some|every|each|all|most|many|more|few|several|these|those|two|three|four|five|other|another|this|that)\s(?:[\p{Ll}-]+\s)?$/iu;
const inside = /(?:^|[^\p{L}])(?:in|into|within|across|throughout|outside|through|over|near)\s$/iu;
const beside = /(?:^|[^\p{L}])(?:at|from|to|on|of|for|off|reached|left|leaving|towards?)\s$/iu;
const aboard = /(?:aboard|on board|USS|U\.S\.S\.|HMS|H\.M\.S\.|IKS|RMS|SS)\s(?:the\s)?$/u;
const crew = /^['’]s (?:crew|hull|bridge|captain|engines?|decks?|hold|sails|warp|guns?|shields?)\b/u;

function count(tally: Growing, { start, end, title }: Seen, text: string): void {
  const lead = text.slice(Math.max(0, start - 30), start);
  tally.named += 1;
  if (title) tally.titles.set(title, (tally.titles.get(title) ?? 0) + 1);
  if (!title && article.test(lead)) tally.articled += 1;
  if (inside.test(lead)) tally.inside += 1;
  if (beside.test(lead)) tally.beside += 1;
  if (aboard.test(lead) || crew.test(text.slice(end, end + 16))) tally.sailed += 1;
}

/** At the head or the end of what is said, or between commas. */
const isAddressed = (text: string, { start, end }: Seen): boolean =>
  /(?:[“"‘'«]|, )$/.test(text.slice(Math.max(0, start - 2), start)) && /^[,.!?]/.test(text.slice(end, end + 1));

/** What `her` may be that belongs to nobody: “told her that”. */
const loose =
  'to|that|in|and|with|for|on|at|as|from|by|of|the|an?|how|what|why|if|when|so|then|again|away|down|up|out|off|into';
const votes = new RegExp(`\\b(?:(himself|herself)|(his|her) (?!(?:${loose})\\b)[a-z])`, 'u');
const subjects = /(?:[.!?]["”’']?\s|[”"’'] |, and |; )(he|she)\s[a-z]/giu;

/** `She nodded, her hand on the rail`: what is hers in the clause of her name, and who goes on where nobody else is named. */
function votePronouns({ passage, names, deeds, tags }: Paragraph, of: (name: NameAt) => Growing): void {
  const { text } = passage;
  const told = (names as readonly Found[]).filter(({ spoken }) => !spoken);
  const doers = [...deeds.map(({ name }) => name), ...[...tags.values()].flatMap(({ name }) => name ?? [])];
  for (const name of doers) {
    const next = told.find(({ start }) => start > name.start)?.start ?? text.length;
    const clause = /^[^.!?;“”"]*/.exec(text.slice(name.end, next))?.[0] ?? '';
    const found = votes.exec(clause);
    if (found) vote(of(name), /^h(?:is|im)/.test(found[1] ?? found[2] ?? '') ? 'he' : 'she');
  }
  const [only, ...others] = new Set(told.map(({ core }) => core));
  const [first] = told;
  if (only === undefined || others.length > 0 || !first || !doers.some(({ start }) => start === first.start)) return;
  for (const [, pronoun] of text.slice(first.end).matchAll(subjects))
    vote(of(first), pronoun?.toLowerCase() as 'she' | 'he');
}

const vote = (tally: Growing, pronoun: 'she' | 'he'): void => {
  tally[pronoun] += 1;
};
