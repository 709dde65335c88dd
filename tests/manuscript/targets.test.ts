import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { typeset } from '../../src/manuscript/typeset.ts';
import { manuscriptOf } from '../stock.ts';

const house = {
  chapterHref: ({ slug }: { slug: string }) => `../${slug}/`,
  imageHref: (path: string) => (path.endsWith('.tiff') ? undefined : `/images/${path}`),
  words: { notes: 'Notes', backToText: 'Back' },
};

function targets(text: string) {
  const manuscript = manuscriptOf({
    'one/01-a.md': text,
    'one/02-b.md': 'B.',
    '03-c.md': 'C.',
    'images/x y.png': '',
    'images/t.tiff': '',
  });
  const chapter = manuscript.chapters.find(({ source }) => source.file === 'one/01-a.md');
  const found: (string | undefined)[] = [];
  if (!chapter) return found;
  visit(typeset(manuscript, chapter, house), 'element', ({ tagName, properties }: Element) => {
    if (tagName === 'a') found.push(String(properties.href));
    if (tagName === 'img') found.push(String(properties.src));
    if (properties.className?.toString() === 'missing-picture') found.push('alt');
  });
  return found;
}

describe('links and pictures point at what an edition has', () => {
  test.each([
    ['a chapter beside it', '[x](02-b.md)', ['../b/']],
    ['a chapter elsewhere', '[x](../03-c.md#there)', ['../c/#there']],
    ['a chapter from the folder down', '[x](/03-c.md)', ['../c/']],
    ['a slug', '[x](/c/)', ['../c/']],
    ['the world outside', '[x](https://example.org/a?b#c)', ['https://example.org/a?b#c']],
    ['nothing', '[x](04-d.md)', []],
    ['out of the folder', '[x](../../../etc/passwd)', []],
    ['a heading by its words', '[x](#the-night)\n\n## The Night', ['#pjedqgfy']],
    ['no place on the page', '[x](#nowhere)', []],
    ['a script', '[x](javascript:alert%281%29)', ['undefined']],
    ['a picture', '![x](../images/x%20y.png)', ['/images/images/x y.png']],
    ['a picture that is not there', '![x](y.png)', ['alt']],
    ['a picture without words that is not there', '![](y.png)', []],
    ['a picture that the edition cannot show', '![x](../images/t.tiff)', ['alt']],
    ['a picture from elsewhere', '![x](https://example.org/x.png)', ['alt']],
    ['a picture from outside of the folder', '![x](file:///etc/passwd)', []],
  ])('%s', (_, text, expected) => {
    expect(targets(text)).toEqual(expected);
  });
});
