/** YAML that remembers its places: every key and every value knows where it stands, and is the text that was typed. */

import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Problem } from './problem.ts';
import type { Source, Span } from './source.ts';

/**
 * What stands at a place in a YAML file. Scalars stay text (`43625.20` is not `43625.2`, `no` is not `false`): what a
 * text means is for the field to say.
 */
export type Node = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly text: string;
  /** Written in quotation marks or as a block: never a number, a `null` or a list in disguise. */
  readonly quoted: boolean;
  readonly span: Span;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly span: Span;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  readonly span: Span;
}

export interface MapEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node;
}

/** What reading a piece of YAML gave: the value, or nothing where it is empty, and all that is wrong with it. */
export interface YamlReading {
  readonly node?: Node;
  readonly problems: readonly Problem[];
}

/** Deeper than anything a person writes, and far from what overflows the parser's stack. */
const DEEPEST = 64;
/** Aliases may repeat an anchor's value; past this many values in all they are a bomb. */
const MOST_VALUES = 100_000;

/** Reads the YAML that stands between two offsets of a source. Never throws. */
export function readYaml(source: Source, start: number, end: number): YamlReading {
  const text = source.text.slice(start, end);
  // The parser may place an error behind the last character.
  const at = (offset: number): number => Math.min(start + offset, end);
  const span = (from: number, to: number): Span => ({ source, start: at(from), end: at(Math.max(from, to)) });
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    return {
      problems: [
        bad(
          span(deep, deep + 1),
          `values stand inside one another more than ${DEEPEST} levels deep; nothing in a manuscript needs that`,
        ),
      ],
    };
  }
  const problems: Problem[] = [];
  try {
    const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, strict: false });
    const errors = document.errors.filter(({ code }) => code !== 'MULTIPLE_DOCS');
    for (const error of errors.slice(0, 20)) {
      const found = complaint(error, document, text, span);
      const isKnown = problems.some((one) => one.span.start === found.span.start && one.message === found.message);
      if (!isKnown) problems.push(found);
    }
    if (errors.length > 0) return { node: readByLine(source, start, end), problems };
    problems.push(...secondDocument(document, text, span));
    const reader: Reader = {
      span,
      problems,
      values: 0,
      resolve: (alias) => alias.resolve(document) as ParsedNode | undefined,
    };
    const node = document.contents ? toNode(document.contents as ParsedNode, reader) : undefined;
    return node && !isEmpty(node) ? { node, problems } : { problems };
  } catch {
    // The parser overflows on shapes that the measure above does not know.
    return { problems: [bad(span(0, 0), 'this YAML is nested too deeply or is too tangled to be read')] };
  }
}

/** Whether a value says nothing: an empty one, `~` or `null`. */
export function isEmpty(node: Node): boolean {
  return node.kind === 'scalar' && !node.quoted && /^(|~|null)$/i.test(node.text);
}

export const isMapNode = (node: Node | undefined): node is MapNode => node?.kind === 'map';

const bad = (span: Span, message: string): Problem => ({ rule: 'format/bad-value', message, span });

interface Reader {
  readonly span: (from: number, to: number) => Span;
  readonly problems: Problem[];
  values: number;
  readonly resolve: (alias: Alias) => ParsedNode | undefined;
}

function toNode(node: ParsedNode, reader: Reader, depth = 0): Node {
  const span = reader.span(node.range[0], node.range[1]);
  reader.values += 1;
  if (reader.values === MOST_VALUES || depth === DEEPEST) {
    reader.problems.push(bad(span, 'anchors and aliases repeat one another without end; write the values out'));
  }
  const empty: Node = { kind: 'scalar', text: '', quoted: false, span };
  if (reader.values >= MOST_VALUES || depth >= DEEPEST) return empty;
  if (isAlias(node)) {
    const target = reader.resolve(node);
    if (target) return toNode(target, reader, depth + 1);
    reader.problems.push(
      bad(
        span,
        `\`*${node.source}\` has no anchor \`&${node.source}\` before it; a text that begins with \`*\` needs quotation marks`,
      ),
    );
    return empty;
  }
  if (isSeq(node)) {
    return { kind: 'list', items: node.items.map((item) => toNode(item as ParsedNode, reader, depth + 1)), span };
  }
  if (isMap(node)) {
    const entries: MapEntry[] = [];
    for (const pair of node.items) {
      const key = pair.key as ParsedNode;
      const keySpan = reader.span(key.range[0], key.range[1]);
      if (!isScalar(key)) {
        reader.problems.push(bad(keySpan, 'a key must be a plain word'));
        continue;
      }
      const value = pair.value ? toNode(pair.value as ParsedNode, reader, depth + 1) : { ...empty, span: keySpan };
      entries.push({ key: String(key.value), keySpan, value });
    }
    return { kind: 'map', entries, span };
  }
  return { kind: 'scalar', text: String(node.value ?? ''), quoted: node.type !== 'PLAIN', span };
}

/** An error of the parser, at the place that the author has to mend: of a mark that is not closed, where it opens. */
function complaint(error: YAMLError, document: Document, text: string, span: Reader['span']): Problem {
  const open = openedBefore(error, document);
  if (open === undefined) return bad(span(...error.pos), explain(error));
  const mark = text[open] as string;
  const lineEnd = text.indexOf('\n', open);
  const why = /["']/.test(mark)
    ? `\`${mark}\` opens a text here, and nothing closes it; close it on this line, or take it away`
    : `\`${mark}\` opens ${mark === '[' ? 'a list' : 'a table'} here, and no \`${mark === '[' ? ']' : '}'}\` closes it`;
  return bad(span(open, lineEnd < 0 ? text.length : lineEnd), why);
}

/** What stands behind a line `---` or `...` is another document of YAML, and nobody reads it. */
function secondDocument({ errors }: Document, text: string, span: Reader['span']): Problem[] {
  const [start] = errors.find(({ code }) => code === 'MULTIPLE_DOCS')?.pos ?? [];
  if (start === undefined) return [];
  const rest = text.slice(start);
  const said = rest.replace(/^(?:---|\.\.\.)(?!\S)|(?<!\S)#.*/gm, '');
  if (said.trim() === '') return [];
  const line = /^.*/.exec(rest)?.[0].trimEnd() ?? '';
  const remedy = line.startsWith('---') ? 'take this `---` away' : 'take the line `...` above it away';
  return [bad(span(start, start + line.length), `a second document begins here, and nothing of it is read; ${remedy}`)];
}

/** Where the quotation mark or the bracket stands that an error misses the end of. */
function openedBefore({ code, message, pos: [at] }: YAMLError, document: Document): number | undefined {
  const quote = code === 'MISSING_CHAR' && message.includes('quote');
  const bracket = /^Flow (?:sequence|map) in block collection/.test(message);
  if (!quote && !bracket) return undefined;
  let open: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (quote && type?.startsWith('QUOTE') && range && range[0] < at && range[1] >= at) open = range[0];
    },
    Collection(_, { flow, range }) {
      if (bracket && flow && range && range[0] < at) open = range[0];
    },
  });
  return open;
}

/** What an author can do about each error of the parser. */
function explain(error: YAMLError): string {
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'a second colon on the line: a value that holds ": " needs quotation marks around it';
    case 'TAB_AS_INDENT':
      return 'a tab indents this line; YAML takes spaces only';
    case 'BAD_INDENT':
      return 'the indentation does not fit the lines above, or a bracket is not closed';
    case 'MISSING_CHAR':
      return `${firstLine(error)}; a quotation mark or a bracket is not closed`;
    case 'BAD_ALIAS':
      return 'a text that begins with `*` or `&` needs quotation marks';
    case 'UNEXPECTED_TOKEN':
    case 'BAD_SCALAR_START':
      return `${firstLine(error)}; a text with marks in it needs quotation marks`;
    default:
      return firstLine(error);
  }
}

const firstLine = (error: YAMLError): string =>
  `not YAML: ${(error.message.split(/ at line \d|\n/)[0] ?? '').replace(/\.$/, '')}`;

/** Where nesting first goes past the deepest, by brackets, by dashes on a line, or by indentation. */
function tooDeepAt(text: string): number | undefined {
  let open = 0;
  const indents: number[] = [];
  for (const line of text.matchAll(/^([ ]*)((?:- )*)(.*)$/gm)) {
    const [whole, indent = '', dashes = '', rest = ''] = line;
    if (whole.trim() === '') continue;
    while (indents.length > 0 && (indents.at(-1) as number) >= indent.length) indents.pop();
    indents.push(indent.length);
    if (indents.length + dashes.length / 2 > DEEPEST) return line.index;
    for (let i = 0; i < rest.length; i += 1) {
      const mark = rest[i];
      if (mark === '[' || mark === '{') open += 1;
      else if ((mark === ']' || mark === '}') && open > 0) open -= 1;
      if (open > DEEPEST) return line.index + indent.length + dashes.length + i;
    }
  }
  return undefined;
}

/** What can be saved of malformed YAML: each line `key: value` at the margin, so that a slip does not lose the title. */
function readByLine(source: Source, start: number, end: number): MapNode {
  const entries: MapEntry[] = [];
  for (const line of source.text.slice(start, end).matchAll(/^([A-Za-z][\w-]*)[ \t]*:[ \t]+(\S.*?)[ \t]*\r?$/gm)) {
    const [whole, key = '', raw = ''] = line;
    const at = start + line.index;
    const from = at + whole.lastIndexOf(raw);
    if (/^[[{|>&*!]/.test(raw)) continue;
    const quoted = /^(["']).*\1$/.test(raw);
    const text = quoted ? raw.slice(1, -1) : raw;
    entries.push({
      key,
      keySpan: { source, start: at, end: at + key.length },
      value: { kind: 'scalar', text, quoted, span: { source, start: from, end: from + raw.length } },
    });
  }
  return { kind: 'map', entries, span: { source, start, end } };
}
