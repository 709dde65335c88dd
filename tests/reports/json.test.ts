/** Findings as JSON, held to the letter of the contract on a file with all that shifts offsets. */

import { expect, test } from 'vitest';
import { lint } from '../../src/lint.ts';
import { jsonReport } from '../../src/reports/json.ts';
import { rules } from '../../src/rules/index.ts';
import { stockWith } from '../stock.ts';

interface Report {
  readonly version: number;
  readonly findings: readonly {
    readonly rule: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly count: number;
    readonly related: readonly object[];
    readonly fix?: {
      readonly safe: boolean;
      readonly edits: readonly {
        readonly file: string;
        readonly start: number;
        readonly end: number;
        readonly text: string;
      }[];
    };
  }[];
  readonly summary: object;
}

const file = '02-the-crossing.md';
const reportOf = (text: string): Report => JSON.parse(jsonReport(lint(stockWith({ [file]: text }), rules))) as Report;

/** A byte order mark, CRLF, and characters of two units before each fault. */
const text = [
  '\uFEFF---',
  'title: The Crossing',
  'stardate: 43110.0',
  '---',
  '',
  'The 🖖🏽 lamps went out , and 𝔐ira lit the the lamps.  Mira Okoro 🕯️ laughed.',
  '',
].join('\r\n');

test('places are lines and columns from 1, ends behind the last character', () => {
  const { version, findings, summary } = reportOf(text);
  const line = text.split('\r\n')[5] as string;
  const shown = findings.map(({ rule, column, endColumn }) => [rule, line.slice(column - 1, endColumn - 1)]);
  expect(version).toBe(1);
  expect(findings.every((one) => one.file === file && one.line === 6 && one.endLine === 6 && one.count === 1)).toBe(
    true,
  );
  expect(shown).toEqual([
    ['typography/space-before-mark', ' ,'],
    ['typography/doubled-word', 'the the'],
    ['typography/doubled-space', '  '],
  ]);
  expect(summary).toEqual({ errors: 0, warnings: 3, infos: 0 });
});

test('edits are offsets into the file as read, and mend just what they name', () => {
  const edits = reportOf(text)
    .findings.flatMap(({ fix }) => fix?.edits ?? [])
    .sort((a, b) => b.start - a.start);
  const mended = edits.reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
  expect(mended).toBe(text.replace(' ,', ',').replace('the the', 'the').replace('.  Mira', '. Mira'));
  expect(reportOf(mended).findings).toEqual([]);
});
