import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseProse } from '../../src/manuscript/prose.ts';
import { readYaml } from '../../src/manuscript/yaml.ts';
import { manuscriptOf } from '../stock.ts';

const many = 10_000;

/** Inputs that keep a Markdown parser busy for minutes, or overflow its stack. */
const hostile: Readonly<Record<string, string>> = {
  quotations: '>'.repeat(many),
  'spaced quotations': '> '.repeat(many),
  brackets: '['.repeat(many),
  'closed brackets': '['.repeat(many) + ']'.repeat(many),
  links: '[a]('.repeat(many),
  pictures: '![[]()'.repeat(many),
  emphasis: '*a **a '.repeat(many),
  'mixed emphasis': 'a**b'.repeat(many) + 'c* '.repeat(many),
  'rising ticks': Array.from({ length: 300 }, (_, i) => `e${'`'.repeat(i)}`).join(''),
  'less than': '<'.repeat(many),
  tags: '<a '.repeat(many),
  comments: '<!-- '.repeat(many),
  declarations: 'a <!A '.repeat(many),
  cdata: 'a <![CDATA['.repeat(many),
  lists: '- '.repeat(many),
  numbers: '1. '.repeat(many),
  'lists by indentation': Array.from({ length: 300 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n'),
  ampersands: '&'.repeat(many * 10),
  backslashes: '\\'.repeat(many * 10),
  blocks: ':::log\n'.repeat(many),
  'text directives': ':ship['.repeat(many),
  attributes: ':lang[x]{'.repeat(many),
  footnotes: '[^1]'.repeat(many),
  table: `${'|'.repeat(many)}\n${'|-'.repeat(many)}`,
  definitions: Array.from({ length: many }, (_, i) => `[${i}]: x`).join('\n'),
};

describe('hostile prose is read within the time of a test, or told', () => {
  test.each(Object.entries(hostile))('%s', (_, text) => {
    const { tree, problems } = parseProse({ file: 'a.md', text }, 0);
    expect(tree.type).toBe('root');
    // What is not parsed is printed as it stands.
    if (problems.some(({ rule }) => rule === 'format/unreadable-file'))
      expect(JSON.stringify(tree)).toContain(JSON.stringify(text.slice(0, 10)).slice(1, -1));
  });
});

describe('reading never throws', () => {
  const pieces = fc.constantFrom(
    '---',
    '\n',
    '\n\n',
    ': ',
    '::scene{',
    '}',
    ':::log\n',
    ':::',
    '***',
    '<!--',
    '-->',
    '<b>',
    '[',
    ']',
    '(',
    ')',
    '"',
    "'",
    '*',
    '_',
    '`',
    '#',
    '> ',
    '- ',
    '\t',
    '\uFEFF',
    '\0',
    '\uD800',
    'word',
    'title',
    '43625.2',
    '{',
    ',',
    '&a',
    '*a',
    '|',
    '~',
    '\r\n',
    'allow a/b: c',
  );
  const texts = fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 60 })
    .map((parts) => parts.join(''));

  test('of chapters', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { chapters } = manuscriptOf({ 'a.md': text });
        for (const scene of chapters[0]?.scenes ?? []) {
          expect(scene.span.start).toBeGreaterThanOrEqual(0);
          expect(scene.span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('of story and bible', () => {
    fc.assert(
      fc.property(texts, (text) => {
        manuscriptOf({ 'a.md': 'A.', 'story.yaml': text, 'bible.yaml': text });
      }),
      { numRuns: 300 },
    );
  });

  test('of YAML: every place lies within the file', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { problems } = readYaml({ file: 'a.yaml', text }, 0, text.length);
        for (const { span } of problems) expect(span.end).toBeLessThanOrEqual(text.length + 1);
      }),
      { numRuns: 300 },
    );
  });
});
