/** How two people are related, in the words that prose has for it. */

import { type Bible, type Entry, meant } from '../../manuscript/bible.ts';
import type { Span } from '../../manuscript/source.ts';

type Person = Entry<'characters'>;

/** By word, the relation and the sex that it tells. */
const words: Readonly<Record<string, readonly [relation: string, sex?: 'f' | 'm']>> = {
  mother: ['parent', 'f'],
  father: ['parent', 'm'],
  parent: ['parent'],
  daughter: ['child', 'f'],
  son: ['child', 'm'],
  child: ['child'],
  sister: ['sibling', 'f'],
  brother: ['sibling', 'm'],
  sibling: ['sibling'],
  cousin: ['cousin'],
  aunt: ['aunt', 'f'],
  uncle: ['aunt', 'm'],
  niece: ['niece', 'f'],
  nephew: ['niece', 'm'],
  grandmother: ['grandparent', 'f'],
  grandfather: ['grandparent', 'm'],
  granddaughter: ['grandchild', 'f'],
  grandson: ['grandchild', 'm'],
  wife: ['spouse', 'f'],
  husband: ['spouse', 'm'],
  spouse: ['spouse'],
};

export const kinWord = Object.keys(words)
  .filter((word) => !['parent', 'child', 'spouse', 'sibling'].includes(word))
  .join('|');

const inverse: Readonly<Record<string, string>> = {
  parent: 'child',
  child: 'parent',
  aunt: 'niece',
  niece: 'aunt',
  grandparent: 'grandchild',
  grandchild: 'grandparent',
};

/** What one person is to another, by the bible. */
export interface Kin {
  readonly of: Person;
  readonly relation: string;
  readonly sex?: 'f' | 'm';
  /** As the bible writes it, and where. */
  readonly written: string;
  readonly span: Span;
  /** The bible says a thing that prose words may shorten: step-, half-, in-law, adoptive. */
  readonly plain: boolean;
}

/** To whom a person is kin, and how, from either entry. A relation that has no word here is kept as it is written. */
export function kinOf(who: Person, bible: Bible): readonly Kin[] {
  const found: Kin[] = [];
  for (const other of bible.characters.values()) {
    for (const { key, keySpan, value } of other.fields.kin ?? []) {
      for (const reference of value) {
        const named = meant(bible, reference, 'characters');
        if (other !== who && named === who) found.push({ of: other, ...readKin(key), span: keySpan });
        if (other === who && named && named !== who) {
          const { relation, written, plain } = readKin(key);
          found.push({ of: named, relation: inverse[relation] ?? relation, written, plain, span: keySpan });
        }
      }
    }
  }
  return found;
}

function readKin(key: string): Omit<Kin, 'of' | 'span'> {
  const written = key.toLowerCase();
  const singular = words[written] ? written : written.replace(/s$/, '');
  const [relation, sex] = words[singular] ?? [written];
  return { relation, written, plain: singular in words, ...(sex ? { sex } : {}) };
}

export const sexOf = (word: string): 'f' | 'm' | undefined => words[word.toLowerCase()]?.[1];

/** Whether a word of kinship may stand for a relation. */
export function fits(word: string, kin: Kin): boolean {
  const [relation, sex] = words[word.toLowerCase()] ?? [];
  if (!kin.plain || relation === undefined) return true;
  return relation === kin.relation && (sex === undefined || kin.sex === undefined || sex === kin.sex);
}
