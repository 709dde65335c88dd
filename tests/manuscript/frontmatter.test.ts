import { describe, expect, test } from 'vitest';
import { readFrontmatter } from '../../src/manuscript/frontmatter.ts';

const read = (text: string) => {
  const { fields, end, problems } = readFrontmatter({ file: 'a.md', text });
  const values = Object.fromEntries(
    (fields?.entries ?? []).map(({ key, value }) => [key, value.kind === 'scalar' ? value.text : value.kind]),
  );
  return { values, prose: text.slice(end), problems: problems.map(({ message }) => message) };
};

describe('frontmatter is found', () => {
  test.each([
    ['plain', '---\ntitle: A\n---\nProse.', { title: 'A' }, 'Prose.'],
    ['CRLF', '---\r\ntitle: A\r\n---\r\nProse.', { title: 'A' }, 'Prose.'],
    ['byte order mark', '\uFEFF---\ntitle: A\n---\nProse.', { title: 'A' }, 'Prose.'],
    ['blank lines first', '\n \n---\ntitle: A\n---\nProse.', { title: 'A' }, 'Prose.'],
    ['no final newline', '---\ntitle: A\n---', { title: 'A' }, ''],
    ['empty', '---\n---\nProse.', {}, 'Prose.'],
    ['comment first', '---\n# mine\ntitle: A\n---\nProse.', { title: 'A' }, 'Prose.'],
    ['closed by dots', '---\ntitle: A\n...\nProse.', { title: 'A' }, 'Prose.'],
    [
      'TOML',
      '+++\ntitle = "A"\nstardate = 43625.20\ndate = 2020-01-02\n+++\nProse.',
      { title: 'A', stardate: '43625.20', date: '2020-01-02' },
      'Prose.',
    ],
    ['the text of a number', '---\nstardate: 43625.20\n---\n', { stardate: '43625.20' }, ''],
    ['a value in quotation marks', '---\ntitle: "Yes: no"\n---\n', { title: 'Yes: no' }, ''],
    ['a list', '---\ncast: [a, b]\n---\n', { cast: 'list' }, ''],
  ])('%s', (_, text, values, prose) => {
    expect(read(text)).toEqual({ values, prose, problems: [] });
  });
});

describe('a first rule is a scene break', () => {
  test.each([
    ['a blank line behind it', '---\n\nProse.\n\n---\n\nMore.'],
    ['prose behind it', '---\nShe came in.\n---\nMore.'],
    ['prose with a colon', '---\nHe said: no more.\n\nMore.\n\n---\n'],
    ['nothing behind it', '---\n'],
    ['a lone rule', '---'],
    ['four dashes', '----\ntitle: A\n----\n'],
    ['speech that looks like keys', '---\nKirk: Report.\n\nSpock: None.\n\nThey waited.\n---\n'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({ values: {}, prose: text, problems: [] });
  });
});

describe('what is broken is told, and the rest is kept', () => {
  test('a second colon', () => {
    const { values, prose, problems } = read('---\ntitle: Part One: The Line\nstardate: 43625.2\n---\nProse.');
    expect(values).toEqual({ title: 'Part One: The Line', stardate: '43625.2' });
    expect(prose).toBe('Prose.');
    expect(problems).toEqual(['a second colon on the line: a value that holds ": " needs quotation marks around it']);
  });

  test('a missing second fence', () => {
    const { values, prose, problems } = read('---\ntitle: A\n\nProse goes on.');
    expect(values).toEqual({ title: 'A' });
    expect(prose.trim()).toBe('Prose goes on.');
    expect(problems[0]).toMatch(/not closed/);
  });

  test('a list in the place of a table', () => {
    expect(read('---\n- title\n- a\n---\nProse.').problems[0]).toMatch(/table of keys/);
  });

  test.each([
    ['nested brackets', `---\ntitle: ${'['.repeat(10_000)}\n---\nProse.`],
    ['nested dashes', `---\ntitle:\n  ${'- '.repeat(10_000)}\n---\nProse.`],
    [
      'an alias bomb',
      `---\na: &a [x, x]\n${[...'bcdefghijklmnop'].map((key, i) => `${key}: &${key} [${`*${'abcdefghijklmnop'[i]}, `.repeat(9)}]`).join('\n')}\ntitle: *p\n---\nProse.`,
    ],
    ['TOML that is none', '+++\ntitle = = \n+++\nProse.'],
    ['an unknown alias', '---\ntitle: *no\n---\nProse.'],
  ])('%s', (_, text) => {
    const { prose, problems } = read(text);
    expect(prose).toBe('Prose.');
    expect(problems.length).toBeGreaterThan(0);
  });

  test('fifty thousand keys', () => {
    const keys = Array.from({ length: 50_000 }, (_, i) => `x-${i}: ${i}`).join('\n');
    expect(Object.keys(read(`---\n${keys}\n---\nProse.`).values)).toHaveLength(50_000);
  });
});
