/** Entries of the bible that nothing refers to, once the story is complete. */

import { writtenForms } from '../../analysis/forms.ts';
import { rememberedByFile } from '../../analysis/remembered.ts';
import type { Rule } from '../../lint.ts';
import { type Entry, foldName } from '../../manuscript/bible.ts';
import type { Table } from '../../manuscript/fields.ts';
import type { Chapter, Manuscript } from '../../manuscript/model.ts';
import { passagesIn } from '../../manuscript/passages.ts';
import { listed } from '../saying.ts';

/** What the prose calls by name. */
const tables: readonly Table[] = ['characters', 'ships', 'places', 'objects'];
/** The list is read by a person. */
const MOST = 12;

export const unusedEntry: Rule = {
  id: 'format/unused-entry',
  severity: 'info',
  *check(manuscript) {
    // Until then an entry may wait for its chapter.
    if (manuscript.story.fields.status?.value !== 'complete') return;
    const unused = entriesWithoutUse(manuscript);
    const [first] = unused;
    if (!first) return;
    const names = unused.slice(0, MOST).map(({ id }) => `\`${id}\``);
    const more = unused.length > MOST ? [`${unused.length - MOST} more`] : [];
    yield {
      message: `nothing in the story or the bible refers to ${listed([...names, ...more])}; take ${unused.length > 1 ? 'them' : 'it'} out if the story does without`,
      span: first.span,
      count: unused.length,
    };
  },
};

function entriesWithoutUse(manuscript: Manuscript): readonly Entry[] {
  const { bible, references, chapters } = manuscript;
  const used = new Set<Entry>();
  const use = (entry: Entry): void => {
    for (const outer of bible.around(entry)) used.add(outer);
  };
  for (const { value, tables: meant } of references) {
    const own = tables.filter((table) => (meant as readonly string[]).includes(table));
    for (const entry of own.length > 0 ? bible.named(value, ...own) : []) use(entry);
  }
  for (const { setting } of manuscript.scenes) if (setting?.entry) use(setting.entry);
  for (const { forms } of writtenForms(manuscript)) for (const { entry } of forms) use(entry);
  const left = tables
    .flatMap((table) => [...(bible[table].values() as Iterable<Entry>)])
    .filter((entry) => !used.has(entry));
  if (left.length === 0) return left;
  // The prose may call a thing by its noun alone, and a person by one of their names; quotations and headings do too.
  const sought = [...new Set(left.flatMap(callWords))].sort();
  const words = new Set(
    chapters.flatMap((chapter) => [...foldedWords(chapter.title.text), ...wordsFound(chapter, sought)]),
  );
  return left.filter((entry) => !callWords(entry).some((word) => words.has(word)));
}

const foldedWords = (text: string): readonly string[] => foldName(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** By file, so that an edit of one chapter does not read the others again. */
const foundInFile = rememberedByFile<readonly string[]>('format/unused-entry words');

/** Those of some folded words that the prose of a chapter holds. */
const wordsFound = (chapter: Chapter, sought: readonly string[]): readonly string[] =>
  foundInFile(chapter, sought.join(' '), () => {
    if (sought.length === 0) return [];
    const text = passagesIn(chapter)
      .map((passage) => passage.text)
      .join('\n');
    // Of what a name is folded in, no more is in a single word.
    const folded = text.normalize('NFC').toLowerCase();
    const any = new RegExp(`(?:${sought.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
    const found = new Set<string>();
    for (const { 0: word, index } of folded.matchAll(any))
      if (!/[\p{L}\p{N}]$/u.test(folded.slice(Math.max(0, index - 2), index))) found.add(word);
    return [...found];
  });

/** Words by which an entry may be called: each of a person's names, and the last of what a thing is called. */
function callWords({ table, names }: Entry): readonly string[] {
  return names.flatMap(({ value }) => {
    const words = foldedWords(value);
    return table === 'characters' ? words.filter((word) => word.length > 2) : words.slice(-1);
  });
}
