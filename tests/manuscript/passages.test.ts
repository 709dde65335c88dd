import { describe, expect, test } from 'vitest';
import { passagesIn } from '../../src/manuscript/passages.ts';
import { textOf } from '../../src/manuscript/source.ts';
import { manuscriptOf } from '../stock.ts';

const read = (text: string) => {
  const [chapter] = manuscriptOf({ 'a.md': text }).chapters;
  return chapter ? passagesIn(chapter) : [];
};

describe('every word knows its place in the author’s file', () => {
  test.each([
    'Plain words.',
    'Words *in* **marks** and [a link](x.md "t") and ~~gone~~.',
    'An escape\\! and \\*two\\* of them.',
    'Caf&eacute; &amp; tea &#x2014; word.',
    '> Quoted words\n> over lines\n> of it.',
    '- an item that\n  goes on',
    'Line one\nline two  \nline three\\\nline four',
    ":ship[Saratoga] and :lang[Qapla']{tlh} here.",
    'Straight "marks" -- and \'those\'.',
    '\uFEFF---\r\ntitle: A\r\n---\r\nAfter *frontmatter* words.',
    '| a cell | another |\n| --- | --- |\n| third | fourth |',
    'A note[^1] here.\n\n[^1]: Its words.',
    '::::log{of=x}\nLogged words.\n::::',
  ])('%j', (text) => {
    const passages = read(text);
    expect(passages.length).toBeGreaterThan(0);
    for (const passage of passages) {
      for (const word of passage.text.matchAll(/[\p{L}\p{N}]+/gu)) {
        const stands = textOf(passage.place(word.index, word.index + word[0].length));
        expect(stands.replace(/&(?:eacute);/g, 'é')).toBe(word[0]);
      }
    }
  });
});

test('what is narration, and what is not', () => {
  const text =
    '# A\n\n## Part\n\nTold.\n\n> Quoted.\n\n:::log{of=x}\nLogged.\n:::\n\n:::verse\nSung.\n:::\n\n:::note[x]\nHard.\n:::\n\n- Listed.\n\n[^1]: Noted.\n\nLast[^1].';
  expect(read(text).map(({ text: words, kind, document }) => [words, kind, document !== undefined])).toEqual([
    ['Part', 'heading', false],
    ['Told.', 'narration', false],
    ['Quoted.', 'quoted', false],
    ['Logged.', 'document', true],
    ['Sung.', 'quoted', false],
    ['Hard.', 'narration', false],
    ['Listed.', 'narration', false],
    ['Noted.', 'quoted', false],
    ['Last.', 'narration', false],
  ]);
});

test('italics, ships and foreign words are known', () => {
  const [passage] = read("The *Kestrel* and :ship[Heron], :lang[Qapla']{tlh}.");
  const words = (stretches: readonly { start: number; end: number }[] = []) =>
    stretches.map(({ start, end }) => passage?.text.slice(start, end));
  expect([words(passage?.emphasis), words(passage?.ships), words(passage?.foreign)]).toEqual([
    ['Kestrel'],
    ['Heron'],
    ["Qapla'"],
  ]);
});
