/** What a run writes down of its files must not show: the next says what one says that finds everything itself. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { giveNotes, type Notes, notesOn, rememberedByFile } from '../../src/analysis/remembered.ts';
import { lint } from '../../src/lint.ts';
import type { Manuscript } from '../../src/manuscript/model.ts';
import { textsOf } from '../../src/manuscript/passages.ts';
import { readManuscript } from '../../src/manuscript/read.ts';
import { jsonReport } from '../../src/reports/json.ts';
import { rules } from '../../src/rules/index.ts';
import { readPage } from '../pages.ts';
import { manuscriptOf } from '../stock.ts';

/** By name and text of a file, as JSON. */
type Kept = Map<string, string>;

const report = (manuscript: Manuscript): string => jsonReport(lint(manuscript, rules));

function reportWith(manuscript: Manuscript, kept: Kept): string {
  const keyOf = ({ file, text }: Manuscript['chapters'][number]['source']) => `${file}\n${text}`;
  for (const chapter of manuscript.chapters) {
    const notes = kept.get(keyOf(chapter.source));
    if (notes) giveNotes(chapter, () => JSON.parse(notes) as Notes);
  }
  const said = report(manuscript);
  for (const chapter of manuscript.chapters) {
    const notes = notesOn(chapter);
    if (notes) kept.set(keyOf(chapter.source), JSON.stringify(notes));
  }
  return said;
}

const root = join(import.meta.dirname, '../..');
const stories = [
  'chapters',
  ...readdirSync(join(root, 'tests/manuscripts')).map((name) => `tests/manuscripts/${name}`),
];

test.each(stories)('%s', (story) => {
  const kept: Kept = new Map();
  const read = () => readManuscript(join(root, story));
  const said = report(read());
  expect(reportWith(read(), kept)).toBe(said);
  const first = [...kept.values()];
  expect(first.join('').length).toBeGreaterThan(100);
  expect(reportWith(read(), kept)).toBe(said);
  // Nothing had to be found again.
  expect([...kept.values()]).toEqual(first);
});

/** The files of the examples on all rules’ pages, so that every rule has its cases. */
const pages = rules.map(({ id }) => readPage(id)).flatMap(({ fails, passes }) => [...fails, ...passes]);

describe('the examples of the rules', () => {
  test('one after another', () => {
    let kept: Kept = new Map();
    const findings = new Set<string>();
    for (const { files } of pages) {
      const said = report(manuscriptOf(files));
      for (let run = 0; run < 2; run += 1) expect(reportWith(manuscriptOf(files), kept)).toBe(said);
      findings.add(said);
      if (kept.size > 400) kept = new Map();
    }
    expect(findings.size).toBeGreaterThan(80);
  });

  const filesOf = (form: RegExp): readonly string[] =>
    pages.flatMap(({ files }) =>
      Object.entries(files).flatMap(([file, text]) => (form.test(file) && text ? [text] : [])),
    );
  const material = { chapters: filesOf(/\.md$/), bibles: filesOf(/^bible/), stories: filesOf(/^story/) };

  test('mixed, with bibles and settings that change from run to run', () => {
    const run = fc.record({
      'story.yaml': fc.constantFrom('language: en\n', 'language: de\n', ...material.stories),
      'bible.yaml': fc.constantFrom('', ...material.bibles),
      '01.md': fc.constantFrom(...material.chapters),
      '02.md': fc.constantFrom(...material.chapters.slice(0, 12)),
    });
    fc.assert(
      fc.property(fc.array(run, { minLength: 2, maxLength: 6 }), (runs) => {
        const kept: Kept = new Map();
        for (const files of runs) expect(reportWith(manuscriptOf(files), kept)).toBe(report(manuscriptOf(files)));
      }),
      { numRuns: 60 },
    );
  });
});

test('passages and the file itself are themselves again', () => {
  const ask = rememberedByFile<{ readonly all: readonly unknown[] }>('of this test');
  const [before, after] = [0, 1].map(() => manuscriptOf({ '01.md': 'One lamp.\n\nTwo lamps.\n' }).chapters[0]);
  if (!before || !after) throw new Error('no chapters');
  const passage = textsOf(before)[1];
  ask(before, '', () => ({ all: [passage, { source: before.source, start: 1 }, [0, 'x', null, true]] }));
  const notes = JSON.stringify(notesOn(before));
  giveNotes(after, () => JSON.parse(notes));
  const { all } = ask(after, '', () => ({ all: [] }));
  expect(all[0]).toBe(textsOf(after)[1]);
  expect(all[1]).toEqual({ source: after.source, start: 1 });
  expect((all[1] as { source: unknown }).source).toBe(after.source);
  expect(all[2]).toEqual([0, 'x', null, true]);
  expect(notesOn(after)).toBe(undefined);
});

test.each([
  ['a function', () => 1],
  ['a set', new Set()],
  ['a passage of another file', textsOf(manuscriptOf({ '02.md': 'Else.' }).chapters[0] as never)[0]],
])('%s is refused', (_, value) => {
  const ask = rememberedByFile<unknown>(`refused ${_}`);
  const [chapter] = manuscriptOf({ '01.md': 'One lamp.\n' }).chapters;
  if (!chapter) throw new Error('no chapter');
  ask(chapter, '', () => [value]);
  expect(() => notesOn(chapter)).toThrow('01.md');
});
