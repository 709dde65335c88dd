/** The people of the story, and what readers may know of them by which chapter. */

import { timeAlone } from '../editions/facts.ts';
import type { Publication } from '../editions/publication.ts';
import { type Entry, isOf, meant } from '../manuscript/bible.ts';
import type { Happening, Holding } from '../manuscript/facts.ts';
import type { Reference, Stated } from '../manuscript/fields.ts';
import { plainMarks } from '../manuscript/typography/index.ts';
import type { Known } from './known.ts';
import type { Strings } from './strings/index.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  /** The chapter from which there is a card at all. */
  readonly since: number;
  readonly facts: readonly PersonFact[];
}

export interface PersonFact {
  /** The interface’s word for it, or the author’s for a relation. */
  readonly name: string;
  readonly own: boolean;
  readonly words: string;
  /** What stands before the name of a ship, which is set in italics: `USS`. Absent where the words are no ship’s. */
  readonly prefix?: string;
  /** From when it holds: `from 43020.0`. */
  readonly when?: string;
  readonly since: number;
}

type Told = { readonly since?: Reference };

export function peopleOf({ manuscript }: Publication, known: Known, strings: Strings): readonly Person[] {
  const { bible, story } = manuscript;
  const set = (text: string): string => plainMarks(text, story.language);
  const cards = new Map<string, number>();
  for (const entry of bible.characters.values()) {
    const said = entry.fields.since;
    const since = said ? known.since(said) : known.named(entry.names.map(({ value }) => value));
    if (since !== undefined) cards.set(entry.id, since);
  }
  /** From when a fact may be told: what it says itself; else, if it has a time, the chapter that reaches it. */
  const when = (fact: Told & Holding & Happening, card: number, dated: boolean): number | undefined => {
    const told = fact.since
      ? known.since(fact.since)
      : dated || fact.from
        ? known.reached({ ...fact, ...(fact.from && !dated ? { at: fact.from } : {}) })
        : card;
    return told === undefined ? undefined : Math.max(told, card);
  };
  const personOf = (entry: Entry<'characters'>, card: number): Person => {
    const { species, rank, aboard, died, kin } = entry.fields;
    const facts: PersonFact[] = [];
    type More = Partial<Pick<PersonFact, 'own' | 'prefix' | 'when'>>;
    const add = (name: string, words: string, since: number | undefined, more: More = {}): void => {
      if (since !== undefined) facts.push({ name, own: true, words: set(words), since, ...more });
    };
    const prefixOf = (ship: Entry | undefined): More =>
      isOf(ship, 'ships') ? { prefix: set(ship.fields.prefix?.value ?? '') } : {};
    // Of what has changed the newest comes first. Not until when: that would tell of a change before the chapter that does.
    const held = ({ from }: Holding): More =>
      from ? { when: strings.known.since(timeAlone(from.value.text, manuscript, strings)) } : {};
    for (const [name, list] of [
      [strings.known.species, species],
      [strings.known.rank, rank],
    ] as const)
      for (const fact of list?.toReversed() ?? [])
        if (fact.is) add(name, fact.is.value, when(fact, card, false), held(fact));
    for (const fact of aboard?.toReversed() ?? []) {
      const ship = fact.is && meant(bible, fact.is, 'ships', 'places');
      const since = when(fact, card, false);
      const heard =
        ship && ((ship.fields as Told).since ? known.since((ship.fields as { since: Reference }).since) : 1);
      if (fact.is && since !== undefined && !(ship && heard === undefined))
        add(strings.known.aboard, ship?.name ?? fact.is.value, Math.max(since, heard ?? 1), {
          ...held(fact),
          ...prefixOf(ship || undefined),
        });
    }
    for (const { key, value } of kin ?? []) {
      for (const one of value as readonly Stated<string>[]) {
        const other = meant(bible, one.value, 'characters');
        const heard = other ? cards.get(other.id) : card;
        if (heard !== undefined) add(capitalised(key), other?.name ?? one.value, Math.max(heard, card), { own: false });
      }
    }
    // A death is told where the story has come to it, and not before.
    for (const death of died ?? [])
      add(
        strings.known.died,
        [death.at && timeAlone(death.at.value.text, manuscript, strings), death.how?.value]
          .filter(Boolean)
          .join(', ') || '†',
        when(death, card, true),
      );
    return { id: entry.id, name: set(entry.name), since: card, facts: facts.sort((a, b) => a.since - b.since) };
  };
  return [...bible.characters.values()]
    .flatMap((entry) => {
      const card = cards.get(entry.id);
      return card === undefined ? [] : [personOf(entry, card)];
    })
    .sort((a, b) => a.since - b.since);
}

/** “sister”, at the head of a line. */
const capitalised = (word: string): string => word.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
