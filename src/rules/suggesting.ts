/** What an author may have meant, and how that is written in the place of what stands there. */

import { type Bible, type Entry, foldName } from '../manuscript/bible.ts';
import type { Table } from '../manuscript/fields.ts';
import { nearest, slipsBetween } from '../manuscript/nearest.ts';
import type { Fix } from '../manuscript/problem.ts';
import { type Span, textOf } from '../manuscript/source.ts';

/** An id as the bible keeps them: small words joined by hyphens, perhaps within others. Everything else is a name. */
export const isId = (written: string): boolean => /^[a-z0-9]+(?:[-/][a-z0-9]+)*$/.test(written);

/** One slip, or two in a word of eight letters and more, and none in a digit: what can hardly be chance. */
export function isSlip(written: string, known: string): boolean {
  const [a, b] = [foldName(written), foldName(known)];
  const digits = (text: string): string => text.replace(/\D/g, '');
  return slipsBetween(a, b) <= (a.length >= 8 ? 2 : 1) && digits(a) === digits(b);
}

/** An entry that may be meant, and the form of its name that is nearest to what was written. */
export interface Suggestion {
  readonly form: string;
  readonly entry: Entry;
}

/** The entry whose id or name is nearest to what was written, or whose name ends it, as `Okoro` ends `young Okoro`. */
export function suggest(bible: Bible, written: string, tables: readonly Table[]): Suggestion | undefined {
  return nearestOf(
    written,
    tables.flatMap((table) => [...(bible[table].values() as Iterable<Entry>)]),
  );
}

/** The same among some entries. Of an id and a name that are as near, the one of the written kind is offered. */
export function nearestOf(written: string, entries: readonly Entry[]): Suggestion | undefined {
  const ids = entries.map((entry) => ({ form: entry.id, entry }));
  const names = entries.flatMap((entry) => entry.names.map(({ value }) => ({ form: value, entry })));
  const all = isId(written) ? [...ids, ...names] : [...names, ...ids];
  const form = nearest(
    bare(written),
    all.map((one) => bare(one.form)),
  );
  const end = foldName(written);
  return all.find((one) => bare(one.form) === form) ?? names.find((one) => end.endsWith(` ${foldName(one.form)}`));
}

/** A name without its article. */
const bare = (name: string): string => name.replace(/^the\s+/i, '');

/** Another value in the place of one in YAML or in a directive, quoted as it has to be there. */
export const instead = (span: Span, text: string): Fix => ({
  safe: false,
  edits: [{ span, text: quotedFor(span, text) }],
});

function quotedFor(span: Span, text: string): string {
  const before = textOf(span);
  const quoted = `"${text.replace(/["\\]/g, '\\$&')}"`;
  if (/^(["']).*\1$/s.test(before)) return quoted;
  const inDirective = span.source.text[span.start - 1] === '=';
  const plain = inDirective ? /^[^\s"'{},]+$/ : /^[\p{L}\p{N}](?:[^"#:{}[\],&*]*[^\s"#:{}[\],&*])?$/u;
  return plain.test(text) ? text : quoted;
}
