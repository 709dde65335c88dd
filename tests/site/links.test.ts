/** Links from one chapter to a place in another. */

import { expect, test } from 'vitest';
import type { Memory } from '../../src/editions/memory.ts';
import { openPublication } from '../../src/editions/publication.ts';
import { openSite } from '../../src/site/site.ts';
import { manuscriptOf } from '../stock.ts';

/** What a site without other files makes of a few chapters. */
function chaptersOf(files: Readonly<Record<string, string>>, memory?: Memory) {
  return openSite({ publication: openPublication(manuscriptOf(files)), memory }).chapters;
}
const hrefs = (html = ''): string[] => [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => href);
const second = (heading: string): string => `# Two\n\nShe came.\n\n## ${heading}\n\nShe went.\n`;
const first =
  '[a](2.md#the-bridge) [b](<2.md#nowhere>) [c](1.md#top-deck) [d](https://example.org/2.md#x)\n\n## Top Deck\n\nUp.\n';

test('a heading of another chapter is found by its words, and what is not there is its head', () => {
  const [one, two] = chaptersOf({ '1.md': first, '2.md': second('The *Bridge*') });
  const id = /<h2 id="([^"]+)">The/.exec(two?.proseHtml() ?? '')?.[1];
  const own = /<h2 id="([^"]+)">Top/.exec(one?.proseHtml() ?? '')?.[1];
  expect(hrefs(one?.proseHtml())).toEqual([
    `${two?.href}#${id}`,
    two?.href,
    `${one?.href}#${own}`,
    'https://example.org/2.md#x',
  ]);
});

test('a note of the author finds it too', () => {
  const note = '---\nnotes: { after: "[a](2.md#the-bridge)" }\n---\n\nOne.\n';
  const [one] = chaptersOf({ '1.md': note, '2.md': second('The Bridge') });
  expect(hrefs(one?.afterHtml)[0]).toMatch(/#p[a-z]{7}$/);
});

test('what is remembered of a chapter is forgotten when the place that it leads to has changed', () => {
  const kept = new Map<string, unknown>();
  const memory = {
    recall: (parts: readonly string[], make: () => unknown) => {
      const key = JSON.stringify(parts);
      if (!kept.has(key)) kept.set(key, make());
      return kept.get(key);
    },
  } as unknown as Memory;
  const at = (heading: string) =>
    hrefs(chaptersOf({ '1.md': first, '2.md': second(heading) }, memory)[0]?.proseHtml())[0];
  expect(at('The Bridge')).toMatch(/#p[a-z]{7}$/);
  expect(at('The Brig')).not.toContain('#');
});
