/** Where the prose has the names of the bible, or forms that it rejects, however they are typed there. */

import { type Entry, foldName } from '../manuscript/bible.ts';
import type { Stated, Table } from '../manuscript/fields.ts';
import type { Manuscript } from '../manuscript/model.ts';
import { type PassageText, textsOf } from '../manuscript/passages.ts';
import { isOwn } from './prose.ts';
import { rememberedByFile } from './remembered.ts';
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
  readonly passage: PassageText;
  readonly start: number;
  readonly end: number;
  /** All that may be meant: several entries may share a form. */
  readonly forms: readonly Form[];
}

/** The tables of what has a name, and of the words. */
const tables: readonly Table[] = ['characters', 'ships', 'places', 'objects', 'words'];
const known = new WeakMap<Manuscript, readonly Written[]>();

export function writtenForms(manuscript: Manuscript): readonly Written[] {
  const found = known.get(manuscript) ?? find(manuscript);
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

function find(manuscript: Manuscript): readonly Written[] {
  // Names in other scripts are not looked for.
  const forms = formsOf(manuscript).filter(({ text }) => firstWord.test(foldName(text)));
  const byText = Map.groupBy(forms, ({ text }) => foldName(text));
  if (byText.size === 0) return [];
  // What is remembered of a file is where the texts stand, and not what this bible means by them.
  const given = [...byText.keys()].sort().join('\n');
  return manuscript.chapters.flatMap((chapter) => {
    const passages = textsOf(chapter);
    const places = placesIn(chapter, given, () => passages.flatMap((passage, i) => findIn(passage, i, given)));
    const written: Written[] = [];
    for (let at = 0; at < places.length; at += 3) {
      const [passage, start, text] = places.slice(at) as [number, number, string];
      const end = start + text.length;
      written.push({ passage: passages[passage] as PassageText, start, end, forms: byText.get(text) ?? [] });
    }
    return written;
  });
}

const firstWord = /^[a-z0-9à-öø-ɏ]+/;

/** Given the folded forms, one a line: for each of the places where one stands a passage’s number, the start, and which. */
const placesIn = rememberedByFile<readonly (number | string)[]>('names of the bible');

function findIn(passage: PassageText, number: number, given: string): readonly (number | string)[] {
  if (!isOwn(passage)) return [];
  const { text } = passage;
  const byFirst = alike(given);
  const found: (number | string)[] = [];
  let passed = 0;
  eachWord(text, false, (start, _, sum) => {
    if (start < passed) return;
    const hit = byFirst.get(sum)?.find((form) => standsAt(text, start, form));
    if (hit === undefined) return;
    passed = start + hit.length;
    found.push(number, start, hit);
  });
  return found;
}

/** Folded forms by the sum of their first word, the longest first. */
type Alike = ReadonlyMap<number, readonly string[]>;

let last: { readonly given: string; readonly byFirst: Alike } | undefined;

/** Read once for all passages: they are given the same forms. */
function alike(given: string): Alike {
  if (last?.given === given) return last.byFirst;
  const byFirst = new Map<number, string[]>();
  for (const text of given.split('\n').sort((a, b) => b.length - a.length)) {
    const first = firstWord.exec(text)?.[0] ?? '';
    // A word may stand in the plural, as `PADDs` for `PADD`.
    for (const sum of first === text ? [sumOf(first), sumOf(`${first}s`)] : [sumOf(first)]) {
      const own = byFirst.get(sum);
      if (own) own.push(text);
      else byFirst.set(sum, [text]);
    }
  }
  last = { given, byFirst };
  return byFirst;
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
