/** The book as people read it: opened in a reading system, every page turned, by day and by night. */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, openBrowser, tellSkipped } from '../browser.ts';
import { openInReader, type Reader, type Shown } from './reader.ts';
import { unpack } from './unpack.ts';

/** Our own story, and those with pictures, with footnotes, from right to left, and from top to bottom. */
const books = ['../../chapters', 'kitchen-sink', 'right-to-left', 'japanese'];
const chromium = await findChromium();
if (!chromium) tellSkipped(books.map((folder) => `the book of ${folder} in a reading system`));

let browser: Browser;
beforeAll(async () => {
  if (chromium) browser = await openBrowser(chromium);
});
afterAll(() => browser?.close());

describe.skipIf(!chromium).each(books)('a reading system opens %s', (folder) => {
  let reader: Reader;
  let shown: Shown[];
  const turnEveryPage = async (scheme: 'light' | 'dark'): Promise<void> => {
    reader = await openInReader(browser, (await unpack(folder)).bytes, scheme);
    shown = [];
    for (let at = 0; at < reader.length; at += 1) shown.push(await reader.show(at));
  };
  afterAll(() => reader?.page.close());

  it('and shows words and pictures on every page, without a complaint', async () => {
    await turnEveryPage('light');
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter(({ words, file }) => !words && !file.endsWith('cover.xhtml'))).toEqual([]);
    expect(shown.flatMap(({ missing }) => missing)).toEqual([]);
    expect(reader.complaints).toEqual([]);
  });

  it('and comes from its contents to each place', async () => {
    const contents = await reader.contents();
    expect(contents.length).toBeGreaterThan(3);
    for (const { label, found } of contents) expect(found, label).toBeTruthy();
  });

  it('and comes from each footnote to its note, and back', async () => {
    const noted = shown.flatMap(({ notes }, at) => (notes > 0 ? [{ at, notes }] : []));
    expect(noted).not.toEqual([]);
    for (const { at, notes } of noted) {
      await reader.show(at);
      for (let nth = 0; nth < notes; nth += 1) {
        const { note, back } = await reader.followNote(nth);
        expect(note).toMatch(/\p{L}/u);
        expect(back).toBe(true);
      }
    }
    await reader.page.close();
  });

  it('and shows it by night in light letters', async () => {
    await turnEveryPage('dark');
    const dark = shown.flatMap(({ file, inks }) => inks.filter((ink) => !isLight(ink)).map((ink) => `${file}: ${ink}`));
    expect(dark).toEqual([]);
    expect(shown.flatMap(({ grounds }) => grounds.filter(isLight))).toEqual([]);
    expect(reader.complaints).toEqual([]);
  });
});

/** By the weights that the eye gives to red, green and blue. */
function isLight(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 128;
}
