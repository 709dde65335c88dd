/** A bible that is suggested is read without a fault, and says what the text says. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { suggestBible } from '../../src/analysis/naming/suggestion.ts';
import { lint } from '../../src/lint.ts';
import { type Gathered, gather } from '../../src/manuscript/gather.ts';
import { manuscriptReader } from '../../src/manuscript/read.ts';
import { bibleYaml } from '../../src/reports/bible.ts';
import { rules } from '../../src/rules/index.ts';

const root = join(import.meta.dirname, '../..');
const folders = [
  'chapters',
  ...readdirSync(join(root, 'tests/manuscripts')).map((name) => `tests/manuscripts/${name}`),
];

const faultsOf = (files: Gathered): readonly string[] =>
  lint(manuscriptReader().compose(files), rules)
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, message }) => `${rule}: ${message}`);

const bare = (folder: string): Gathered => ({ ...gather(join(root, folder)), bible: [] });
const suggested = (files: Gathered, least: number): string =>
  bibleYaml(suggestBible(manuscriptReader().compose(files), least));

const chapter = (text: string): Gathered => ({
  folder: '/story',
  chapters: [{ file: '01-one.md', text }],
  bible: [],
  files: new Set(['01-one.md']),
  passedOver: [],
  problems: [],
});

describe.each(folders)('%s', (folder) => {
  test.each([2, 5])('the bible of its own text raises nothing new (least %i)', (least) => {
    const files = bare(folder);
    const text = suggested(files, least);
    const known = new Set(faultsOf(files));
    const after = faultsOf({ ...files, bible: [{ file: 'bible.yaml', text }] });
    expect(after.filter((fault) => !known.has(fault))).toEqual([]);
    expect(suggested(files, least)).toBe(text);
  });
});

test('what a bible has already is not suggested again', () => {
  const files = bare('chapters');
  const text = suggested(files, 5);
  const rest = suggested({ ...files, bible: [{ file: 'bible.yaml', text }] }, 5);
  expect(rest).toBe('');
});

test('our own heroine, with the forms of her name', () => {
  const { characters, ships } = suggestBible(manuscriptReader().compose(bare('chapters')), 5);
  expect(characters[0]).toMatchObject({
    id: 'janeway',
    name: 'Kathryn Janeway',
    aliases: ['Janeway', 'Kathryn', 'Captain Janeway'],
    facts: { pronouns: 'she', rank: 'Captain' },
  });
  expect(ships.map(({ name }) => name)).toContain('Saratoga');
});

test('husband and wife of one name stay two, and ordinary words, days and peoples are nobody', () => {
  const text = `On Monday Mr. Bennet said, "No." "Yes," said Mrs. Bennet. Mr. Bennet smiled at the Klingons.

Then Mrs. Bennet sighed. Suddenly the Klingons laughed, and Mr. Bennet laughed with the Klingons. "Oh," said Mrs. Bennet.`;
  const { characters } = suggestBible(manuscriptReader().compose(chapter(text)), 3);
  expect(characters.map(({ name }) => name)).toEqual(['Mr. Bennet', 'Mrs. Bennet']);
});

test('what stands beside a name once is no part of it, and a word that is called out again and again is no name', () => {
  const text = `Then Emiya Shirou nodded. "Go," said Shirou. At last Emiya Shirou turned, and Shirou smiled. Shirou Traced a blade.

"Wait," said Erika. Erika laughed. They met Gym Trainer Erika at the gate, and Erika waved. "Sword Sword Sword!" she cried.`;
  const { characters } = suggestBible(manuscriptReader().compose(chapter(text)), 1);
  expect(characters.map(({ name }) => name)).toEqual(['Emiya Shirou', 'Erika']);
});
