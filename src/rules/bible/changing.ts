/** The facts of the bible that may change over time, and what they are called. */

import { type Bible, type Entry, tableNames } from '../../manuscript/bible.ts';
import type { Moment } from '../../manuscript/calendar.ts';
import type { Stated, Table } from '../../manuscript/fields.ts';
import { timelineOf } from '../../manuscript/lives.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import type { Fact } from '../../manuscript/schema.ts';

/** What one of them is called, and two. */
const fields: { readonly [T in Table]?: Readonly<Record<string, readonly [one: string, two: string]>> } = {
  characters: {
    rank: ['rank', 'ranks'],
    aboard: ['posting', 'postings'],
    species: ['species', 'species'],
    eyes: ['colour of eyes', 'colours of eyes'],
    hair: ['colour of hair', 'colours of hair'],
  },
  ships: { captain: ['captain', 'captains'], registry: ['registry', 'registries'], class: ['class', 'classes'] },
  objects: { holder: ['holder', 'holders'] },
};

/** All that the bible says of one field of one entry. */
export interface Changing {
  readonly entry: Entry;
  readonly field: string;
  readonly one: string;
  readonly two: string;
  readonly facts: readonly Fact<Stated<string>>[];
}

export function* changingFacts(bible: Bible): Iterable<Changing> {
  for (const table of tableNames) {
    for (const entry of bible[table].values() as Iterable<Entry>) {
      for (const [field, [one, two]] of Object.entries(fields[table] ?? {})) {
        const facts = (entry.fields as Record<string, Changing['facts'] | undefined>)[field];
        if (facts) yield { entry, field, one, two, facts };
      }
    }
  }
}

/** The timeline that a fact is judged in: its own, its entry’s, or the story’s. */
export const homeOf = (entry: Entry, fact: { readonly timeline?: Stated<string> }, { timelines }: Manuscript): string =>
  (fact.timeline ?? timelineOf(entry))?.value ?? timelines.main;

/** A fact’s value, and where it stands: `“Captain”`. */
export const said = (fact: Fact<Stated<string>>): string => (fact.is ? `“${fact.is.value}”` : 'this');

/** Where the text of a time stands. */
export const at = (time: Stated<Moment>, message: string) => ({ span: time.span, message });
