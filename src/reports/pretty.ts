/** Findings for a person at a terminal: the line, the words it is about, the place that contradicts them, the way out. */

import type { Finding } from '../lint.ts';
import { lineOf, positionOf, type Span } from '../manuscript/source.ts';
import { countsOf } from './json.ts';
import { columnsOf } from './table.ts';
import { harmless, placeOf, type Where } from './text.ts';

/** Colours, or none: each function gives its text back, painted or plain. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

export interface PrettyOptions {
  readonly where: Where;
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
}

export function prettyReport(findings: readonly Finding[], options: PrettyOptions): string {
  const shown = findings.map((finding) => `${prettyFinding(finding, options)}\n`).join('\n');
  return shown + (findings.length > 0 ? '\n' : '') + summaryLine(findings, options.paint);
}

function prettyFinding(finding: Finding, { where, paint, width }: PrettyOptions): string {
  const { severity, message, rule, count, span, related, fix } = finding;
  const often = count > 1 ? paint.faint(` (${count} times; the first is here)`) : '';
  const head = `${paint.strong(placeOf(span, where))} ${paint[severity](severity)} ${harmless(message)}${often} ${paint.faint(rule)}`;
  const places = related.flatMap((other) => [
    `  ${paint.strong(placeOf(other.span, where))} ${harmless(other.message)}`,
    ...excerpt(other.span, width, paint, paint.faint),
  ]);
  const change = fix
    ? [`  ${paint.faint(fix.safe ? '`padd lint --fix` mends it:' : 'suggested:')} ${suggestion(fix.edits)}`]
    : [];
  return [head, ...excerpt(span, width, paint, paint[severity]), ...places, ...change].join('\n');
}

const suggestion = (edits: readonly { readonly span: Span; readonly text: string }[]): string => {
  const [first] = edits;
  if (!first) return '';
  const before = harmless(first.span.source.text.slice(first.span.start, first.span.end).trim());
  const after = harmless(first.text.trim());
  const more = edits.length > 1 ? ` and ${edits.length - 1} more` : '';
  return (
    (after === ''
      ? `remove ${clip(before)}`
      : before === ''
        ? `add ${clip(after)}`
        : `${clip(before)} → ${clip(after)}`) + more
  );
};

const clip = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

/** The line of a span, cut to the terminal's width around it, and a line of marks below. */
function excerpt(span: Span, width: number, paint: Paint, mark: (text: string) => string): string[] {
  const { line, column, endLine, endColumn } = positionOf(span);
  const text = harmless(lineOf(span.source, line)).replace(/\t/g, ' ');
  if (text.trim() === '') return [];
  const gutter = `${String(line).padStart(6)} │ `;
  const room = Math.max(width - gutter.length - 2, 24);
  const end = endLine === line ? endColumn - 1 : text.length;
  const marked = Math.max(Math.min(end - column + 1, room), 1);
  // A paragraph is one long line: show what leads up to the words in question, and as much behind them as fits.
  const from =
    text.length <= room ? 0 : Math.max(0, Math.min(column - 1 - Math.floor((room - marked) / 2), text.length - room));
  const cut = text.slice(from, from + room);
  const shown = `${from > 0 ? '…' : ''}${cut}${from + room < text.length ? '…' : ''}`;
  const before = columnsOf(cut.slice(0, column - 1 - from)) + (from > 0 ? 1 : 0);
  const carets = '^'.repeat(Math.max(columnsOf(cut.slice(column - 1 - from, column - 1 - from + marked)), 1));
  return [paint.faint(gutter) + shown, paint.faint(`${' '.repeat(6)} │ `) + ' '.repeat(before) + mark(carets)];
}

/** `2 errors, 1 warning`, or that all is well. */
export function summaryLine(findings: readonly Finding[], paint: Paint): string {
  const { errors, warnings, infos } = countsOf(findings);
  const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  if (findings.length === 0) return `${paint.strong('Nothing to report.')}\n`;
  const counts = [
    errors > 0 ? paint.error(count(errors, 'error')) : '',
    warnings > 0 ? paint.warning(count(warnings, 'warning')) : '',
    infos > 0 ? paint.info(count(infos, 'note')) : '',
  ].filter(Boolean);
  const help = paint.faint('`padd rules <id>` explains a rule and how to allow it where it is meant.');
  return `${counts.join(', ')}. ${help}\n`;
}
