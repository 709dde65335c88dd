/** The kinds of value that YAML may hold here: each reads a node, says what is wrong with it, and describes itself. */

import { type Calendar, isMoment, type Malformed, type Moment } from './calendar.ts';
import { date } from './calendars/date.ts';
import { readLength } from './lengths.ts';
import { nearest } from './nearest.ts';
import type { Fault, Fix, Problem, Related } from './problem.ts';
import type { Span } from './source.ts';
import type { Node } from './yaml.ts';

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
  /** Whoever it speaks of need not have an entry: a sister who is named once. */
  readonly free?: true;
}

/** What reading needs to know, and what it gathers on the way. */
export interface Reading {
  readonly calendar: Calendar;
  readonly problems: Problem[];
  readonly references: Reference[];
  /** Every time that is read, well written or not: how many are malformed, and how, shows what is wrong. */
  readonly times: WrittenTime[];
  /** Unknown keys are reported once for the story: by the record and the key, the first place and a count. */
  readonly unknownKeys: Map<string, UnknownKeys>;
}

/** A time as it stands in YAML or in a directive. */
export interface WrittenTime extends Stated<string> {
  readonly malformed?: Malformed;
}

/** Keys of one kind of record that are no fields of it: where the first stands, and how often they occur. */
export interface UnknownKeys {
  readonly keys: Set<string>;
  readonly says: string;
  readonly span: Span;
  /** The field that was meant, where one is near. */
  readonly near: string | undefined;
  count: number;
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

export function complain(
  reading: Reading,
  span: Span,
  message: string,
  more: { rule?: Fault; fix?: Fix; related?: readonly Related[] } = {},
): undefined {
  const { rule = 'format/bad-value', ...rest } = more;
  reading.problems.push({ rule, message, span, ...rest });
}

export const replace = (span: Span, text: string): Fix => ({ safe: false, edits: [{ span, text }] });

export const describe = (node: Node): string =>
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

/** A time in the story’s calendar. What is wrong with it is said once all are read: see `times.ts`. */
export const time: Kind<Stated<Moment>> = scalar('a time', { type: ['string', 'number'] }, (written, span, reading) => {
  const read = reading.calendar.read(written);
  reading.times.push({ value: written, span, ...(isMoment(read) ? {} : { malformed: read }) });
  return isMoment(read) ? read : undefined;
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

/** The same, where nobody need have an entry of their own. */
export function freeReference(...tables: Reference['tables']): Kind<Reference> {
  const kind = reference(...tables);
  return {
    ...kind,
    read(node, reading) {
      const found = kind.read(node, reading);
      if (!found) return undefined;
      const free = { ...found, free: true } as const;
      reading.references[reading.references.length - 1] = free;
      return free;
    },
  };
}
