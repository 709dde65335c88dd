/** The whole work on one page, or on a few: nothing left out, nothing twice, and a way from each to the next. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { batchesOf } from '../../src/site/batches.ts';
import { sitesToBuild } from './built.ts';
import { filesOf, readPage } from './pages.ts';

const { out, build, remove } = sitesToBuild('serial');
beforeAll(build);
afterAll(remove);

const chapter = (words: number, part?: number) => ({
  words,
  ...(part ? { part: { number: part, title: `Part ${part}` } as never } : {}),
});
const sizes = (chapters: readonly ReturnType<typeof chapter>[]): number[] =>
  batchesOf(chapters).map(({ length }) => length);

test('a novel is one page; a serial is torn where a part ends, or where a page is full', () => {
  expect(sizes([])).toEqual([0]);
  expect(sizes(Array.from({ length: 40 }, () => chapter(3000)))).toEqual([40]);
  expect(sizes(Array.from({ length: 120 }, () => chapter(500)))).toEqual([50, 50, 20]);
  expect(sizes(Array.from({ length: 30 }, () => chapter(10_000)))).toEqual([15, 15]);
  expect(sizes([chapter(900_000), chapter(10), chapter(900_000)])).toEqual([1, 1, 1]);
  const parts = [30, 30, 10].flatMap((length, i) => Array.from({ length }, () => chapter(100, i + 1)));
  expect(sizes(parts)).toEqual([30, 40]);
});

test('every chapter stands on one of the pages, which lead to each other, and name a part where it begins', () => {
  const pages = filesOf(join(out, 'serial')).filter((file) => /^all\/(?:\d+\/)?index\.html$/.test(file));
  expect(pages).toEqual(['all/2/index.html', 'all/3/index.html', 'all/index.html']);
  const html = ['all/index.html', 'all/2/index.html', 'all/3/index.html'].map((file) =>
    readFileSync(join(out, 'serial', file), 'utf8'),
  );
  const told = html.flatMap((page) => [...page.matchAll(/for the (\d+)th time/g)].map(([, n]) => Number(n)));
  expect(told).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
  const ways = html.map((page) => [...page.matchAll(/<a rel="(prev|next)" href="([^"]+)"/g)].map(([, ...way]) => way));
  expect(ways).toEqual([
    [['next', '/serial/all/2/']],
    [
      ['prev', '/serial/all/'],
      ['next', '/serial/all/3/'],
    ],
    [['prev', '/serial/all/2/']],
  ]);
  expect(html.map((page) => page.match(/class="part-title">[^<]*/g)?.length ?? 0)).toEqual([2, 0, 0]);
  for (const { ids, named } of html.map(readPage)) {
    expect(new Set(ids).size).toBe(ids.length);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  }
  expect(html[2]).toContain('101. Day 101 – 120. Day 120');
});
