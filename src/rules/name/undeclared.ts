/** Names that recur and are in no table of the bible: one list for the book. */

import { common } from '../../analysis/naming/common.ts';
import { yamlText } from '../../analysis/naming/pasting.ts';
import { isTitle } from '../../analysis/naming/titles.ts';
import { type Capital, wordsOf } from '../../analysis/words.ts';
import type { Rule } from '../../lint.ts';
import { type Entry, foldName, tableNames } from '../../manuscript/bible.ts';
import type { Stated } from '../../manuscript/fields.ts';
import { slugOf } from '../../manuscript/headings.ts';
import type { Manuscript } from '../../manuscript/model.ts';

/** How often a word must stand within a sentence to be worth an entry. */
const RECURRING = 5;
/** The list is read by a person. */
const MOST = 20;

export const undeclared: Rule = {
  id: 'name/undeclared',
  severity: 'info',
  *check(manuscript) {
    // German writes every noun with a capital.
    if (manuscript.bible.characters.size === 0 || /^(?:de|gsw|lb|nds)\b/i.test(manuscript.story.language)) return;
    const declared = wordsOfBible(manuscript);
    const { capitals, isSmall } = wordsOf(manuscript);
    const names = [...capitals.values()]
      .filter(
        ({ word, within }) =>
          within >= RECURRING &&
          word.length > 2 &&
          !declared.has(foldName(word)) &&
          !common.has(word) &&
          !isTitle(word),
      )
      .filter(({ word }) => !isDerived(word, declared))
      .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
    // Of two spellings (Pokémon, Pokemon) the more frequent one.
    const recurring = [...Map.groupBy(names, ({ word }) => slugOf(word)).values()].flatMap(([first]) =>
      first && !isSmall(first.word) ? [first] : [],
    );
    const place = recurring[0]?.places[0];
    if (!place) return;
    const listed = recurring.slice(0, MOST);
    yield {
      message: `names that recur and are in no table; put each where it belongs: { ${listed.map(entryFor).join(', ')} }`,
      span: place.passage.place(place.start, place.end),
      count: recurring.length,
    };
  },
};

const entryFor = ({ word }: Capital): string => `${slugOf(word)}: { name: ${yamlText(word)} }`;

/** Every word of the bible’s keys, names, rejected forms and short facts: ranks, species, classes. */
function wordsOfBible({ bible, story }: Manuscript): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (text: string): void => {
    for (const word of text.match(/[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu) ?? []) words.add(foldName(word));
  };
  add(story.title);
  for (const table of tableNames) {
    for (const entry of bible[table].values() as Iterable<Entry>) {
      add(entry.id);
      for (const { value } of entry.names) add(value);
      const {
        not,
        phrases,
        rank,
        species,
        class: kind,
      } = entry.fields as Record<string, readonly (Stated<string> & { readonly is?: Stated<string> })[] | undefined>;
      for (const fact of [not, phrases, rank, species, kind].flatMap((facts) => facts ?? []))
        add(fact.is?.value ?? fact.value ?? '');
    }
  }
  return words;
}

/** Vulcans, where Vulcan is known. */
const isDerived = (word: string, declared: ReadonlySet<string>): boolean =>
  [/s$/, /n$/, /ns$/, /an$/, /ans$/, /ian$/, /ians$/].some((ending) =>
    declared.has(foldName(word.replace(ending, ''))),
  ) || declared.has(`${foldName(word)}s`);
