/** A bible for a story that has none, or what one lacks: who and what the text itself names, and how often. */

import { type Entry, foldName, tableNames } from '../../manuscript/bible.ts';
import { slugOf } from '../../manuscript/headings.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import { isNobody } from '../../manuscript/presence.ts';
import { isEnglish, ownPassages } from '../prose.ts';
import { ranksOf } from '../ranks.ts';
import { kindOf } from './kinds.ts';
import { genderIn, type Person, personsOf, unitsOf } from './persons.ts';
import { settingsOf } from './settings.ts';
import { shipFacts } from './ships.ts';
import { type Tally, tallyOf } from './tally.ts';
import { termsOf } from './terms.ts';

export interface Suggested {
  readonly id: string;
  /** Absent where the id says it. */
  readonly name?: string;
  readonly aliases?: readonly string[];
  /** Other fields, each with one value. */
  readonly facts?: Readonly<Record<string, string>>;
  /** What was counted, for the one who reads it. */
  readonly counted?: string;
}

export type Suggestion = Readonly<Record<'characters' | 'ships' | 'places' | 'words', readonly Suggested[]>>;

/** @param least how often a name must stand in the text. What the frontmatter refers to is always given. */
export function suggestBible(manuscript: Manuscript, least: number): Suggestion {
  const { bible } = manuscript;
  const taken = new Set(tableNames.flatMap((name) => [...bible[name].keys()]));
  const known = new Set(
    tableNames.flatMap((name) =>
      [...(bible[name].values() as Iterable<Entry>)].flatMap((entry) =>
        entry.names.map(({ value }) => bareFold(value)),
      ),
    ),
  );
  const isKnown = (form: string): boolean => known.has(bareFold(form));
  // Rules that know English only read only English.
  const tallies = isEnglish(manuscript) ? tallyOf(manuscript) : [];
  const passages = isEnglish(manuscript) ? [...ownPassages(manuscript)] : [];
  const wanted = wantedIds(manuscript);
  const idFor = (forms: readonly string[]): string => {
    const slugs = forms.map(slugOf).filter(Boolean);
    const id = slugs.find((slug) => wanted.has(slug) && !taken.has(slug)) ?? slugs.find((slug) => !taken.has(slug));
    const free = id ?? nextFree(slugs[0] ?? 'entry', taken);
    taken.add(free);
    return free;
  };
  const called = new Set(referredTo(manuscript, 'characters').map(slugOf));
  const persons = personsOf(tallies, (core) => called.has(slugOf(core))).filter(
    ({ tallies: own }) => !own.some(({ core }) => isKnown(core)) && isWorthwhile(own, least, wanted),
  );
  const claimed = new Set(persons.flatMap(({ tallies: own }) => own.map(({ core }) => core)));
  const characters = persons
    .sort((a, b) => sum(b, 'named') - sum(a, 'named') || (nameOf(a) < nameOf(b) ? -1 : 1))
    .map((person) => characterOf(person, manuscript, idFor));
  const forms = new Set(characters.flatMap(({ name = '', aliases = [], id }) => [name, ...aliases, id].map(bareFold)));
  for (const written of referredTo(manuscript, 'characters')) {
    if (forms.has(bareFold(written)) || taken.has(written)) continue;
    forms.add(bareFold(written));
    characters.push(entryFrom(written, idFor));
  }
  const named = (kind: 'ship' | 'place'): Tally[] =>
    [...tallies]
      .filter((tally) => kindOf(tally) === kind && !claimed.has(tally.core) && !isKnown(tally.core))
      .filter(({ core, named }) => named >= least || wanted.has(slugOf(core)))
      .sort((a, b) => b.named - a.named || (a.core < b.core ? -1 : 1));
  const counted = (tally: Tally): string => `named ${times(tally.named)}; ${chaptersOf([tally], manuscript)}`;
  const ships = named('ship').map((tally) => ({
    id: idFor([tally.core]),
    name: tally.core,
    facts: { ...shipFacts(tally.core, passages) },
    counted: counted(tally),
  }));
  for (const written of referredTo(manuscript, 'ships'))
    if (!taken.has(written) && !ships.some(({ name }) => bareFold(name) === bareFold(written)) && !isKnown(written))
      ships.push({ ...entryFrom(written, idFor), facts: {}, counted: '' } as (typeof ships)[number]);
  const inText = new Map(named('place').map((tally) => [slugOf(tally.core), tally]));
  const places = settingsOf(manuscript, [...ships.map(({ name }) => name), ...known], taken).map((place): Suggested => {
    const last = place.id.slice(place.id.lastIndexOf('/') + 1);
    const tally = inText.get(last);
    inText.delete(last);
    return tally ? { name: tally.core, ...place, counted: counted(tally) } : place;
  });
  for (const tally of inText.values())
    places.push({ id: idFor([tally.core]), name: tally.core, counted: counted(tally) });
  const words = termsOf(passages, least)
    .filter(({ word }) => !isKnown(word) && !taken.has(word))
    .map(({ word, count }): Suggested => ({ id: word, counted: `stands ${times(count)}` }));
  return { characters, ships, places, words };
}

const bareFold = (name: string): string => foldName(name).replace(/^the /, '');
const times = (n: number): string => `${n} time${n === 1 ? '' : 's'}`;

function isWorthwhile(own: readonly Tally[], least: number, wanted: ReadonlySet<string>): boolean {
  if (own.some(({ core }) => wanted.has(slugOf(core)))) return true;
  const all = own.reduce((sum, { named }) => sum + named, 0);
  // A full name tells by itself who is meant; a single one has to do or say something.
  const human = own.some(
    ({ speaks, acts, titles, core }) => speaks + acts + titles.size > 0 || unitsOf(core).length > 1,
  );
  return all >= least && human;
}

const sum = ({ tallies }: Person, what: 'named' | 'speaks' | 'acts'): number =>
  tallies.reduce((all, tally) => all + tally[what], 0);

/** How often a title must stand before a name to belong to it. */
const CONSISTENT = 3;

function nameOf({ tallies }: Person): string {
  const [first] = tallies;
  if (!first) return '';
  const all = tallies.filter(({ core }) => core === first.core);
  const titles = [...all.flatMap(({ titles }) => [...titles])].sort((a, b) => b[1] - a[1]);
  const named = all.reduce((sum, tally) => sum + tally.named, 0);
  const [title, often = 0] = titles[0] ?? [];
  return unitsOf(first.core).length === 1 && title && often * 4 >= named * 3 ? `${title} ${first.core}` : first.core;
}

function characterOf(person: Person, manuscript: Manuscript, idFor: (forms: readonly string[]) => string): Suggested {
  const { tallies } = person;
  const name = nameOf(person);
  const bare = tallies.filter(({ bearing }) => bearing === '').map(({ core }) => core);
  const titled = tallies.flatMap(({ core, titles }) =>
    [...titles].map(([title, often]) => ({ form: `${title} ${core}`, often })),
  );
  const frequent = titled.filter(({ often }) => often > 1).sort((a, b) => b.often - a.often);
  const aliases = [...new Set([...bare, ...frequent.map(({ form }) => form)])].filter((form) => form !== name);
  const pronouns = genderIn(tallies);
  const ranks = titled.filter(
    ({ form }) => ranksOf(manuscript.bible).of(form.slice(0, form.indexOf(' '))) !== undefined,
  );
  const kinds = new Set(ranks.map(({ form }) => form.slice(0, form.indexOf(' '))));
  const [rank] = kinds;
  const isConsistent = kinds.size === 1 && ranks.reduce((sum, { often }) => sum + often, 0) >= CONSISTENT;
  const singles = tallies.map(({ core }) => core).filter((core) => unitsOf(core).length === 1);
  const surname = singles.find((core) => unitsOf(tallies[0]?.core ?? '').at(-1) === core);
  return {
    id: idFor([...(surname ? [surname] : []), ...singles, name, ...aliases]),
    name,
    aliases,
    facts: { ...(pronouns ? { pronouns } : {}), ...(rank && isConsistent ? { rank } : {}) },
    counted: `speaks ${times(sum(person, 'speaks'))}, acts ${sum(person, 'acts')}, named ${sum(person, 'named')}; ${chaptersOf(tallies, manuscript)}`,
  };
}

/** `chapters 1–9`, or `chapter 3`: from the first that names it to the last. */
function chaptersOf(tallies: readonly Tally[], { chapters }: Manuscript): string {
  const indexes = tallies.flatMap(({ chapters: own }) => [...own]);
  const say = (index: number): string => String(chapters[index]?.number ?? chapters[index]?.slug);
  const [from, to] = [say(Math.min(...indexes)), say(Math.max(...indexes))];
  return from === to ? `chapter ${from}` : `chapters ${from}–${to}`;
}

/** What the author's own YAML and directives call by an id or a name, and no entry has. */
function referredTo(manuscript: Manuscript, table: 'characters' | 'ships'): readonly string[] {
  const own = manuscript.references.filter(
    ({ tables, free, value }) =>
      !free && tables[0] === table && !isNobody(value) && manuscript.bible.named(value, table).length === 0,
  );
  return [...new Set(own.map(({ value }) => value))];
}

const wantedIds = (manuscript: Manuscript): ReadonlySet<string> =>
  new Set(manuscript.references.flatMap(({ value }) => value.split('/').map(slugOf)));

function entryFrom(written: string, idFor: (forms: readonly string[]) => string): Suggested {
  const isId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(written);
  return isId ? { id: idFor([written]) } : { id: idFor([written]), name: written };
}

function nextFree(slug: string, taken: ReadonlySet<string>): string {
  let n = 2;
  while (taken.has(`${slug}-${n}`)) n += 1;
  return `${slug}-${n}`;
}
