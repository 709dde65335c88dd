/** The search: what it finds, what it keeps back, and what it needs. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPublication } from '../../src/editions/publication.ts';
import { stockIn } from '../../src/site/press/stock.ts';
import { passagesOf } from '../../src/site/scripts/passages.ts';
import { beginIndex } from '../../src/site/search.ts';
import { choices } from '../../src/site/settings.ts';
import { openSite, type Site } from '../../src/site/site.ts';
import { findChromium, openBrowser, tellSkipped } from '../browser.ts';
import { manuscriptOf } from '../stock.ts';
import { sitesToBuild, withPage as withPageOf } from './built.ts';
import { serve } from './serve.ts';

describe('passages', () => {
  const raw = 'The lamp was lit &lt;again&gt;. Nobody saw the lamp. Then the sea came in and the lamp went out.';
  const anchors = [
    { id: 'c', location: 9 },
    { id: 'a', location: 0 },
    { id: 'b', location: 5 },
  ];
  const words = (passage: { pieces: readonly { words: string; hit: boolean }[] } | undefined): string =>
    passage?.pieces.map(({ words: text, hit }) => (hit ? `[${text}]` : text)).join('') ?? '';

  test('are the paragraphs that hold it, with the words marked and nothing else', () => {
    const { passages, past } = passagesOf({ raw_content: raw, anchors, locations: [1, 8, 16] }, 'lamp');
    expect(past).toBe(false);
    expect(passages.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(passages.map((passage) => words(passage).trim())).toEqual([
      'The [lamp] was lit <again>.',
      'Nobody saw the [lamp].',
      'Then the sea came in and the [lamp] went out.',
    ]);
  });

  test('those with all the words that were looked for come alone', () => {
    const { passages } = passagesOf({ raw_content: raw, anchors, locations: [1, 8, 11, 16] }, 'lamp sea');
    expect(passages.map(({ id }) => id)).toEqual(['c']);
  });

  test('nothing past the last paragraph that was read is told, but that there is more', () => {
    const found = { raw_content: raw, anchors, locations: [1, 16] };
    expect(passagesOf(found, 'lamp', 'b')).toMatchObject({ past: true, passages: [{ id: 'a' }] });
    expect(passagesOf(found, 'lamp', 'c').past).toBe(false);
    expect(passagesOf({ ...found, locations: [1] }, 'lamp', 'b').past).toBe(false);
    expect(passagesOf(found, 'lamp', 'gone since').passages).toHaveLength(2);
  });

  test('words of a language without spaces stand without spaces', () => {
    const { passages } = passagesOf(
      { raw_content: '彼女\u200Bは\u200B空\u200Bを\u200B見上げ', anchors: [{ id: 'a', location: 0 }], locations: [2] },
      '空',
    );
    expect(words(passages[0])).toBe('彼女は[空]を見上げ');
  });
});

describe('volumes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'padd-volumes-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const long = (last: string): Site => {
    const chapters = Array.from({ length: 252 }, (_, n) => [`${n + 1}.md`, n < 251 ? `Day ${n + 1}.` : last]);
    const files = { 'story.yaml': 'title: A\n', ...Object.fromEntries(chapters) };
    return openSite({ publication: openPublication(manuscriptOf(files), { now: Date.UTC(2026, 2, 1) }) });
  };
  /** What lies in a site, each file with when it was written. */
  const write = async (name: string, site: Site): Promise<Map<string, number>> => {
    const out = join(folder, name);
    mkdirSync(out);
    const stock = stockIn(join(folder, 'stock'));
    await beginIndex(site, { stock, list: join(folder, 'index.json') }).write(out);
    stock.settle(out);
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('.'));
    return new Map(files.map((file) => [file, statSync(join(out, file)).mtimeMs]));
  };

  test('after an edit only that of the chapter is made again; what is lost is made, too', async () => {
    const first = await write('first', long('The end.'));
    const names = (file: string): string[][] =>
      JSON.parse(readFileSync(join(folder, file, 'pagefind/chapters.json'), 'utf8'));
    expect(names('first').map(({ length }) => length)).toEqual([250, 2]);
    expect(new Set(names('first').flat()).size).toBe(252);
    expect([...first.keys()]).toContain('pagefind/pagefind.js');
    expect([...first.keys()]).not.toContain('pagefind/2/pagefind.js');
    const again = await write('again', long('The end, at last.'));
    const isOfSecond = (file: string): boolean => /^pagefind\/(?:2\/|chapters\.json)/.test(file);
    const written = [...again].filter(([file, time]) => first.get(file) !== time).map(([file]) => file);
    expect(written.every(isOfSecond)).toBe(true);
    expect(written.filter((file) => file.endsWith('.pf_fragment'))).toEqual([
      `pagefind/2/fragment/${names('again')[1]?.[1]}.pf_fragment`,
    ]);
    rmSync(join(folder, 'stock/sheets/pagefind/fragment'), { recursive: true });
    const mended = await write('mended', long('The end, at last.'));
    expect([...mended.keys()].sort()).toEqual([...again.keys()].sort());
  });
});

const fixtures = { reading: '/shore/', long: '/far/off/', rtl: '/', japanese: '/ja/', mature: '/', saga: '/' } as const;
const { out, build, remove } = sitesToBuild(...Object.keys(fixtures));
const chromium = await findChromium();
if (!chromium) tellSkipped(['search in a browser']);

describe.skipIf(!chromium)('in a browser', () => {
  let browser: Browser;
  const servers: Record<string, Awaited<ReturnType<typeof serve>>> = {};
  beforeAll(async () => {
    build();
    browser = await openBrowser(chromium as string);
    for (const [site, base] of Object.entries(fixtures)) servers[site] = await serve(join(out, site), base);
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of Object.values(servers)) server.stop();
    remove();
  });

  const at = (site: keyof typeof fixtures, path: string): string => `${servers[site]?.origin}${fixtures[site]}${path}`;
  const withPage = (look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> =>
    withPageOf(browser, { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce', ...options }, look);
  const found = (page: Page) => page.locator('.found');
  const settled = (page: Page): Promise<void> => expect.poll(() => found(page).textContent()).not.toBe('');

  test('by keyboard alone: a question, how many chapters answer, and a link to the very paragraph', async () => {
    await withPage(async (page) => {
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(at('reading', ''));
      await page.locator('.footer').getByText('Search', { exact: true }).click();
      expect(
        await page.evaluate('performance.getEntriesByType("resource").some(({ name }) => name.includes("pagefind"))'),
      ).toBe(false);
      await page.getByLabel('Words to look for').focus();
      await page.keyboard.type('river under ice');
      await page.keyboard.press('Enter');
      await settled(page);
      expect(await found(page).textContent()).toBe('Chapters that have it: 1');
      expect(new URL(page.url()).search).toBe('?q=river+under+ice');
      await page.locator('.hits p a').click();
      expect(page.url()).toMatch(/\/shore\/chapters\/prologue\/#p\w{7}$/);
      expect(await page.locator(':target').innerText()).toContain('a river under ice');
      await page.goBack();
      await settled(page);
      expect(await page.locator('.hits mark').allInnerTexts()).toContain('river');
      await page.getByLabel('Words to look for').fill('xyzzy');
      await page.keyboard.press('Enter');
      await expect.poll(() => found(page).textContent()).toBe('Nothing found for “xyzzy”.');
      expect(await page.locator('.hits li').count()).toBe(0);
      expect(complaints).toEqual([]);
    });
  });

  test('in a story so long that the index has several volumes all of them answer', async () => {
    await withPage(async (page) => {
      await page.goto(at('saga', 'search/?q=heron'));
      await settled(page);
      expect(await page.locator('.past').innerText()).toContain('Chapters past your place that have it: 2');
      await page.getByRole('button', { name: 'Show everything' }).click();
      await expect.poll(() => page.locator('.hits li').count()).toBe(2);
      const links = await page.locator('.hits h2 a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(links.sort()).toEqual(['/chapters/chapter-254/', '/chapters/chapter-3/']);
    });
  });

  test('what stands past the reader’s place is kept back and counted, and told when they ask', async () => {
    await withPage(async (page) => {
      await page.goto(at('reading', 'search/?q=rather+very+long+word'));
      await settled(page);
      expect(await page.locator('main').innerText()).not.toMatch(/Chapter 4|Donau|Mira Dies/);
      expect(await page.locator('.past').innerText()).toContain('Chapters past your place that have it: 1');
      await page.getByRole('button', { name: 'Show everything' }).click();
      await expect.poll(() => page.locator('.hits').innerText()).toContain('very long word');
      // The title gives something away until the chapter is reached, whatever was asked for.
      expect(await page.locator('.hits h2').innerText()).toBe('Chapter 4');
      expect(await page.locator('.past').isVisible()).toBe(false);
      await page.evaluate(
        'localStorage["places:/shore/"] = JSON.stringify({ "the-end": { id: "gone", n: 0, at: 0 } })',
      );
      await page.reload();
      await settled(page);
      expect(await page.locator('.hits h2').innerText()).toBe('4. Mira Dies');
    });
  });

  test('in a chapter that is begun nothing is told past the place', async () => {
    await withPage(async (page) => {
      await page.goto(at('long', 'chapters/the-signal/'));
      const ids: string[] = await page.locator('.prose p[id]').evaluateAll((all) => all.map(({ id }) => id));
      const last = (await page.locator(`[id="${ids.at(-1)}"]`).innerText()).split(/\s+/).slice(0, 6).join(' ');
      const place = (n: number, read?: 1) => JSON.stringify({ 'the-signal': { id: ids[n], n, at: 0, read } });
      const ask = async (places: string): Promise<string> => {
        await page.evaluate(`localStorage['places:/far/off/'] = ${JSON.stringify(places)}`);
        await page.goto(at('long', `search/?q=${encodeURIComponent(`"${last.replace(/[^\w\s’]/g, '')}"`)}`));
        await settled(page);
        return page.locator('.hits').innerText();
      };
      expect(await ask(place(0))).not.toContain(last);
      expect(await page.locator('.past').isVisible()).toBe(true);
      expect(await ask(place(0, 1))).toContain(last);
    });
  });

  test('Japanese and Hebrew are found', async () => {
    await withPage(async (page) => {
      await page.goto(at('japanese', `search/?q=${encodeURIComponent('空')}`));
      await settled(page);
      expect(await page.locator('.hits').innerText()).toContain('彼女は空を見上げ');
      await page.goto(at('rtl', `search/?q=${encodeURIComponent('גשם')}`));
      await settled(page);
      expect(await page.locator('.hits mark').innerText()).toBe('גשם');
      expect(await page.evaluate('getComputedStyle(document.querySelector("#search")).direction')).toBe('rtl');
    });
  });

  test('a story for adults is searched behind its gate', async () => {
    await withPage(async (page) => {
      await page.goto(at('mature', 'search/?q=salt+road'));
      await settled(page);
      expect(await page.locator('main').innerText()).not.toContain('one well on the salt road');
      expect(await page.locator('main').innerText()).toContain('Explicit');
      await page.locator('.gated > summary').click();
      expect(await page.locator('.hits').innerText()).toContain('one well on the salt road');
      await page.reload();
      await settled(page);
      expect(await page.locator('.hits').isVisible()).toBe(true);
    });
  });

  test('without a program there is a way to the story on one page, and no form that does nothing', async () => {
    await withPage(
      async (page) => {
        await page.goto(at('reading', 'search/'));
        expect(await page.locator('form#search').isVisible()).toBe(false);
        await page.getByText('Search the story on one page').click();
        expect(page.url()).toMatch(/\/shore\/all\/$/);
      },
      { javaScriptEnabled: false },
    );
  });

  test('axe finds nothing in any theme, and no page is wider than a small screen', async () => {
    for (const theme of choices.theme.slice(1)) {
      await withPage(
        async (page) => {
          await page.addInitScript(`localStorage.reader = '${JSON.stringify({ theme })}'`);
          for (const url of [
            at('reading', 'search/?q=the+lamp'),
            at('rtl', `search/?q=${encodeURIComponent('גשם')}`),
          ]) {
            await page.goto(url);
            await settled(page);
            const { violations } = await new AxeBuilder({ page }).analyze();
            expect(violations.map(({ id, nodes }) => `${theme} ${url} ${id}: ${nodes[0]?.html}`)).toEqual([]);
            expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
          }
        },
        { viewport: { width: 320, height: 640 } },
      );
    }
  });
});
