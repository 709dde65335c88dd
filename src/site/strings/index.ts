/** The words of the interface: in the story’s language where somebody has written them, in English otherwise. */

import { type Words, wordsOf } from '../../editions/words.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { ja } from './ja.ts';
import type { SiteVocabulary } from './vocabulary.ts';

export interface Strings extends Omit<Words, keyof SiteVocabulary>, SiteVocabulary {}

const vocabularies: ReadonlyMap<string, SiteVocabulary> = new Map(Object.entries({ de, en, es, fr, he, ja }));

export function stringsFor(language: string): Strings {
  const words = wordsOf(language);
  const own = vocabularies.get(words.language);
  // A page speaks one language: what an edition says in French does not stand beside what the site says in English.
  return own ? { ...words, ...own } : { ...wordsOf('en'), ...en };
}
