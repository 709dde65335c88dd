/** Who is called by the name that ends or begins at a place in the prose. */

import type { Bible, Entry } from '../manuscript/bible.ts';
import type { Table } from '../manuscript/fields.ts';
import type { Stretch } from '../manuscript/passages.ts';
import { plain } from './narration.ts';

export interface Called<T extends Table> extends Stretch {
  /** All who bear the name; more than one: it does not tell who is meant. */
  readonly entries: readonly Entry<T>[];
}

export interface Names<T extends Table> {
  /** The longest name that ends at a place of a plain text; undefined where it may be part of an unknown, longer one. */
  readonly endingAt: (text: string, end: number) => Called<T> | undefined;
  readonly startingAt: (text: string, start: number) => Called<T> | undefined;
  /** All places where a name stands, in order and apart. */
  readonly allIn: (text: string) => readonly Called<T>[];
}

const known = new WeakMap<Bible, Map<Table, unknown>>();

export function namesOf<T extends Table>(bible: Bible, table: T): Names<T> {
  const byTable = known.get(bible) ?? new Map<Table, unknown>();
  known.set(bible, byTable);
  const names = (byTable.get(table) as Names<T> | undefined) ?? readNames(bible, table);
  byTable.set(table, names);
  return names;
}

const wordChar = /[\p{L}\p{N}]/u;

/** Ranks and courtesies that may stand before a name and leave it what it is. */
const title =
  /^(?:Captain|Capt\.|Commander|Cmdr\.|Lieutenant|Lt\.|Ensign|Admiral|Commodore|Chief|Doctor|Dr\.|Counsell?or|General|Major|Colonel|Sergeant|Corporal|Private|Professor|Ambassador|President|Minister|Governor|Gul|Legate|Glinn|Sir|Lord|Lady|Prince|Princess|King|Queen|Duke|Count|Baron|Officer|Agent|Subcommander|Centurion|Vice|Rear|Fleet|Petty|USS|The)$/;
/** Words that begin a sentence with a capital and belong to no name. */
const opening =
  /^(?:A|An|And|As|At|After|Above|Across|Against|All|Along|Although|Around|Because|Before|Behind|Below|Beneath|Beside|Between|Both|But|By|Down|Even|Everyone|For|From|How|If|In|Inside|Into|It|Just|Like|Near|Neither|Nor|Not|Now|Of|Off|On|Once|Only|Onto|Or|Outside|Over|Perhaps|Since|So|Soon|Still|Suddenly|That|Then|There|Though|Through|To|Toward|Towards|Under|Unlike|Until|Up|Upon|What|When|Where|While|Why|With|Within|Without|Yet|Aboard|Had|Was|Did|Is|Here|His|Her|Their)$/;
/** Words that make a name somebody else's: the elder Okoro, Mrs. Okoro. */
const another =
  /^(?:mr|mrs|ms|miss|mister|master|madame?|monsieur|young|younger|old|older|elder|little|senior|junior|another|other|false|former)\.?$/i;

/** Whether the word before a name leaves it what it is. */
function standsAlone(text: string, start: number, isWhole: boolean): boolean {
  // “U.S.S. Saratoga”.
  if (/\b(?:\p{Lu}\.){3} $/u.test(text.slice(Math.max(0, start - 8), start))) return true;
  const word = /([\p{L}][\p{L}'-]*\.?) $/u.exec(text.slice(Math.max(0, start - 24), start))?.[1];
  if (word === undefined) return text[start - 1] !== '-';
  // “Miss Lacey” may be her sister; “Miss Harriet Lacey” is not.
  if (isWhole && /^(?:Mr|Ms|Miss|Mister)\.?$/.test(word)) return true;
  // A point ends a sentence, save behind an initial.
  if (word.endsWith('.') && word.length > 2) return !another.test(word);
  return (
    !another.test(word) &&
    (!/^\p{Lu}/u.test(word) || title.test(word) || opening.test(word) || /-(?:class|old|eyed|haired)$/.test(word))
  );
}

/** Whether another part of a name follows. */
const goesOn = (text: string, end: number): boolean =>
  /^(?: (?:Jr|Sr|Senior|Junior|[A-Z][a-z]|[IVX]+\b)|-\p{L})/u.test(text.slice(end, end + 8));

function readNames<T extends Table>(bible: Bible, table: T): Names<T> {
  const byName = new Map<string, Entry<T>[]>();
  for (const entry of bible[table].values() as Iterable<Entry<T>>) {
    for (const { value } of entry.names) {
      const name = plain(value.trim()).replace(/^the /i, '');
      // What has no capital, such as an id in the place of a name, is not looked for in the prose.
      if (!/\p{Lu}/u.test(name)) continue;
      const bearers = byName.get(name) ?? [];
      if (!bearers.includes(entry)) byName.set(name, [...bearers, entry]);
    }
  }
  const lengths = [...new Set([...byName.keys()].map((name) => name.length))].sort((a, b) => b - a);
  const firsts = new Set([...byName.keys()].map((name) => name[0]));
  const called = (text: string, start: number, end: number): Called<T> | undefined => {
    const entries = byName.get(text.slice(start, end));
    if (!entries || wordChar.test(text[start - 1] ?? ' ') || wordChar.test(text[end] ?? ' ')) return undefined;
    return { entries, start, end };
  };
  const longest = (text: string, place: (length: number) => readonly [number, number]): Called<T> | undefined => {
    for (const length of lengths) {
      const [start, end] = place(length);
      if (start < 0) continue;
      const found = called(text, start, end);
      if (found)
        return standsAlone(text, found.start, text.slice(found.start, found.end).includes(' ')) &&
          !goesOn(text, found.end)
          ? found
          : undefined;
    }
    return undefined;
  };
  const startingAt = (text: string, start: number): Called<T> | undefined =>
    firsts.has(text[start] ?? '') ? longest(text, (length) => [start, start + length]) : undefined;
  const allIn = (text: string): readonly Called<T>[] => {
    const found: Called<T>[] = [];
    if (byName.size === 0) return found;
    for (const word of text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}/gu)) {
      if (word.index < (found.at(-1)?.end ?? 0)) continue;
      const one = startingAt(text, word.index);
      if (one) found.push(one);
    }
    return found;
  };
  return { endingAt: (text, end) => longest(text, (length) => [end - length, end]), startingAt, allIn };
}

/** The one who is meant by a name; undefined where several bear it, or where it is shared on purpose. */
export function theOne<T extends Table>(called: Called<T> | undefined): Entry<T> | undefined {
  const [entry, ...others] = called?.entries ?? [];
  const { ambiguous } = (entry?.fields ?? {}) as { ambiguous?: { readonly value: boolean } };
  return others.length > 0 || ambiguous?.value ? undefined : entry;
}
