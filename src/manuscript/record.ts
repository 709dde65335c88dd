/** Records in YAML: named fields, each described once, and what is said of keys that are none. */

import { once } from './collections.ts';
import { complain, describe, type Kind, type Reading, replace } from './fields.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import type { Span } from './source.ts';
import { isEmpty, type MapNode } from './yaml.ts';

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
  /** Keys that only other tools write: where one stands, keys that resemble no field are that tool's too. */
  readonly foreign?: readonly string[];
  /** A scalar in the record's place is this field. */
  readonly short?: string;
}

/** A record with named fields, in any case. Unknown keys are warned of with the nearest that is known; `x-…` passes. */
export function record<F extends Fields>(
  fields: F,
  says: string,
  { silent = [], foreign = [], short }: RecordOptions = {},
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
    const elsewhere = node.entries.some(({ key }) => foreign.includes(key.toLowerCase()));
    for (const { key, keySpan, value } of once(node.entries, reading, (name) => name.toLowerCase())) {
      const name = names.get(key.toLowerCase());
      if (name === undefined) {
        if (!/^x-/i.test(key) && !passed.has(key.toLowerCase()))
          unknownKey(key, keySpan, says, [...names.values()], elsewhere, reading);
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

/** A value that also knows where the whole of it stands. */
export function placed<T extends object>(kind: Kind<T>): Kind<T & { readonly span: Span }> {
  return {
    ...kind,
    read(node, reading) {
      const value = kind.read(node, reading);
      return value && { ...value, span: node.span };
    },
  };
}

/**
 * A key that is nearly a field is a slip, reported under its own name. Keys that resemble none are another tool's: all
 * of a kind of record are one problem.
 */
function unknownKey(
  key: string,
  span: Span,
  says: string,
  names: readonly string[],
  elsewhere: boolean,
  reading: Reading,
): void {
  const near = nearest(key, names);
  if (elsewhere && !near) return;
  const id = `${says}\n${near ? key.toLowerCase() : ''}`;
  const known = reading.unknownKeys.get(id);
  if (known) {
    known.count += 1;
    known.keys.add(key);
  } else reading.unknownKeys.set(id, { keys: new Set([key]), says, span, near, count: 1 });
}

/** What is to be said of the unknown keys that reading met. */
export function unknownKeyProblems({ unknownKeys }: Reading): Problem[] {
  return [...unknownKeys.values()].map(({ keys, says, span, near, count }): Problem => {
    const names = [...keys].map((key) => `\`${key}\``);
    const listed =
      names.length > 1
        ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)} are no fields`
        : `${names[0]} is no field`;
    const hint = near
      ? `did you mean \`${near}\`?`
      : `${names.length > 1 ? 'keys' : 'a key'} of your own ${names.length > 1 ? 'begin' : 'begins'} with \`x-\``;
    return {
      rule: 'format/unknown-key',
      message: `${listed} of ${says}; ${hint}`,
      span,
      ...(near ? { fix: replace(span, near) } : {}),
      ...(count > 1 ? { count } : {}),
    };
  });
}
