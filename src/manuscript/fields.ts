/** The kinds of value that YAML may hold here: each reads a node, says what is wrong with it, and describes itself. */

import { type Calendar, isMoment, type Moment } from './calendar.ts';
import { date } from './calendars/date.ts';
import { readLength } from './lengths.ts';
import { nearest } from './nearest.ts';
import type { Fault, Fix, Problem, Related } from './problem.ts';
import type { Span } from './source.ts';
import { isEmpty, type MapEntry, type MapNode, type Node } from './yaml.ts';

/** A value, and where the author wrote it. */
export interface Stated<T> {
  readonly value: T;
  readonly span: Span;
}

/** The tables of the bible. */
export type Table = 'characters' | 'ships' | 'places' | 'events' | 'objects' | 'words' | 'threads';

/** A name or id that speaks of an entry of the bible, or of a timeline, as written. */
export interface Reference extends Stated<string> {
  readonly tables: readonly (Table | 'timelines' | 'chapters')[];
}

/** What reading needs to know, and what it gathers on the way. */
export interface Reading {
  readonly calendar: Calendar;
  readonly problems: Problem[];
  readonly references: Reference[];
  /** Unknown keys are reported once for the story: by the record and the key, the first place and a count. */
  readonly unknownKeys: Map<string, { readonly problem: Problem; count: number }>;
}

/** A JSON Schema, as far as editors use it. */
export type JsonSchema = { readonly [key: string]: unknown };

export interface Kind<T> {
  /** What an author may write, in words: `a date`, `yes or no`. */
  readonly says: string;
  readonly schema: JsonSchema;
  /** The value, or undefined after saying what is wrong. */
  readonly read: (node: Node, reading: Reading) => T | undefined;
}

export type Read<K> = K extends Kind<infer T> ? T : never;

function complain(
  reading: Reading,
  span: Span,
  message: string,
  more: { rule?: Fault; fix?: Fix; related?: readonly Related[] } = {},
): undefined {
  const { rule = 'format/bad-value', ...rest } = more;
  reading.problems.push({ rule, message, span, ...rest });
}

const replace = (span: Span, text: string): Fix => ({ safe: false, edits: [{ span, text }] });

const describe = (node: Node): string =>
  node.kind === 'list' ? 'a list' : node.kind === 'map' ? 'a table of keys' : `“${node.text}”`;

function scalar<T>(
  says: string,
  schema: JsonSchema,
  interpret: (text: string, span: Span, reading: Reading) => T | undefined,
): Kind<Stated<T>> {
  return {
    says,
    schema,
    read(node, reading) {
      if (node.kind !== 'scalar') return complain(reading, node.span, `${describe(node)} stands where ${says} belongs`);
      const value = interpret(node.text.trim(), node.span, reading);
      return value === undefined ? undefined : { value, span: node.span };
    },
  };
}

export const text = scalar('text', { type: ['string', 'number', 'boolean'] }, (written) => written);

export const flag = scalar('yes or no', { type: 'boolean' }, (written, span, reading) => {
  if (/^(true|yes|on)$/i.test(written)) return true;
  if (/^(false|no|off)$/i.test(written)) return false;
  return complain(reading, span, `“${written}” stands where true or false belongs`);
});

export const number = scalar('a number', { type: 'number' }, (written, span, reading) =>
  /^-?\d+(\.\d+)?$/.test(written)
    ? Number(written)
    : complain(reading, span, `“${written}” stands where a number belongs`),
);

/** One of a few words, in any case; a near miss is named. */
export function oneOf<const W extends string>(...words: readonly W[]): Kind<Stated<W>> {
  const says = words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : String(words[0]);
  return scalar(says, { enum: words }, (written, span, reading) => {
    const match = words.find((word) => word.toLowerCase() === written.toLowerCase());
    if (match) return match;
    const near = nearest(written, words);
    const hint = near ? `; did you mean “${near}”?` : `; it is one of ${says}`;
    return complain(reading, span, `“${written}” is not known here${hint}`, near ? { fix: replace(span, near) } : {});
  });
}

/** A time in the story's calendar. */
export const time: Kind<Stated<Moment>> = scalar('a time', { type: ['string', 'number'] }, (written, span, reading) => {
  const read = reading.calendar.read(written);
  if (isMoment(read)) return read;
  const instead = read.instead ? `; did you mean ${read.instead}?` : '';
  return complain(reading, span, `“${written}” is no ${reading.calendar.noun} here: ${read.why}${instead}`, {
    rule: 'time/malformed-stardate',
    ...(read.instead ? { fix: replace(span, read.instead) } : {}),
  });
});

/** A date of our own world, as in `published: 2026-09-01`. */
export const worldDate: Kind<Stated<Moment>> = scalar(
  'a date, as in 2026-09-01',
  { type: 'string' },
  (written, span, reading) => {
    const read = date.read(written);
    return isMoment(read) ? read : complain(reading, span, `“${written}” is no date: ${read.why}`);
  },
);

/** A length of time, in days. */
export const length: Kind<Stated<number>> = scalar(
  'a length, as in 3 days',
  { type: 'string' },
  (written, span, reading) => {
    const days = readLength(written);
    return (
      days ??
      complain(
        reading,
        span,
        `“${written}” is no length of time; write it as in “20 minutes”, “3 days”, “a week” or “PT3H”`,
      )
    );
  },
);

/** A name, alias or id of the bible. Whether it is known there is for the rules to ask. */
export function reference(...tables: Reference['tables']): Kind<Reference> {
  return {
    says: tables.includes('timelines') ? 'a timeline' : 'an id or a name of the bible',
    schema: { type: ['string', 'number'] },
    read(node, reading) {
      const stated = text.read(node, reading);
      if (!stated || stated.value === '') return undefined;
      const found = { ...stated, tables };
      reading.references.push(found);
      return found;
    },
  };
}

/** Several values: a YAML list, a single value, or, where `commas` says so, words with commas between them. */
export function list<T>(kind: Kind<T>, { commas = false } = {}): Kind<readonly T[]> {
  return {
    says: `a list: ${kind.says}`,
    schema: { anyOf: [{ type: 'array', items: kind.schema }, kind.schema] },
    read(node, reading) {
      const items = node.kind === 'list' ? node.items : commas && node.kind === 'scalar' ? splitAtCommas(node) : [node];
      return items.flatMap((item) => (isEmpty(item) ? [] : (kind.read(item, reading) ?? [])));
    },
  };
}

function splitAtCommas(node: Node & { kind: 'scalar' }): Node[] {
  // Offsets hold where the source repeats the text; elsewhere (escapes, folded lines) the whole value is the place.
  const source = node.span.source.text.slice(node.span.start, node.span.end);
  const lead = source.indexOf(node.text);
  let at = 0;
  return node.text.split(',').map((piece) => {
    const word = piece.trim();
    const start = node.span.start + lead + at + piece.indexOf(word);
    at += piece.length + 1;
    const span = lead < 0 ? node.span : { source: node.span.source, start, end: start + word.length };
    return { ...node, text: word, span };
  });
}

/** A value under a key that the author chose. */
export interface Keyed<T> {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: T;
}

/** Values under keys of the author's own; also written `a: b, c: d` in one line. A key given twice is reported. */
export function table<T>(kind: Kind<T>, says = 'a table'): Kind<readonly Keyed<T>[]> {
  return {
    says,
    schema: { type: 'object', additionalProperties: kind.schema },
    read(node, reading) {
      if (node.kind === 'list') return complain(reading, node.span, `a list stands where ${says} belongs`);
      const entries = node.kind === 'map' ? node.entries : pairsOf(node, reading);
      return once(entries, reading).flatMap(({ key, keySpan, value: inner }) => {
        const value = kind.read(inner, reading);
        return value === undefined ? [] : [{ key, keySpan, value }];
      });
    },
  };
}

function pairsOf(node: Node & { kind: 'scalar' }, reading: Reading): MapEntry[] {
  if (node.text.trim() === '') return [];
  return splitAtCommas(node).flatMap((piece) => {
    const [, key, gap = '', value] = /^([^:]+?)(\s*:\s*)(.+)$/.exec((piece as { text: string }).text) ?? [];
    if (key === undefined || value === undefined) {
      complain(reading, piece.span, `${describe(piece)} stands where a pair belongs, as in “gul-macet: viewscreen”`);
      return [];
    }
    const { source, start } = piece.span;
    const from = start + key.length + gap.length;
    const inner: Node = {
      kind: 'scalar',
      text: value,
      quoted: true,
      span: { source, start: from, end: from + value.length },
    };
    return [{ key, keySpan: { source, start, end: start + key.length }, value: inner }];
  });
}

/** Each key once: a second one is an error beside the first. */
function once(entries: readonly MapEntry[], reading: Reading, fold = (key: string) => key): MapEntry[] {
  const first = new Map<string, MapEntry>();
  for (const entry of entries) {
    const known = first.get(fold(entry.key));
    if (known) {
      complain(reading, entry.keySpan, `\`${entry.key}\` is given twice; only the first counts`, {
        rule: 'format/duplicate-id',
        related: [{ span: known.keySpan, message: `\`${known.key}\` stands here first` }],
      });
    } else first.set(fold(entry.key), entry);
  }
  return [...first.values()];
}

/** A field of a record: its kind, and what it means in a sentence. */
export interface Field<T> {
  readonly kind: Kind<T>;
  readonly means: string;
}

export const field = <T>(kind: Kind<T>, means: string): Field<T> => ({ kind, means });

// biome-ignore lint/suspicious/noExplicitAny: a record may hold fields of every type
export type Fields = { readonly [name: string]: Field<any> };
export type RecordOf<F extends Fields> = { readonly [K in keyof F]?: F[K] extends Field<infer T> ? T : never };

export interface RecordOptions {
  /** Keys that other tools write and that mean nothing here. */
  readonly silent?: readonly string[];
  /** A scalar in the record's place is this field. */
  readonly short?: string;
}

/** A record with named fields, in any case. Unknown keys are warned of with the nearest that is known; `x-…` passes. */
export function record<F extends Fields>(
  fields: F,
  says: string,
  { silent = [], short }: RecordOptions = {},
): Kind<RecordOf<F>> {
  const names = new Map(Object.keys(fields).map((name) => [name.toLowerCase(), name]));
  const passed = new Set(silent);
  const object = {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, f]) => [name, { description: f.means, ...f.kind.schema }]),
    ),
    patternProperties: { '^x-': {} },
  };
  const readMap = (node: MapNode, reading: Reading): RecordOf<F> => {
    const found: Record<string, unknown> = {};
    for (const { key, keySpan, value } of once(node.entries, reading, (name) => name.toLowerCase())) {
      const name = names.get(key.toLowerCase());
      if (name === undefined) {
        if (!/^x-/i.test(key) && !passed.has(key.toLowerCase()))
          unknownKey(key, keySpan, says, [...names.values()], reading);
      } else if (!isEmpty(value)) {
        const read = fields[name]?.kind.read(value, reading);
        if (read !== undefined) found[name] = read;
      }
    }
    return found as RecordOf<F>;
  };
  return {
    says,
    schema: short ? { anyOf: [object, fields[short]?.kind.schema] } : object,
    read(node, reading) {
      if (node.kind === 'map') return readMap(node, reading);
      if (short && node.kind === 'scalar') {
        const entry = { key: short, keySpan: node.span, value: node };
        return readMap({ kind: 'map', entries: [entry], span: node.span }, reading);
      }
      return complain(reading, node.span, `${describe(node)} stands where ${says} belongs`);
    },
  };
}

function unknownKey(key: string, span: Span, says: string, names: readonly string[], reading: Reading): void {
  const id = `${says}\n${key.toLowerCase()}`;
  const known = reading.unknownKeys.get(id);
  if (known) {
    known.count += 1;
    return;
  }
  const near = nearest(key, names);
  const hint = near ? `did you mean \`${near}\`?` : 'a key of your own begins with `x-`';
  const problem: Problem = { rule: 'format/unknown-key', message: `\`${key}\` is no field of ${says}; ${hint}`, span };
  reading.unknownKeys.set(id, { problem: near ? { ...problem, fix: replace(span, near) } : problem, count: 1 });
}
