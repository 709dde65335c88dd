/** No word is lost: what the author wrote stands on the page, in order. */

import fc from 'fast-check';
import type { Nodes } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { typeset } from '../../src/manuscript/typeset.ts';
import { countWords } from '../../src/manuscript/words.ts';
import { manuscriptOf } from '../stock.ts';

const house = {
  chapterHref: ({ slug }: { slug: string }) => `../${slug}/`,
  imageHref: (path: string) => `/images/${path}`,
  words: { notes: ' ', backToText: ' ' },
};

const textOf = (node: Nodes): string => {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'img') return ` ${node.properties.alt ?? ''} `;
  // Marks that the pipeline adds around footnotes are not the author's.
  if (
    node.type === 'element' &&
    (node.properties.dataFootnoteRef !== undefined || node.properties.dataFootnoteBackref !== undefined)
  )
    return ' ';
  const inner = 'children' in node ? node.children.map(textOf).join('') : '';
  return node.type === 'element' && !/^(?:em|strong|i|b|u|s|a|span|sub|sup|small|del|code|abbr)$/.test(node.tagName)
    ? ` ${inner} `
    : inner;
};

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

function printed(text: string, bears = false): string[] {
  const manuscript = manuscriptOf({ '01-a.md': text });
  const [chapter] = manuscript.chapters;
  if (!chapter) throw new Error('no chapter');
  // A chapter that falls back to plain paragraphs would keep its words, and prove nothing.
  const refused = manuscript.problems.filter(({ rule }) => rule === 'format/unreadable-file');
  if (!bears && refused.length > 0) throw new Error(refused[0]?.message);
  const title = chapter.title.from === 'heading' ? wordsOf(chapter.title.text) : [];
  const tree = typeset(manuscript, chapter, house);
  // The printer of the site must bear whatever the tree holds.
  unified().use(rehypeStringify).stringify(tree);
  return [...title, ...wordsOf(textOf(tree))];
}

interface Piece {
  readonly text: string;
  readonly words: readonly string[];
}

/** Words that no rule of typography or Markdown takes for anything else. */
const word = fc.stringMatching(/^[a-z]{2,7}$/).filter((text) => !/^(?:amp|lt|gt|nbsp|quot)$/.test(text));

const plain: fc.Arbitrary<Piece> = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((words) => ({ text: words.join(' '), words }));

const wrap = (before: string, after: string) =>
  plain.map(({ text, words }): Piece => ({ text: before + text + after, words }));

const inline = fc.oneof(
  plain,
  ...(
    [
      ['*', '*'],
      ['**', '**'],
      ['~~', '~~'],
      ['"', '"'],
      ["'", "'"],
      ['“', '”'],
      ['`', '`'],
      ['(', ')'],
      ['[', '](https://example.org)'],
      ['[', '](02-b.md)'],
      ['![', '](missing.png)'],
      [':ship[', ']'],
      [':lang[', ']{tlh}'],
      [':term[', ']'],
      ['<u>', '</u>'],
      ['<font color="red">', '</font>'],
      ['<b>', ''],
      ['</i>', ''],
      ['<!-- c -->', ''],
      ['he said:', ''],
      ['', '...'],
      ['', ' -- '],
      ['', ' < '],
      ['<3 ', ''],
      ['', ' & '],
      ['\\*', '\\*'],
      ['<span onclick="x()">', '</span>'],
      ['', '--'],
    ] as const
  ).map(([before, after]) =>
    wrap(before, after).map(
      ({ text, words }): Piece => ({
        text,
        words: [...wordsOf(before.startsWith('<3') || before.startsWith('he') ? before : ''), ...words],
      }),
    ),
  ),
);

const paragraph = fc.array(inline, { minLength: 1, maxLength: 5 }).map(
  (parts): Piece => ({
    // A word first and spaces between, so that no piece becomes a block of its own or joins its neighbour.
    text: `so ${parts.map(({ text }) => text).join(' ')} end`,
    words: ['so', ...parts.flatMap(({ words }) => words), 'end'],
  }),
);

const block = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  paragraph.map(({ text, words }): Piece => ({ text: `> ${text}`, words })),
  paragraph.map(({ text, words }): Piece => ({ text: `- ${text}`, words })),
  paragraph.map(({ text, words }): Piece => ({ text: `## ${text}`, words })),
  paragraph.map(({ text, words }): Piece => ({ text: `:::log{of=x}\n${text}\n:::`, words })),
  paragraph.map(({ text, words }): Piece => ({ text: `:::verse\n${text}\n:::`, words })),
  paragraph.map(({ text, words }): Piece => ({ text: `:::note[violence]\n${text}\n:::`, words })),
  plain.map(({ text, words }): Piece => ({ text: `<div align="center">${text}</div>`, words })),
  plain.map(({ text, words }): Piece => ({ text: `<center>\n\n${text}\n\n</center>`, words })),
  plain.map(({ text, words }): Piece => ({ text: `<table><tr><td>${text}</td></tr></table>`, words })),
  plain.map(({ text, words }): Piece => ({ text: `<!-- c -->\n${text}`, words })),
  plain.map(({ text, words }): Piece => ({ text: `| ${text} |\n| --- |`, words })),
  plain.map(({ text, words }): Piece => ({ text: `    ${text}`, words })),
  plain.map(({ text, words }): Piece => ({ text: `${text}\n---`, words })),
  fc
    .constantFrom(
      '***',
      '---',
      '::scene{pov=x}',
      '::break',
      '⁂',
      '<hr>',
      '<center>***</center>',
      '<!-- c -->',
      '~~~',
      '#',
    )
    .map((text): Piece => ({ text, words: [] })),
);

const chapter = fc.array(block, { minLength: 1, maxLength: 12 }).map(
  (blocks): Piece => ({
    text: blocks.map(({ text }) => text).join('\n\n'),
    words: blocks.flatMap(({ words }) => words),
  }),
);

describe('the words of the source, in order, are those of the page', () => {
  test('for whatever Markdown an author writes', () => {
    fc.assert(
      fc.property(chapter, ({ text, words }) => {
        expect(printed(text)).toEqual(words);
      }),
      { numRuns: Number(process.env.RUNS ?? 500) },
    );
  });

  test.each([
    ['footnotes stand at the end', 'One[^1] two.\n\n[^1]: Three.', ['One', 'two', 'Three']],
    ['entities', 'A &amp; B &eacute;t&eacute;', ['A', 'B', 'été']],
    ['an unclosed comment', 'One.\n\n<!-- two three', ['One', 'two', 'three']],
    ['an unknown block', ':::tip[Mind]\nOne.\n:::', ['Mind', 'One']],
    ['hard line breaks', 'One  \ntwo\\\nthree', ['One', 'two', 'three']],
    ['lines of Japanese', '彼女は\n笑った。', ['彼女は笑った']],
    ['rubies', '<ruby>漢<rt>かん</rt></ruby>', ['漢', 'かん']],
    ['reference links', 'See [the log][1].\n\n[1]: https://example.org "title"', ['See', 'the', 'log']],
  ])('%s', (_, text, words) => {
    expect(printed(text)).toEqual(words);
  });
});

test('a chapter that cannot be parsed keeps its words', () => {
  expect(printed(`${'> '.repeat(200)}one two`, true)).toEqual(['one', 'two']);
});

describe('words are counted as readers would', () => {
  test.each([
    ["well-known don’t T'lar", 3],
    ['one--two', 2],
    ['été Überfall', 2],
    ['彼女は笑った', 6],
    ['Привет, мир', 2],
    ['43625.2', 2],
    ['— … “ ”', 0],
  ])('%s', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
