/** TOML frontmatter, as Hugo writes it, into the same nodes that YAML gives. */

import { parse, TomlDate, TomlError, type TomlValue } from 'smol-toml';
import type { Source, Span } from './source.ts';
import type { MapEntry, Node, YamlReading } from './yaml.ts';

/**
 * Reads the TOML between two offsets of a source. The library tells no places, so a key's place is found again in the
 * text, and a value stands where its line does. Never throws.
 */
export function readToml(source: Source, start: number, end: number): YamlReading {
  const text = source.text.slice(start, end);
  try {
    const table = parse(text.replace(/\r\n?/g, '\n'));
    const entries = Object.entries(table).map(([key, value]) => entryOf(key, value, text, source, start));
    return { node: { kind: 'map', entries, span: { source, start, end } }, problems: [] };
  } catch (error) {
    const line = error instanceof TomlError ? error.line : 1;
    const at = start + (text.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0));
    const why =
      error instanceof TomlError
        ? (error.message.split('\n')[0] ?? '').replace(/^Invalid TOML document: /, '')
        : 'it cannot be read';
    return {
      problems: [{ rule: 'format/bad-value', message: `not TOML: ${why}`, span: { source, start: at, end: at } }],
    };
  }
}

function entryOf(key: string, value: TomlValue, text: string, source: Source, start: number): MapEntry {
  const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const line = new RegExp(`^[ \\t]*["']?${escaped}["']?[ \\t]*=[ \\t]*([^\\r\\n]*?)[ \\t]*\\r?$`, 'm').exec(text);
  const at = start + (line ? line.index + line[0].indexOf(key) : 0);
  const raw = line?.[1] ?? '';
  const valueStart = line ? start + line.index + line[0].lastIndexOf(raw) : at;
  const keySpan: Span = { source, start: at, end: line ? at + key.length : at };
  return { key, keySpan, value: toNode(value, { source, start: valueStart, end: valueStart + raw.length }, raw) };
}

function toNode(value: TomlValue, span: Span, raw?: string): Node {
  if (Array.isArray(value)) return { kind: 'list', items: value.map((item) => toNode(item, span)), span };
  if (typeof value === 'string') return { kind: 'scalar', text: value, quoted: true, span };
  if (value instanceof TomlDate) return { kind: 'scalar', text: value.toISOString(), quoted: false, span };
  if (typeof value === 'object') {
    const entries = Object.entries(value).map(([key, inner]) => ({ key, keySpan: span, value: toNode(inner, span) }));
    return { kind: 'map', entries, span };
  }
  // The text as typed, for a stardate of 43625.20 is not one of 43625.2.
  const typed = raw?.replace(/\s*#.*$/, '');
  return { kind: 'scalar', text: typed && Number(typed) === value ? typed : String(value), quoted: false, span };
}
