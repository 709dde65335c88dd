/** What a baseline knows again after edits, and what is new to it. */

import { expect, test } from 'vitest';
import { lint } from '../../src/lint.ts';
import type { Manuscript } from '../../src/manuscript/model.ts';
import { positionOf } from '../../src/manuscript/source.ts';
import { baselineText, compareBaseline, readBaseline, recordsOf } from '../../src/reports/baseline.ts';
import { rules } from '../../src/rules/index.ts';
import { manuscriptOf } from '../stock.ts';

const found = (manuscript: Manuscript) => lint(manuscript, rules);
const recorded = (files: Record<string, string>) => readBaseline(baselineText(recordsOf(found(manuscriptOf(files)))));
const compared = (before: Record<string, string>, after: Record<string, string>) => {
  const { fresh, kept } = compareBaseline(found(manuscriptOf(after)), recorded(before));
  return {
    fresh: fresh.map(({ rule, span, count }) => `${rule} ${span.source.file} ${positionOf(span).column} ${count}`),
    kept: kept.map(({ rule, count }) => `${rule} ${count}`),
  };
};

const lamp =
  'When it grew dark she lit the the lamp above the door, and nobody came up the hill to ask her why that night.';
const both = { '1.md': `${lamp} Later she heard of of it from the old keeper.\n` };

test.each([
  ['as it was', both['1.md']],
  ['edited before', both['1.md'].replace('When it', 'Rain fell. As on every evening when it')],
  ['edited between', both['1.md'].replace('nobody came', 'not one soul came')],
  ['edited behind', both['1.md'].replace('old keeper', 'keeper of the next light')],
  ['broken into lines', both['1.md'].replace('lamp above', 'lamp\nabove')],
  ['joined by a paragraph before it', `Rain fell.\n\n${both['1.md']}`],
])('a paragraph %s keeps its findings known, and prune keeps their records', (_, text) => {
  expect(compared(both, { '1.md': text })).toEqual({
    fresh: [],
    kept: ['typography/doubled-word 1', 'typography/doubled-word 1'],
  });
});

test('what is mended is gone, and the rest stays', () => {
  expect(compared(both, { '1.md': both['1.md'].replace('of of', 'of') })).toEqual({
    fresh: [],
    kept: ['typography/doubled-word 1'],
  });
});

test('a new case of a recorded problem is reported where it stands, by itself', () => {
  const after = { '1.md': `He saw the the boat. ${lamp}\n`, '2.md': 'They took the the road.\n' };
  expect(compared({ '1.md': `${lamp}\n` }, after)).toEqual({
    fresh: ['typography/doubled-word 1.md 8 2'],
    kept: ['typography/doubled-word 1'],
  });
});

test('cases that look alike are counted', () => {
  const once = { '1.md': `${lamp}\n` };
  const twice = { '1.md': `${lamp}\n\n${lamp}\n` };
  expect(compared(once, twice).fresh).toEqual(['typography/doubled-word 1.md 27 1']);
  expect(compared(twice, twice)).toEqual({ fresh: [], kept: ['typography/doubled-word 2'] });
  expect(compared(twice, once)).toEqual({ fresh: [], kept: ['typography/doubled-word 1'] });
});

test('the file has a record a line, in an order that does not hang on the chapters', () => {
  const text = baselineText(recorded({ '2.md': `${lamp}\n`, '10.md': 'It was of of no use.\n' }));
  const lines = text.split('\n').filter((line) => line.includes('"rule"'));
  expect(lines.map((line) => JSON.parse(line.replace(/,$/, '')))).toMatchObject([
    { file: '10.md', words: 'It was of of no use.' },
    { file: '2.md', words: 'dark she lit the the lamp above the' },
  ]);
});
