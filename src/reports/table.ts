/** Tables: for a terminal, with columns in line, and as CSV. */

import { harmless } from './text.ts';

export type Cell = string | number;

export interface Column {
  readonly head: string;
  /** Numbers stand at the right. */
  readonly numbers?: boolean;
}

/** Columns that a text takes in a terminal: ideographs take two, combining marks none. */
export function columnsOf(text: string): number {
  const wide =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]/gu)
      ?.length ?? 0;
  const none = text.match(/\p{M}/gu)?.length ?? 0;
  return [...text].length + wide - none;
}

const shown = (cell: Cell): string => (typeof cell === 'number' ? cell.toLocaleString('en') : harmless(cell));

/** A table for a terminal of so many columns; empty ones go, and the widest of words gives way where it is too narrow. */
export function terminalTable(
  all: readonly Column[],
  rows: readonly (readonly Cell[])[],
  { width, strong }: { readonly width: number; readonly strong: (text: string) => string },
): string {
  const used = all.flatMap((_, i) => (rows.some((row) => row[i] !== '') ? [i] : []));
  const columns = used.map((i) => all[i] as Column);
  const texts = rows.map((row) => used.map((i) => shown(row[i] ?? '')));
  const widths = columns.map(({ head }, i) =>
    Math.max(columnsOf(head), ...texts.map((row) => columnsOf(row[i] ?? ''))),
  );
  const gaps = 2 * (columns.length - 1);
  const over = widths.reduce((sum, one) => sum + one, 0) + gaps - width;
  const words = columns.flatMap(({ numbers }, i) => (numbers ? [] : [i]));
  const widest = words.reduce((a, b) => ((widths[b] ?? 0) > (widths[a] ?? 0) ? b : a), words[0] ?? 0);
  if (over > 0) widths[widest] = Math.max(12, (widths[widest] ?? 0) - over);
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

function cutTo(text: string, room: number): string {
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
