/** Several values in YAML: lists and tables, also in the one-line forms that directives need. */

import { complain, describe, type Kind, type Reading, type Reference } from './fields.ts';
import type { Span } from './source.ts';
import { isEmpty, type MapEntry, type Node } from './yaml.ts';

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

/**
 * Values under keys of the author's own; also written `a: b, c: d` in one line. A key given twice is reported. `tables`:
 * the keys speak of entries of these.
 */
export function table<T>(kind: Kind<T>, says = 'a table', ...tables: Reference['tables']): Kind<readonly Keyed<T>[]> {
  return {
    says,
    schema: { type: 'object', additionalProperties: kind.schema },
    read(node, reading) {
      if (node.kind === 'list') return complain(reading, node.span, `a list stands where ${says} belongs`);
      const entries = node.kind === 'map' ? node.entries : pairsOf(node, reading);
      return once(entries, reading).flatMap(({ key, keySpan, value: inner }) => {
        if (tables.length > 0) reading.references.push({ value: key, span: keySpan, tables });
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
export function once(entries: readonly MapEntry[], reading: Reading, fold = (key: string) => key): MapEntry[] {
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
