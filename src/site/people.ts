/** The people of the story, and what readers may know of them by which chapter. */

import type { Publication } from '../editions/publication.ts';
import { type Entry, meant } from '../manuscript/bible.ts';
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
    const add = (name: string, words: string, since: number | undefined, own = true): void => {
      if (since !== undefined) facts.push({ name, own, words: set(words), since });
    };
    for (const fact of species ?? []) if (fact.is) add(strings.known.species, fact.is.value, when(fact, card, false));
    for (const fact of rank ?? []) if (fact.is) add(strings.known.rank, fact.is.value, when(fact, card, false));
    for (const fact of aboard ?? []) {
      const ship = fact.is && meant(bible, fact.is, 'ships', 'places');
      const since = when(fact, card, false);
      const heard =
        ship && ((ship.fields as Told).since ? known.since((ship.fields as { since: Reference }).since) : 1);
      if (fact.is && since !== undefined && !(ship && heard === undefined))
        add(strings.known.aboard, ship?.name ?? fact.is.value, Math.max(since, heard ?? 1));
    }
    for (const { key, value } of kin ?? []) {
      for (const one of value as readonly Stated<string>[]) {
        const other = meant(bible, one.value, 'characters');
        const heard = other ? cards.get(other.id) : card;
        if (heard !== undefined) add(key, other?.name ?? one.value, Math.max(heard, card), false);
      }
    }
    // A death is told where the story has come to it, and not before.
    for (const death of died ?? [])
      add(
        strings.known.died,
        [death.at?.value.text, death.how?.value].filter(Boolean).join(', ') || '†',
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
