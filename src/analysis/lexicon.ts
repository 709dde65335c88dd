/** The names of the bible as a trie of folded tokens, and where they occur in a text. */

import { type Bible, type Entry, foldName, isOf } from '../manuscript/bible.ts';
import type { Stretch } from '../manuscript/passages.ts';
import { isNamesake } from './namesakes.ts';

/** A place where a name of the bible stands. The stretch is the name alone, without a possessive ending. */
export interface NameAt extends Stretch {
  /** The entries that the name may mean: several where they share it. */
  readonly ids: readonly string[];
  readonly possessive: boolean;
  /** Whether it can only be one of them: no longer name of somebody else, no name that is shared on purpose. */
  readonly sure: boolean;
}

/** What is known of one entry where its name is met. */
export interface Named {
  readonly id: string;
  readonly table: Entry['table'];
  /** All words of all its names, folded. */
  readonly words: ReadonlySet<string>;
  /** The words of all ranks that the bible gives to anybody, folded: titles, whatever story they are from. */
  readonly titles: ReadonlySet<string>;
  readonly pronouns: readonly string[];
  readonly ambiguous: boolean;
}

interface Branch {
  readonly next: Map<string, Branch>;
  /** Entries whose name ends here, each with whether the text must have an article before it. */
  readonly ends: { readonly id: string; readonly article: boolean }[];
}

export interface Lexicon {
  /** Of the names and all that tells them apart: two lexicons of one signature find the same. */
  readonly signature: string;
  readonly entries: ReadonlyMap<string, Named>;
  readonly namesIn: (text: string) => readonly NameAt[];
}

const tables = ['characters', 'ships', 'places', 'objects'] as const;

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ‘`´-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/uy;
const capitalised = /\p{Lu}[\p{L}\p{M}\p{N}]*(?:['’ʼ‘`´-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

const fold = (token: string): string => (/^[A-Za-z]+$/.test(token) ? token.toLowerCase() : foldName(token));

const lexicons = new WeakMap<Bible, Lexicon>();
let last: Lexicon | undefined;

/** The lexicon of a bible. A bible with the same names has the same lexicon, so that what was read with it stays read. */
export function lexiconOf(bible: Bible): Lexicon {
  const known = lexicons.get(bible);
  if (known) return known;
  const entries = tables.flatMap((name) => [...(bible[name].values() as Iterable<Entry>)]);
  const signature = JSON.stringify(
    entries.map((entry) => [formsOf(entry), titlesOf(entry), describe(entry, [], new Set())]),
  );
  const lexicon = last?.signature === signature ? last : makeLexicon(entries, signature);
  last = lexicon;
  lexicons.set(bible, lexicon);
  return lexicon;
}

function formsOf(entry: Entry): readonly string[] {
  const names = entry.names.map(({ value }) => value);
  const prefix = isOf(entry, 'ships') ? (entry.fields as Entry<'ships'>['fields']).prefix?.value : undefined;
  return prefix ? [...names, `${prefix} ${entry.name}`] : names;
}

const titlesOf = (entry: Entry): readonly string[] =>
  isOf(entry, 'characters') ? (entry.fields.rank ?? []).flatMap(({ is }) => (is ? [is.value] : [])) : [];

function describe(entry: Entry, words: readonly string[], titles: ReadonlySet<string>): Named {
  const fields = entry.fields as Entry<'characters'>['fields'];
  const pronouns = (fields.pronouns ?? []).map(({ value }) => value.trim().toLowerCase().split('/')[0] as string);
  const ambiguous = fields.ambiguous?.value === true;
  return { id: entry.id, table: entry.table, words: new Set(words), titles, pronouns, ambiguous };
}

function makeLexicon(all: readonly Entry[], signature: string): Lexicon {
  const root = branch();
  const entries = new Map<string, Named>();
  const titles = new Set(all.flatMap(titlesOf).flatMap(tokensOf));
  /** First words of names that begin small, as “the captain” does. */
  const small = new Set<string>();
  for (const entry of all) {
    const words: string[] = [];
    for (const form of formsOf(entry)) {
      const bare = form.replace(/^(?:the|an?)\s+/i, '');
      const tokens = tokensOf(bare);
      words.push(...tokens);
      const [first] = tokens;
      if (first === undefined) continue;
      if (!/^\p{Lu}/u.test(bare)) {
        // A common noun means somebody only behind its article: “the captain”, not “a captain”. Of places and things
        // there are too many.
        if (entry.table !== 'characters' || bare === form) continue;
        small.add(first);
      }
      let at = root;
      for (const token of tokens) {
        const next = at.next.get(token) ?? branch();
        at.next.set(token, next);
        at = next;
      }
      // A ship or a place is named with its article or without it; a nickname is one only with it.
      const article = bare !== form && entry.table === 'characters';
      if (!at.ends.some(({ id }) => id === entry.id)) at.ends.push({ id: entry.id, article });
    }
    entries.set(entry.id, describe(entry, words, titles));
  }
  const smallWords = small.size > 0 ? new RegExp(`(?<![\\p{L}'’])(?:${[...small].join('|')})`, 'gu') : undefined;
  const namesIn = (text: string): readonly NameAt[] => {
    const found: NameAt[] = [];
    if (entries.size === 0) return found;
    for (const starts of smallWords ? [capitalised, smallWords] : [capitalised]) {
      starts.lastIndex = 0;
      for (let match = starts.exec(text); match; match = starts.exec(text)) {
        const name = nameAt(text, match.index, match[0], root, entries);
        if (!name) continue;
        found.push(name);
        starts.lastIndex = Math.max(name.end, starts.lastIndex);
      }
    }
    return smallWords ? found.sort((a, b) => a.start - b.start) : found;
  };
  return { signature, entries, namesIn };
}

const branch = (): Branch => ({ next: new Map(), ends: [] });

function tokensOf(name: string): string[] {
  const tokens: string[] = [];
  word.lastIndex = 0;
  for (let at = 0; at < name.length; at += 1) {
    word.lastIndex = at;
    const token = word.exec(name)?.[0];
    if (token === undefined) continue;
    tokens.push(fold(token));
    at += token.length - 1;
  }
  return tokens;
}

function nameAt(
  text: string,
  start: number,
  first: string,
  root: Branch,
  entries: ReadonlyMap<string, Named>,
): NameAt | undefined {
  let found: { ends: Branch['ends']; end: number; possessive: boolean } | undefined;
  let at = root;
  let token = first;
  let from = start;
  for (;;) {
    const key = fold(token);
    const whole = at.next.get(key);
    const bare = whole || !key.endsWith("'s") ? undefined : at.next.get(key.slice(0, -2));
    if (bare && bare.ends.length > 0) found = { ends: bare.ends, end: from + token.length - 2, possessive: true };
    if (!whole) break;
    const end = from + token.length;
    if (whole.ends.length > 0) {
      const possessive = /s$/i.test(token) && /^['’](?![\p{L}])/u.test(text.slice(end, end + 2));
      found = { ends: whole.ends, end, possessive };
    }
    if (whole.next.size === 0) break;
    // `D. K. Vorr`: a dot and one space or line break lie between two words of a name.
    const gap = /^\.?\s{1,2}/.exec(text.slice(end, end + 3));
    if (!gap) break;
    word.lastIndex = from = end + gap[0].length;
    const next = word.exec(text);
    if (!next) break;
    token = next[0];
    at = whole;
  }
  if (!found) return undefined;
  const before = text[start - 1];
  if (before !== undefined && /[\p{L}\p{N}]/u.test(before)) return undefined;
  const { ends } = found;
  const hasArticle =
    ends.some(({ article }) => article) && /(?:^|[^\p{L}])the\s$/iu.test(text.slice(Math.max(0, start - 5), start));
  const ids = ends.filter(({ article }) => hasArticle || !article).map(({ id }) => id);
  if (ids.length === 0) return undefined;
  const { end, possessive } = found;
  const sure = ids.every((id) => {
    const named = entries.get(id);
    return named !== undefined && !named.ambiguous && !isNamesake(text, start, end, named);
  });
  return { start, end, ids, possessive, sure };
}
