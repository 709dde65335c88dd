/** Where the prose has the names of the bible, or forms that it rejects, however they are typed there. */

import { type Entry, foldName } from '../manuscript/bible.ts';
import type { Stated, Table } from '../manuscript/fields.ts';
import type { Manuscript } from '../manuscript/model.ts';
import type { Passage } from '../manuscript/passages.ts';
import { ownPassages } from './prose.ts';
import { eachWord, sumOf } from './sums.ts';

/** A form as the bible gives it: a name or alias of an entry, or what stands under its `not`. */
export interface Form {
  readonly entry: Entry;
  readonly text: string;
  readonly stated: Stated<string>;
  /** It stands under `not`. */
  readonly rejected: boolean;
}

/** A place in the prose at which some form stands, case and kinds of apostrophe disregarded; the longest that does. */
export interface Written {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** All that may be meant: several entries may share a form. */
  readonly forms: readonly Form[];
}

/** The tables of what has a name, and of the words. */
const tables: readonly Table[] = ['characters', 'ships', 'places', 'objects', 'words'];
const known = new WeakMap<Manuscript, readonly Written[]>();

export function writtenForms(manuscript: Manuscript): readonly Written[] {
  const found = known.get(manuscript) ?? [...find(manuscript)];
  known.set(manuscript, found);
  return found;
}

/** Names without their article, each once for each entry. */
function formsOf({ bible }: Manuscript): readonly Form[] {
  return tables.flatMap((table) =>
    [...(bible[table].values() as Iterable<Entry>)].flatMap((entry) => {
      const { not = [] } = entry.fields as { not?: readonly Stated<string>[] };
      const form = (rejected: boolean) => (stated: Stated<string>) => {
        const text = stated.value.normalize('NFC').replace(/^(?:the|an?)\s+(?=\S)/i, '');
        return { entry, text, stated, rejected };
      };
      // Of the words only what is rejected is looked for: all else is spelt as it should be.
      return [...(table === 'words' ? [] : entry.names.map(form(false))), ...not.map(form(true))];
    }),
  );
}

/** Folded forms that begin with the same word, the longest first. */
type Alike = [text: string, forms: Form[]][];

function* find(manuscript: Manuscript): Iterable<Written> {
  const byFirst = new Map<number, Alike>();
  for (const form of formsOf(manuscript)) {
    const folded = foldName(form.text);
    // Names in other scripts are not looked for.
    const first = /^[a-z0-9à-öø-ɏ]+/.exec(folded)?.[0];
    if (first === undefined) continue;
    // A word may stand in the plural, as `PADDs` for `PADD`.
    for (const sum of first === folded ? [sumOf(first), sumOf(`${first}s`)] : [sumOf(first)]) {
      const own = byFirst.get(sum) ?? [];
      byFirst.set(sum, own);
      const same = own.find(([text]) => text === folded);
      if (same) same[1].push(form);
      else own.push([folded, [form]]);
    }
  }
  if (byFirst.size === 0) return;
  for (const own of byFirst.values()) own.sort(([a], [b]) => b.length - a.length);
  for (const passage of ownPassages(manuscript)) yield* formsIn(passage, byFirst);
}

function formsIn(passage: Passage, byFirst: ReadonlyMap<number, Alike>): readonly Written[] {
  const { text } = passage;
  const found: Written[] = [];
  let passed = 0;
  eachWord(text, false, (start, _, sum) => {
    if (start < passed) return;
    const hit = byFirst.get(sum)?.find(([form]) => standsAt(text, start, form));
    if (!hit) return;
    passed = start + hit[0].length;
    found.push({ passage, start, end: passed, forms: hit[1] });
  });
  return found;
}

/** Whether a folded form stands at a place: as a whole, or in the plural. */
function standsAt(text: string, start: number, form: string): boolean {
  const written = text.slice(start, start + form.length);
  if (written.length < form.length || fold(written) !== form) return false;
  return /^s?(?![\p{L}\p{N}])/u.test(text.slice(start + form.length, start + form.length + 3));
}

const fold = (written: string): string =>
  written
    .toLowerCase()
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/\s/g, ' ');
