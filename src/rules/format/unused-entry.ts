/** Entries of the bible that nothing refers to, once the story is complete. */

import { writtenForms } from '../../analysis/forms.ts';
import { passagesOf } from '../../analysis/prose.ts';
import type { Rule } from '../../lint.ts';
import { type Entry, foldName } from '../../manuscript/bible.ts';
import type { Table } from '../../manuscript/fields.ts';
import type { Manuscript } from '../../manuscript/model.ts';
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
  // Quotations, headings and footnotes name them too.
  const texts = chapters.flatMap((chapter) =>
    passagesOf(chapter).filter(({ kind }) => kind === 'quoted' || kind === 'heading'),
  );
  const titles = chapters.map(({ title }) => title.text);
  const rest = foldName([...texts.map(({ text }) => text), ...titles].join('\n'));
  return left.filter(({ names }) => !names.some(({ value }) => rest.includes(foldName(value).replace(/^the /, ''))));
}
