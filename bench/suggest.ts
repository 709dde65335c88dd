/**
 * How well `padd bible suggest` knows two real books: its persons, ships and places against the bibles made by hand in
 * `continuity/books`. What the book has and the hand-made bible lacks stands in `besides.yaml` beside it.
 * `node bench/suggest.ts [folder of the books]`
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { actsIn } from '../src/analysis/acts.ts';
import { type Suggested, suggestBible } from '../src/analysis/naming/suggestion.ts';
import { type Entry, foldName } from '../src/manuscript/bible.ts';
import type { Manuscript } from '../src/manuscript/model.ts';
import { manuscriptReader } from '../src/manuscript/read.ts';
import { bookOf } from './continuity/overlay.ts';
import type { Text } from './continuity/text.ts';
import { corpus as nearby } from './continuity/texts.ts';

const corpus = process.argv[2] ?? nearby;
if (corpus === undefined) throw new Error('name the folder of the books');
const books = ['space-viking', 'dracula'].flatMap((name) => bookOf(name, corpus) ?? []);

const tables = ['characters', 'ships', 'places'] as const;
/** Who does so much in a book belongs into its bible. */
const BUSY = 5;

const plain = (name: string): string => foldName(name).replace(/^the /, '');
const formsOf = ({ id, name = '', aliases = [] }: Suggested): readonly string[] =>
  [name || id.slice(id.lastIndexOf('/') + 1).replaceAll('-', ' '), ...aliases].map(plain);

interface Row {
  readonly found: number;
  readonly sought: number;
  readonly right: number;
  readonly given: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

function busy(manuscript: Manuscript): ReadonlySet<Entry> {
  const counts = new Map<Entry, number>();
  for (const scene of manuscript.scenes)
    for (const { who } of actsIn(manuscript, scene)) counts.set(who, (counts.get(who) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= BUSY).map(([who]) => who));
}

function compare(text: Text, table: (typeof tables)[number]): Row {
  const { manuscript, gathered } = text;
  const suggested = suggestBible(manuscriptReader().compose({ ...gathered, bible: [] }), BUSY)[table];
  const own = [...(manuscript.bible[table].values() as Iterable<Entry>)];
  const path = join(import.meta.dirname, 'continuity/books', text.name, 'besides.yaml');
  const besides = existsSync(path) ? (parse(readFileSync(path, 'utf8')) as Record<string, readonly string[]>) : {};
  const also = new Set((besides[table] ?? []).map(plain));
  const doing = busy(manuscript);
  // A place does nothing: all of them are sought, and of the others those that do.
  const sought = own.filter((entry) => table === 'places' || doing.has(entry));
  const meets = (entry: Entry, one: Suggested): boolean =>
    entry.names.some(({ value }) => formsOf(one).includes(plain(value)));
  const missed = sought.filter((entry) => !suggested.some((one) => meets(entry, one)));
  // An entry that puts two people into one is wrong, however well it knows their names.
  const wrong = suggested.filter((one) => {
    const meant = own.filter((entry) => meets(entry, one));
    return meant.length > 1 || (meant.length === 0 && !formsOf(one).some((form) => also.has(form)));
  });
  return {
    found: sought.length - missed.length,
    sought: sought.length,
    right: suggested.length - wrong.length,
    given: suggested.length,
    missed: missed.map(({ name }) => name),
    wrong: wrong.map(({ id, name = id }) => name),
  };
}

const share = (part: number, whole: number): string =>
  `${part} of ${whole} (${whole === 0 ? '–' : (part / whole).toFixed(2)})`;

process.stdout.write('| book | table | recall | precision |\n| --- | --- | ---: | ---: |\n');
const remarks: string[] = [];
for (const text of books) {
  for (const table of tables) {
    const { found, sought, right, given, missed, wrong } = compare(text, table);
    process.stdout.write(`| ${text.name} | ${table} | ${share(found, sought)} | ${share(right, given)} |\n`);
    if (missed.length > 0) remarks.push(`${text.name}, ${table}: not found: ${missed.join(', ')}`);
    if (wrong.length > 0) remarks.push(`${text.name}, ${table}: not in the bible: ${wrong.join(', ')}`);
  }
}
process.stdout.write(`\n${remarks.join('\n')}\n`);
