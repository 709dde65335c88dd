/** Tables: for a terminal, with columns in line, and as CSV. */

import { harmless } from './text.ts';

export type Cell = string | number;

export interface Column {
  readonly head: string;
  /** Numbers stand at the right. */
  readonly numbers?: boolean;
  /** Left out where a terminal is too narrow for all. */
  readonly lesser?: boolean;
}

/** Columns that a text takes in a terminal: ideographs and emoji take two, combining marks none. */
export function columnsOf(text: string): number {
  const wide =
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60]/gu,
    )?.length ?? 0;
  const none = text.match(/\p{M}/gu)?.length ?? 0;
  return [...text].length + wide - none;
}

const shown = (cell: Cell): string => (typeof cell === 'number' ? cell.toLocaleString('en') : harmless(cell));

/** A table for a terminal of so many columns; empty ones go, and where it is too narrow, the lesser and then the widest. */
export function terminalTable(
  all: readonly Column[],
  rows: readonly (readonly Cell[])[],
  { width, strong }: { readonly width: number; readonly strong: (text: string) => string },
): string {
  const some = all.flatMap((_, i) => (rows.some((row) => row[i] !== '') ? [i] : []));
  const natural = all.map(({ head }, i) =>
    Math.max(columnsOf(head), ...rows.map((row) => columnsOf(shown(row[i] ?? '')))),
  );
  const used = fitting(some, all, natural, width);
  const columns = used.map((i) => all[i] as Column);
  const texts = rows.map((row) => used.map((i) => shown(row[i] ?? '')));
  const widths = narrowed(
    used.map((i) => natural[i] ?? 0),
    columns,
    width,
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => {
        const room = widths[i] ?? 0;
        const cut = columnsOf(cell) > room ? `${cutTo(cell, room - 1)}…` : cell;
        const space = ' '.repeat(Math.max(0, room - columnsOf(cut)));
        return columns[i]?.numbers ? space + cut : cut + space;
      })
      .join('  ')
      .trimEnd();
  return [strong(line(columns.map(({ head }) => head))), ...texts.map(line)].map((one) => `${one}\n`).join('');
}

/** A column of words is of no use below these. */
const LEAST = 30;
const LEAST_LESSER = 16;
const total = (widths: readonly number[]): number => widths.reduce((sum, one) => sum + one + 2, -2);

/** The columns that a terminal has room for, when each keeps at least some words: the last of the lesser ones go first. */
function fitting(
  columns: readonly number[],
  all: readonly Column[],
  natural: readonly number[],
  width: number,
): readonly number[] {
  const least = columns.map((i) =>
    all[i]?.numbers ? (natural[i] ?? 0) : Math.min(all[i]?.lesser ? LEAST_LESSER : LEAST, natural[i] ?? 0),
  );
  const lesser = columns.findLastIndex((i) => all[i]?.lesser);
  return total(least) <= width || lesser < 0 ? columns : fitting(columns.toSpliced(lesser, 1), all, natural, width);
}

/** The widest of words give way, letter by letter, until the row has room; a lesser one does so from half the width. */
function narrowed(natural: readonly number[], columns: readonly Column[], width: number): readonly number[] {
  const widths = [...natural];
  while (total(widths) > width) {
    const weights = widths.map((one, i) => (columns[i]?.numbers ? 0 : columns[i]?.lesser ? 2 * one : one));
    const widest = weights.indexOf(Math.max(...weights));
    const own = widths[widest] ?? 0;
    if (own <= 1) break;
    widths[widest] = own - 1;
  }
  return widths;
}

export function cutTo(text: string, room: number): string {
  let cut = '';
  for (const letter of text) {
    if (columnsOf(cut + letter) > room) break;
    cut += letter;
  }
  return cut;
}

/** A bar of eighths of a column, for a share of some columns. */
export function bar(share: number, room: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * room * 8);
  return '█'.repeat(Math.floor(eighths / 8)) + (['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8] ?? '');
}

/** RFC 4180, with lines that end in CRLF as it asks. Texts that a spreadsheet would take for a formula get an apostrophe. */
export function csv(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const field = (cell: Cell): string => {
    if (typeof cell === 'number') return String(cell);
    const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [columns.map(({ head }) => head), ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}
