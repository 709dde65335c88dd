/** A file of the manuscript as it was read, and the spans that point into it. */

export interface Source {
  /** Path relative to the manuscript folder, with `/` between its parts. */
  readonly file: string;
  /** The text as it stands on the disk, byte order mark and CRLF included. */
  readonly text: string;
}

/** A stretch of a source: offsets in UTF-16 units, the end exclusive. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** Lines and columns as an editor counts them: from 1, the end exclusive, a byte order mark taking no column. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const BOM = 0xfeff;
const lineStarts = new WeakMap<Source, Uint32Array>();

/** Offsets at which the lines of a source begin. LF, CRLF and a lone CR each end a line. */
function startsOfLines(source: Source): Uint32Array {
  const known = lineStarts.get(source);
  if (known) return known;
  const starts = [source.text.charCodeAt(0) === BOM ? 1 : 0];
  for (const end of source.text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  const fresh = Uint32Array.from(starts);
  lineStarts.set(source, fresh);
  return fresh;
}

/** The line (from 0) that holds an offset. */
function lineAt(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function positionOf(span: Span): Position {
  const starts = startsOfLines(span.source);
  const first = lineAt(starts, span.start);
  const last = lineAt(starts, span.end);
  return {
    line: first + 1,
    column: Math.max(span.start - (starts[first] as number), 0) + 1,
    endLine: last + 1,
    endColumn: Math.max(span.end - (starts[last] as number), 0) + 1,
  };
}

/** The text of one line (from 1), without what ends it. */
export function lineOf(source: Source, line: number): string {
  const starts = startsOfLines(source);
  return source.text.slice(starts[line - 1] ?? source.text.length, starts[line]).replace(/[\r\n]+$/, '');
}

/** What stands in a span. */
export const textOf = (span: Span): string => span.source.text.slice(span.start, span.end);

/** The first character that is not a byte order mark: where a finding about a whole file points. */
export function headOf(source: Source): Span {
  const start = source.text.charCodeAt(0) === BOM ? 1 : 0;
  return { source, start, end: start };
}
