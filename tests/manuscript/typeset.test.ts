/** What typesetting makes of blocks: verse, lists of things to do, tables. */

import { expect, test } from 'vitest';
import { toXhtml } from '../../src/editions/xhtml.ts';
import { typeset } from '../../src/manuscript/typeset.ts';
import { manuscriptOf } from '../stock.ts';

function set(markdown: string): string {
  const manuscript = manuscriptOf({ '01.md': markdown });
  const [chapter] = manuscript.chapters;
  if (!chapter) throw new Error('no chapter');
  const house = { chapterHref: () => '', imageHref: (path: string) => path, words: { notes: '', backToText: '' } };
  return toXhtml(typeset(manuscript, chapter, house)).replaceAll(/ id="p[a-z]{7}"/g, '');
}

const line = (text: string): string => `<span class="line">${text}</span>`;
const verse = (...lines: readonly string[]): string => lines.map(line).join('<br/>\n');

test.each([
  ['ends of lines', 'One\ntwo', verse('One', 'two')],
  ['breaks of every kind', 'One\\\ntwo  \nthree<br>\nfour', verse('One', 'two', 'three', 'four')],
  ['emphasis over lines', '*One\ntwo* three', verse('<em>One</em>', '<em>two</em> three')],
  ['quotations over lines', '"One\ntwo"', verse('“One', 'two”')],
])('verse keeps %s', (_, markdown, html) => {
  expect(set(`:::verse\n${markdown}\n:::`)).toBe(`<div class="verse">\n<p>${html}</p>\n</div>`);
});

test('a line of prose is no line of verse', () => {
  expect(set('One\ntwo\n\n> Three\\\n> four')).not.toContain('span');
});

test('an item to do has a box, and one that is done has it ticked', () => {
  expect(set('- [ ] Wicks\n- [x] Oil, *all* of it\n- [X] Glass\n- [x]no\n- [y] no\n- *[x]* no')).toBe(
    '<ul>\n<li class="task">☐ Wicks</li>\n<li class="task">☑\uFE0E Oil, <em>all</em> of it</li>\n<li class="task">☑\uFE0E Glass</li>\n<li>[x]no</li>\n<li>[y] no</li>\n<li><em>[x]</em> no</li>\n</ul>',
  );
});

test('so it has where items are paragraphs', () => {
  expect(set('1. [ ] Wicks\n\n2. [x] Oil')).toBe(
    '<ol>\n<li class="task">\n<p>☐ Wicks</p>\n</li>\n<li class="task">\n<p>☑\uFE0E Oil</p>\n</li>\n</ol>',
  );
});

test('a cell without words heads no column, and a row of such cells no table', () => {
  const table = (head: string): string => set(`| ${head} | |\n|--|--|\n| a | b |`).replaceAll('\n', '');
  expect(table('Count')).toContain('<thead><tr><th>Count</th><td></td></tr></thead>');
  expect(table('')).toBe('<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>');
  expect(table('![a sail](sail.png)')).toContain('<th><span class="missing-picture">a sail</span></th>');
  expect(set('| | |\n|--|--|')).toContain('<td></td>');
});

test('what is indented by hand is not indented again, and its lines are paragraphs where one within another shows it', () => {
  const flush = (...lines: readonly string[]): string => lines.map((one) => `<p class="flush">${one}</p>`).join('');
  const joined = (html: string): string => html.replaceAll('\n', '');
  expect(joined(set('　彼女は笑った。\n\n「ええ」\n\n　雨が降った。'))).toBe(
    flush('　彼女は笑った。', '「ええ」', '　雨が降った。'),
  );
  expect(joined(set('　彼女は*笑った*。\n「ええ」\n　雨が降った。\n\n「さて」\n「はい」'))).toBe(
    flush('　彼女は<em>笑った</em>。', '「ええ」', '　雨が降った。', '「さて」', '「はい」'),
  );
  expect(joined(set('彼女は\n笑った。'))).toBe('<p>彼女は笑った。</p>');
});
