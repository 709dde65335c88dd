import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lint } from '../../src/lint.ts';
import { gather } from '../../src/manuscript/gather.ts';
import { readManuscript } from '../../src/manuscript/read.ts';
import { positionOf } from '../../src/manuscript/source.ts';
import { rules } from '../../src/rules/index.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'padd-gather-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
}

const chapters = () => gather(folder).chapters.map(({ file }) => file);
const problems = () =>
  readManuscript(folder).problems.map(
    ({ rule, message, span }) => `${span.source.file}:${positionOf(span).line}: ${message} [${rule}]`,
  );

test('one bare file is a manuscript', () => {
  write({ 'story.md': 'Once.' });
  const { chapters: read, problems: found, story } = readManuscript(folder);
  expect([read.length, found, story.language]).toEqual([1, [], 'en']);
});

test('what is no chapter is passed over, and said', () => {
  write({
    '1.md': 'A.',
    '_notes.md': 'B.',
    '.hidden.md': 'C.',
    'README.md': 'D.',
    'license.md': 'E.',
    'SUMMARY.md': 'F.',
    '_drafts/2.md': 'G.',
    'old.docx': 'H.',
    'bible/notes.md': 'I.',
  });
  expect(chapters()).toEqual(['1.md']);
  expect(gather(folder).passedOver.map(({ file }) => file)).toEqual([
    '_notes.md',
    '.hidden.md',
    'bible/notes.md',
    'license.md',
    'old.docx',
    'README.md',
    'SUMMARY.md',
  ]);
});

test('a README alone is a chapter', () => {
  write({ 'README.md': 'A.' });
  expect(chapters()).toEqual(['README.md']);
});

test('the bible may be one file or several', () => {
  write({
    '1.md': 'A.',
    'bible/a.yaml': 'characters:\n  x: { name: X }',
    'bible/b.yml': 'characters:\n  y: { name: Y }',
    'bible.yaml': 'ships:\n  z: { name: Z }',
  });
  const { bible } = readManuscript(folder);
  expect([[...bible.characters.keys()], [...bible.ships.keys()]]).toEqual([['x', 'y'], ['z']]);
});

test.each(['a b.md', 'a#b.md', '100%.md', `it's "quoted".md`, 'ae\u0301.md', '日本語.md', '%41.md'])(
  'a file name as it comes: %s',
  (file) => {
    write({ [file]: 'A.' });
    expect(chapters()).toEqual([file]);
  },
);

test('numbers in Chinese numerals count as numbers', () => {
  const named = ['一', '二', '三', '九', '十', '十一', '二十', '二十三', '九十九', '百', '一百〇二', '二百', '千'];
  write(Object.fromEntries(named.toReversed().map((name) => [`第${name}章 雨.md`, '雨。'])));
  expect(chapters()).toEqual(named.map((name) => `第${name}章 雨.md`));
  write({ '第二一話.md': '雨。', '第三話.md': '雨。' });
  expect(chapters().filter((file) => file.includes('話'))).toEqual(['第三話.md', '第二一話.md']);
});

describe('nothing is read from outside, and nothing hangs', () => {
  test('a link out of the folder', () => {
    const outside = mkdtempSync(join(tmpdir(), 'padd-outside-'));
    writeFileSync(join(outside, 'secret.md'), 'Secret.');
    write({ '1.md': 'A.' });
    symlinkSync(join(outside, 'secret.md'), join(folder, '2.md'));
    symlinkSync(outside, join(folder, 'three'));
    expect(chapters()).toEqual(['1.md']);
    expect(problems()).toEqual([
      '2.md:1: this file is not read: it is a link that leads out of the manuscript’s folder, and nothing is read from there [format/unreadable-file]',
    ]);
    rmSync(outside, { recursive: true });
  });

  test('circles of links', () => {
    write({ '1.md': 'A.', 'part/2.md': 'B.' });
    symlinkSync(folder, join(folder, 'part/again'));
    symlinkSync(join(folder, 'loop.md'), join(folder, 'loop.md'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'lost.md'));
    expect(chapters()).toEqual(['1.md', 'part/2.md']);
    expect(problems().map((line) => line.split(': ').at(-1))).toEqual([
      'it is a link that leads back to itself [format/unreadable-file]',
      'it is a link that leads nowhere [format/unreadable-file]',
    ]);
  });

  test('a link within the folder is followed once', () => {
    write({ 'part/2.md': 'B.' });
    symlinkSync(join(folder, 'part'), join(folder, 'a-link'));
    expect(chapters()).toHaveLength(1);
  });
});

describe('what cannot be read is told', () => {
  test('a folder with a chapter’s name', () => {
    write({ '1.md': 'A.' });
    mkdirSync(join(folder, '2.md'));
    expect(problems()[0]).toMatch(/^2\.md:1: this file is not read: it is an empty folder/);
  });

  test.runIf(process.getuid?.() !== 0)('a file without permission', () => {
    write({ '1.md': 'A.', '2.md': 'B.' });
    chmodSync(join(folder, '2.md'), 0);
    expect(problems()[0]).toMatch(/you may not read it/);
  });

  test('bytes that are no UTF-8, with their line', () => {
    write({ '1.md': Buffer.concat([Buffer.from('One.\n\nTwo '), Buffer.from([0xe9, 0x20]), Buffer.from('three.')]) });
    expect(problems()).toEqual([
      '1.md:3: from here on this file is not UTF-8; save it with that encoding [format/unreadable-file]',
    ]);
  });

  test('what is no text, and nothing is said of it besides', () => {
    const picture = [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff]), Buffer.from(' the the picture , and and  so')];
    write({ '1.md': 'One.', '2.md': Buffer.concat(picture), '3.md': 'Three.', 'story.yaml': 'title: Lamps\n' });
    expect(lint(readManuscript(folder), rules).map(({ message, span }) => `${span.source.file}: ${message}`)).toEqual([
      '2.md: this file is not read: it is no text; save it as plain text in UTF-8, or take it out of the folder',
    ]);
  });

  test('a true replacement character is no fault', () => {
    write({ '1.md': 'A \uFFFD B.' });
    expect(problems()).toEqual([]);
  });

  test('UTF-16', () => {
    write({ '1.md': Buffer.from('\uFEFFWords.', 'utf16le') });
    expect(problems()).toEqual(['1.md:1: this file is UTF-16; save it as UTF-8 [format/unreadable-file]']);
    expect(readManuscript(folder).chapters[0]?.scenes[0]?.blocks).toHaveLength(1);
  });

  test('NUL and other control characters are text', () => {
    write({ '1.md': 'A\u0000B\u0007 C.' });
    expect(problems()).toEqual([]);
  });
});

describe('a second document of YAML in one file', () => {
  const said = 'a second document begins here, and nothing of it is read; take';

  test.each([
    ['story.yaml', 'title: Lamps\n---\nlanguage: de\n', `2: ${said} this \`---\` away`],
    ['bible.yaml', '---\n# Ours\ncharacters: {}\n\n--- # more\nships: {}\n---\n', `5: ${said} this \`---\` away`],
    ['bible/ships.yaml', 'ships: {}\n...\nplaces: {}\n', `3: ${said} the line \`...\` above it away`],
  ])('%s', (file, text, message) => {
    write({ '1.md': 'One.', [file]: text });
    expect(problems()).toEqual([`${file}:${message} [format/bad-value]`]);
  });

  test('the first is read', () => {
    write({ '1.md': 'One.', 'story.yaml': 'title: Lamps\n---\ntitle: Other\n' });
    expect(readManuscript(folder).story.title).toBe('Lamps');
  });

  test.each(['---\ntitle: A\n', '---\ntitle: A\n...\n', 'title: A\n---\n', 'title: A\n---\n# done\n...\n'])(
    '%j has one',
    (text) => {
      write({ '1.md': 'One.', 'story.yaml': text });
      expect(problems()).toEqual([]);
    },
  );
});
