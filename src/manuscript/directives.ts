/** Directives on lines of their own: found before the Markdown is parsed, so that a faulty one is never printed. */

import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import type { Source, Span } from './source.ts';
import type { MapEntry, MapNode } from './yaml.ts';

export const leafNames = ['scene', 'break'] as const;
export const containerNames = ['log', 'verse', 'note'] as const;
export const textNames = ['ship', 'term', 'lang'] as const;

export type BlockName = (typeof leafNames)[number] | (typeof containerNames)[number];

/** A directive line that parses, with its attributes as places in the file. */
export interface DirectiveLine {
  readonly name: BlockName;
  readonly label?: string;
  readonly attributes: MapNode;
  readonly span: Span;
  /** The line that ends the block. */
  readonly closing?: Span;
}

export interface DirectiveLines {
  /** The text with every line blanked that must not be printed; offsets are those of the source. */
  readonly text: string;
  /** By the offset of their first colon. */
  readonly lines: ReadonlyMap<number, DirectiveLine>;
  readonly problems: readonly Problem[];
}

const candidate = /^([ \t]{0,3})(:{2,})([^\r\n]*)/gm;
const fence = /^[ \t]{0,3}(`{3,}|~{3,})([^\r\n]*)/gm;
/** The fence of a block as Pandoc and others have it: attributes, and no name of ours. */
const foreignBlock = /^[ \t]*\{[^{}]*\}[ \t]*:*[ \t]*$/;
const grammar = /^([A-Za-z][\w-]*)(\[(?:[^[\]\\]|\\.)*\])?(\{(?:[^{}"']|"[^"]*"|'[^']*')*\})?[ \t]*$/;

interface Open {
  readonly colons: number;
  readonly span: Span;
  readonly name: string;
  readonly known: boolean;
}

/** What is said of a line that was meant to be a directive. */
export const notParsed = (written: string): string =>
  `\`${written}\` does not parse: attributes stand in braces, as in \`::scene{pov=spock setting="the brig"}\`, and nothing follows them`;

/** Finds the directive lines of a chapter from an offset on. `text` is the source's, perhaps with parts blanked. */
export function readDirectiveLines(source: Source, text: string, from: number): DirectiveLines {
  const lines = new Map<number, DirectiveLine>();
  const problems: Problem[] = [];
  if (!text.includes('::', from)) return { text, lines, problems };
  const blanks: Span[] = [];
  const open: Open[] = [];
  const complain = (span: Span, message: string): void => {
    problems.push({ rule: 'format/bad-directive', message, span });
  };
  const literal = literalRanges(text, from);
  candidate.lastIndex = from;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const [whole, indent = '', marks = '', rest = ''] = match;
    const start = match.index + indent.length;
    const span: Span = { source, start, end: match.index + whole.trimEnd().length };
    if (literal.some(([a, b]) => start >= a && start < b)) continue;
    const colons = marks.length;
    if (colons >= 3 && rest.trim() === '') {
      close(colons, span);
      continue;
    }
    if (colons >= 3 && foreignBlock.test(rest)) {
      complain(span, foreign(marks + rest.trimEnd()));
      blanks.push(span);
      open.push({ colons: 3, span, name: '', known: false });
      continue;
    }
    const [, name = '', label, attributes = ''] = grammar.exec(rest) ?? [];
    const written = name || (/^[A-Za-z][\w-]*/.exec(rest)?.[0] ?? '');
    const known = knownName(written, colons);
    if (name === '') {
      // Prose may begin with colons; only a name of ours, or one meant to be, shows that a directive was tried.
      if (known || isDirectiveName(written)) {
        complain(span, notParsed(marks + written));
        blanks.push(span);
      }
      continue;
    }
    if (!known) complain(span, unknown(name, marks));
    if (colons >= 3) {
      const outer = open.at(-1);
      if (outer?.name && colons >= outer.colons) {
        complain(
          span,
          `\`${marks}${name}\` stands inside \`${outer.name}\`, whose own line needs more colons than this one: \`${':'.repeat(colons + 1)}${outer.name}\``,
        );
      }
      open.push({ colons, span, name, known: known !== undefined && !(outer?.name && colons >= outer.colons) });
    }
    if (!known || (colons >= 3 && !open.at(-1)?.known)) {
      blanks.push(label ? { ...span, end: span.start + marks.length + name.length + 1 } : span);
      // The label's words are the author's prose: they stay, the marks around them go.
      if (label) blanks.push({ ...span, start: span.start + marks.length + name.length + label.length - 1 });
      continue;
    }
    const at = start + colons + name.length + (label?.length ?? 0);
    lines.set(start, {
      name: known as BlockName,
      ...(label ? { label: label.slice(1, -1) } : {}),
      attributes: readAttributes(source, at, attributes, complain),
      span,
    });
  }
  for (const block of open) {
    // What is no block of ours has been complained of.
    if (block.name === '') continue;
    complain(
      block.span,
      `\`${':'.repeat(block.colons)}${block.name}\` is never closed: a line \`${':'.repeat(block.colons)}\` is missing below it`,
    );
    blanks.push(block.span);
    lines.delete(block.span.start);
  }
  return { text: blank(text, blanks), lines, problems };

  function close(colons: number, span: Span): void {
    const block = open.at(-1);
    if (!block || colons < block.colons) {
      complain(
        span,
        block
          ? `\`${':'.repeat(colons)}\` is too short to close \`${':'.repeat(block.colons)}${block.name}\``
          : `\`${':'.repeat(colons)}\` closes nothing; take it away, or open a block above it, as with \`:::log\``,
      );
      blanks.push(span);
      return;
    }
    open.pop();
    const line = lines.get(block.span.start);
    if (line) lines.set(block.span.start, { ...line, closing: span });
    if (!block.known) blanks.push(span);
  }
}

/** Puts spaces in the place of what must not be parsed, so that all offsets stay as they are. */
export function blank(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  if (spans.length === 0) return text;
  let result = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    result += text.slice(at, start) + text.slice(Math.max(start, at), end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return result + text.slice(at);
}

const isDirectiveName = (name: string): boolean =>
  ([...leafNames, ...containerNames] as string[]).includes(name.toLowerCase());

function knownName(name: string, colons: number): string | undefined {
  const names: readonly string[] = colons === 2 ? leafNames : containerNames;
  return names.find((known) => known === name.toLowerCase());
}

const foreign = (written: string): string =>
  `\`${written}\` opens a block of another tool; take it away with the \`:::\` that closes it, or make it one of ${containerNames.map((name) => `\`:::${name}\``).join(', ')}`;

function unknown(name: string, marks: string): string {
  const lower = name.toLowerCase();
  if (isDirectiveName(lower)) {
    const block = (containerNames as readonly string[]).includes(lower);
    return block
      ? `\`${lower}\` is a block: \`:::${lower}\` above it, \`:::\` below it`
      : `\`${lower}\` stands on one line with two colons: \`::${lower}\``;
  }
  const near = nearest(lower, marks.length === 2 ? leafNames : containerNames);
  const hint = near ? `did you mean \`${near}\`?` : `the names are ${[...leafNames, ...containerNames].join(', ')}`;
  return `there is no directive \`${name}\`; ${hint}`;
}

const attribute = /([#.][\w-]+)|([A-Za-z][\w-]*)(?:[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+)))?/g;

/** The attributes between braces, as a table whose keys and values know their places. */
function readAttributes(
  source: Source,
  at: number,
  written: string,
  complain: (span: Span, message: string) => void,
): MapNode {
  const entries: MapEntry[] = [];
  let end = 1;
  for (const match of written.matchAll(attribute)) {
    const [whole, mark, key = '', double, single, bare] = match;
    const start = at + match.index;
    const between = written.slice(end, match.index);
    if (between.trim() !== '' || mark) {
      const from = mark ? start : at + end;
      complain(
        { source, start: from, end: mark ? start + whole.length : start },
        `\`${(mark ?? between).trim()}\` is no attribute; write key=value, with double quotation marks where the value has spaces`,
      );
    }
    end = match.index + whole.length;
    if (mark) continue;
    const text = double ?? single ?? bare ?? '';
    const to = start + whole.length - (double !== undefined || single !== undefined ? 1 : 0);
    entries.push({
      key,
      keySpan: { source, start, end: start + key.length },
      value: {
        kind: 'scalar',
        text,
        quoted: double !== undefined || single !== undefined,
        span: { source, start: to - text.length, end: to },
      },
    });
  }
  return { kind: 'map', entries, span: { source, start: at, end: at + written.length } };
}

/** Stretches that are not Markdown's to read: fenced code and comments. */
function literalRanges(text: string, from: number): [number, number][] {
  const ranges: [number, number][] = [];
  for (const comment of text.slice(from).matchAll(/<!--[\s\S]*?-->/g)) {
    ranges.push([from + comment.index, from + comment.index + comment[0].length]);
  }
  let open: { readonly marks: string; readonly start: number } | undefined;
  fence.lastIndex = from;
  for (let match = fence.exec(text); match; match = fence.exec(text)) {
    const [whole, marks = '', rest = ''] = match;
    if (!open) {
      if (marks[0] === '~' || !rest.includes('`')) open = { marks, start: match.index };
    } else if (marks[0] === open.marks[0] && marks.length >= open.marks.length && rest.trim() === '') {
      ranges.push([open.start, match.index + whole.length]);
      open = undefined;
    }
  }
  if (open) ranges.push([open.start, text.length]);
  return ranges;
}
