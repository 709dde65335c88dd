/** What an edition itself says, in the language of the story: Contents, Notes, Cover. All other words are the author's. */

import { type Direction, directionOf } from './direction.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { he } from './words/he.ts';
import { ja } from './words/ja.ts';
import type { Vocabulary } from './words/vocabulary.ts';

export interface Words extends Vocabulary {
  /** The language that they are in; English where nobody has written the story's own yet. */
  readonly language: string;
  readonly direction: Direction;
}

const vocabularies: ReadonlyMap<string, Vocabulary> = new Map(Object.entries({ de, en, es, fr, he, ja }));

/** The words for a language, by its first subtag; English where there are none. */
export function wordsOf(language: string): Words {
  const primary = language.split('-')[0]?.toLowerCase() ?? '';
  const own = vocabularies.get(primary);
  const found = own ? primary : 'en';
  return { ...(own ?? en), language: found, direction: directionOf(found) };
}
