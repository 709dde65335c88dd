/** What machines are told, and what they are not: feeds, data, pictures to share. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Command } from 'opentype.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { coverageOf } from '../../src/editions/epub/coverage.ts';
import { loadTypeface } from '../../src/editions/epub/typeface.ts';
import { lastChanges } from '../../src/editions/history.ts';
import { openPublication } from '../../src/editions/publication.ts';
import { readManuscript } from '../../src/manuscript/read.ts';
import { type CardWords, cardPainter } from '../../src/site/cards/card.ts';
import { atomFeed } from '../../src/site/feeds/atom.ts';
import { feedId } from '../../src/site/feeds/entries.ts';
import { jsonFeed } from '../../src/site/feeds/json.ts';
import { openSite, type Site } from '../../src/site/site.ts';
import { manuscriptOf } from '../stock.ts';
import { atomFaults, type JsonItem, readXml } from './feeds.ts';

const siteOf = (files: Readonly<Record<string, string>>): Site =>
  openSite({ publication: openPublication(manuscriptOf(files), { now: Date.UTC(2026, 2, 1) }) });

describe('dates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'padd-history-test-'));
  const git = (day: string, ...args: string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` },
    });
  const commit = (day: string, files: Readonly<Record<string, string>>): void => {
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    git(day, 'add', '.');
    git(day, 'commit', '-m', 'Go on');
  };
  beforeAll(() => {
    git('2026-01-01', 'init');
    commit('2026-01-01', {
      'story.yaml': 'title: Of Days\nmodified: 2026-01-01\n',
      '1 — één.md': '---\npublished: 2026-01-05\n---\n\nOne.\n',
      '2.md': 'Two.\n',
      '3.md': '---\npublished: 2025-12-01\n---\n\nThree.\n',
    });
    commit('2026-02-03', { '3.md': '---\npublished: 2025-12-01\n---\n\nThree, mended.\n' });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a chapter has changed when its words last did, or has appeared if that came later', () => {
    const site = openSite({ publication: openPublication(readManuscript(folder), { now: Date.UTC(2026, 2, 1) }) });
    const { items } = JSON.parse(jsonFeed(site)) as { items: JsonItem[] };
    expect(items.map(({ date_published, date_modified }) => [date_published, date_modified])).toEqual([
      ['2025-12-01T00:00:00Z', '2026-02-03T12:00:00Z'],
      [undefined, '2026-01-01T12:00:00Z'],
      ['2026-01-05T00:00:00Z', '2026-01-05T00:00:00Z'],
    ]);
    expect(atomFeed(site)).toMatch(/<feed[\s\S]*?<updated>2026-02-03T12:00:00Z[\s\S]*?<entry>/);
  });

  test('a history that is cut off says nothing, and neither does none', () => {
    const copy = mkdtempSync(join(tmpdir(), 'padd-history-test-'));
    execFileSync('git', ['clone', '--depth', '1', `file://${folder}`, copy], { stdio: 'ignore' });
    expect(lastChanges(folder).size).toBe(4);
    expect(lastChanges(copy).size).toBe(0);
    rmSync(join(copy, '.git'), { recursive: true });
    expect(lastChanges(copy).size).toBe(0);
    rmSync(copy, { recursive: true });
  });
});

test.each([
  ['urn:uuid:5f0c3a52-8d7e-4c19-9b61-7a1f2d9e4b10', 'urn:uuid:5f0c3a52-8d7e-4c19-9b61-7a1f2d9e4b10'],
  ['https://example.org/story', 'https://example.org/story'],
  ['urn:uuid:not-one', /^urn:uuid:[\da-f-]{36}$/],
  ['my story', /^urn:uuid:[\da-f-]{36}$/],
])('the id %s makes a feed that is sound', (id, wanted) => {
  const site = siteOf({ 'story.yaml': `title: A\nid: "${id}"\n`, '1.md': 'Words.' });
  expect(feedId(site)).toMatch(wanted);
  expect(feedId(site)).toBe(feedId(siteOf({ 'story.yaml': `title: B\nid: "${id}"\n`, '1.md': 'Others.' })));
  expect(atomFaults(readXml(atomFeed(site)))).toEqual([]);
});

test('what an author writes cannot end the element that holds the data', () => {
  const site = siteOf({
    'story.yaml': 'title: "</script><script>alert(1)</script><!--"\n',
    '1.md': '# </script>\n\nWords.',
  });
  for (const text of [site.data.book(), site.data.chapter(site.chapters[0] as never, 1)]) {
    expect(text).not.toContain('<');
    expect(JSON.parse(text)['@context']).toBe('https://schema.org');
  }
  expect(JSON.parse(site.data.book()).name).toContain('</script>');
});

test('the entries of a story for adults begin with what it holds', () => {
  const site = siteOf({
    'story.yaml': 'title: A\nrating: Explicit\nwarnings: [Graphic Depictions Of Violence]\n',
    '1.md': '---\ncontentNotes: [{ label: A & B }]\n---\n\nWords.',
  });
  const { items } = JSON.parse(jsonFeed(site)) as { items: JsonItem[] };
  expect(items[0]?.content_html).toMatch(
    /^<p><strong>Rating:<\/strong> Explicit<\/p>\n<p><strong>Warnings:<\/strong> Graphic Depictions Of Violence<\/p>\n<p><strong>Content notes:<\/strong> A &amp; B<\/p>\n<p/,
  );
});

test('a title that gives something away is told to nobody, and neither is its summary', () => {
  const site = siteOf({
    'story.yaml': 'title: A\nurl: https://a.example/\nsummary: Of all.\n',
    '1.md': '---\ntitle: Mira Dies\nspoiler: title\nsummary: She dies.\n---\n\nWords.',
    '2.md': '---\ntitle: After\nsummary: Later.\n---\n\nWords.',
  });
  const told = [site.data.book(), ...site.chapters.map((page, i) => site.data.chapter(page, i + 1))].join('\n');
  expect(told).not.toMatch(/Mira|She dies/);
  expect(told).toContain('Later.');
  expect(atomFeed(site).replaceAll(/<content[\s\S]*?<\/content>/g, '')).not.toMatch(/Mira|She dies/);
});

describe('coverage', () => {
  const frame = { left: 10, top: 20, width: 3, height: 2 };
  const square = (x: number, y: number, size: number, turn: 1 | -1): Command[] => [
    { type: 'M', x, y },
    ...(turn > 0
      ? [
          { x: x + size, y },
          { x: x + size, y: y + size },
          { x, y: y + size },
        ]
      : [
          { x, y: y + size },
          { x: x + size, y: y + size },
          { x: x + size, y },
        ]
    ).map((corner) => ({ type: 'L' as const, ...corner })),
    { type: 'Z' },
  ];

  test('is the area of each pixel that lies within, whichever way round', () => {
    for (const turn of [1, -1] as const)
      expect([...coverageOf(square(10.5, 20.5, 1, turn), frame)]).toEqual([0.25, 0.25, 0, 0.25, 0.25, 0]);
    expect([
      ...coverageOf(
        [
          { type: 'M', x: 10, y: 20 },
          { type: 'L', x: 12, y: 22 },
          { type: 'L', x: 10, y: 22 },
        ],
        frame,
      ),
    ]).toEqual([0.5, 0, 0, 1, 0.5, 0]);
  });

  test('of a hole is none, and of two strokes over each other that of one', () => {
    const large = { left: 0, top: 0, width: 4, height: 4 };
    const ring = coverageOf([...square(0, 0, 4, 1), ...square(1, 1, 2, -1)], large);
    expect([...ring.subarray(4, 8)]).toEqual([1, 0, 0, 1]);
    const over = coverageOf([...square(0, 0, 4, 1), ...square(1, 1, 2, 1)], large);
    expect([...over.subarray(4, 8)]).toEqual([1, 1, 1, 1]);
  });

  test('of a curve is that of its area', () => {
    // A parabola’s cap is two thirds of the box about it: 2/3 · 40 · 15.
    const cap: Command[] = [
      { type: 'M', x: 0, y: 15 },
      { type: 'Q', x1: 20, y1: -15, x: 40, y: 15 },
    ];
    const sum = coverageOf(cap, { left: 0, top: 0, width: 40, height: 15 }).reduce((all, one) => all + one, 0);
    expect(sum).toBeGreaterThan(400 - (2 / 3) * 40 * 0.1);
    expect(sum).toBeLessThan(400.01);
  });
});

describe('cards', () => {
  const paint = cardPainter(loadTypeface());
  const words: CardWords = {
    above: 'Stardate 43997.5',
    number: '4',
    title: 'Arrival',
    below: 'Still Here',
    language: 'en',
  };
  /** The palette’s number of each pixel. */
  const pixelsOf = (png: Uint8Array): Buffer => {
    const bytes = Buffer.from(png);
    const at = bytes.indexOf('IDAT');
    return inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
  };
  /** How many pixels differ between two cards. */
  const between = (a: CardWords, b: CardWords): number => {
    const [one, other] = [pixelsOf(paint(a)), pixelsOf(paint(b))];
    return one.filter((pixel, i) => pixel !== other[i]).length;
  };

  test('are of the size that is asked for, and the same for the same words', () => {
    const png = Buffer.from(paint(words));
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(pixelsOf(png)).toHaveLength(630 * 1201);
    expect(png.equals(paint(words))).toBe(true);
    expect(between(words, { ...words, title: 'Departure' })).toBeGreaterThan(1000);
  });

  test('leave out what the typeface has no letters for, whole: no boxes stand for them', () => {
    const number = { ...words, title: '' };
    for (const title of ['渡し船', 'המעבורת', 'Arrival 灯', '🚀'])
      expect(Buffer.from(paint({ ...words, title })).equals(paint(number)), title).toBe(true);
    expect(Buffer.from(paint({ ...words, above: '灯台' })).equals(paint({ ...words, above: undefined }))).toBe(true);
    expect(between({ ...words, title: 'Прибытие' }, number)).toBeGreaterThan(1000);
  });

  test('hold titles of any length, and stay within their margins', () => {
    const empty = pixelsOf(paint({ above: undefined, title: '', below: '', language: 'en' }));
    for (const title of ['A', 'word '.repeat(400), 'Donaudampfschifffahrt'.repeat(9), ' ']) {
      const pixels = pixelsOf(paint({ ...words, title }));
      for (let row = 0; row < 630; row += 1)
        for (const [from, to] of [[0, 70] as const, [1130, 1201] as const]) {
          const at = row * 1201;
          expect(pixels.subarray(at + from, at + to).equals(empty.subarray(at + from, at + to)), title).toBe(true);
        }
    }
  });
});
