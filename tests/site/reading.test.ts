/** What a reader may set and what is kept for them, in a real browser. */

import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPublication } from '../../src/editions/publication.ts';
import { choices } from '../../src/site/settings.ts';
import { openSite } from '../../src/site/site.ts';
import { findChromium, openBrowser, tellSkipped } from '../browser.ts';
import { manuscriptOf } from '../stock.ts';
import { sitesToBuild, withPage as withPageOf } from './built.ts';
import { serve } from './serve.ts';

const { out, build, remove } = sitesToBuild('long', 'reading');
const chromium = await findChromium();
if (!chromium) tellSkipped(['reading settings, place and resume, keys']);

test('a theme that nobody has made is told with those that exist', () => {
  const site = (theme: string) => () =>
    openSite({
      publication: openPublication(manuscriptOf({ 'story.yaml': `title: A\ntheme: ${theme}\n`, '1.md': 'Words.' })),
    });
  expect(site('lgo')).toThrow('story.yaml:2:8: there is no theme “lgo”; did you mean `log`? There are `log`, `plain`');
  expect(site('neon')).toThrow('there are `log`, `plain`');
  expect(site('plain')().theme.name).toBe('plain');
});

describe.skipIf(!chromium)('in a browser', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  let other: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    build();
    browser = await openBrowser(chromium as string);
    server = await serve(join(out, 'long'), '/far/off/');
    other = await serve(join(out, 'reading'), '/shore/');
  });
  afterAll(async () => {
    await browser?.close();
    server?.stop();
    other?.stop();
    remove();
  });

  const at = (path: string): string => `${server.origin}/far/off/${path}`;
  const withPage = (look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> =>
    withPageOf(browser, { viewport: { width: 1024, height: 800 }, reducedMotion: 'reduce', ...options }, look);
  const value = (page: Page, expression: string): Promise<unknown> => page.evaluate(expression);

  describe('settings', () => {
    test('each changes the page at once, is kept, and is there before the next page is painted', async () => {
      await withPage(async (page) => {
        const complaints: string[] = [];
        page.on('console', (message) => complaints.push(message.text()));
        await page.goto(at('chapters/the-watch/'));
        await page.getByRole('button', { name: 'Reading settings' }).click();
        const panel = page.locator('#reader');
        await panel.locator('summary').click();
        const paper = 'getComputedStyle(document.documentElement).backgroundColor';
        const before = await value(page, paper);
        await panel.getByText('Dim', { exact: true }).click();
        expect(await value(page, paper)).not.toBe(before);
        await panel.getByText('Spaced', { exact: true }).click();
        await panel.getByText('Justify', { exact: true }).click();
        await panel.getByText('Hyphenate', { exact: true }).click();
        await panel.locator('[name=size]').focus();
        await page.keyboard.press('ArrowRight');
        const set = 'JSON.stringify({ ...document.documentElement.dataset })';
        const said = { theme: 'dim', paragraphs: 'spaced', justify: 'on', hyphens: 'off' };
        expect(JSON.parse(String(await value(page, set)))).toMatchObject(said);
        expect(JSON.parse(String(await value(page, 'localStorage.reader')))).toEqual({ ...said, size: '110' });
        // The one program within the page comes before all that is seen.
        await page.addInitScript(
          'document.addEventListener("readystatechange", () => { window.early ??= document.documentElement.dataset.theme; });',
        );
        await page.goto(at('chapters/the-signal/'));
        expect(await value(page, 'early')).toBe('dim');
        expect(await value(page, 'document.documentElement.style.getPropertyValue("--scale")')).toBe('1.1');
        await page.getByRole('button', { name: 'Reading settings' }).click();
        expect(await panel.getByLabel('Dim').isChecked()).toBe(true);
        await panel.getByRole('button', { name: 'Reset' }).click();
        await page.waitForFunction('localStorage.reader === "{}"');
        expect(await value(page, paper)).toBe(before);
        expect(complaints).toEqual([]);
      });
    });

    test('Esc closes the panel and gives the focus back', async () => {
      await withPage(async (page) => {
        await page.goto(at('chapters/the-watch/'));
        await page.locator('.aa').focus();
        await page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
        expect(await value(page, 'document.activeElement.name')).toBe('theme');
        await page.keyboard.press('Escape');
        expect(await page.locator('#reader').isVisible()).toBe(false);
        expect(await value(page, 'document.activeElement.className')).toBe('aa');
      });
    });

    test('what cannot be kept is no matter, and what was kept badly neither', async () => {
      await withPage(async (page) => {
        await page.addInitScript('localStorage.reader = "{nonsense"');
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(error.message));
        await page.goto(at('chapters/the-watch/'));
        await page.locator('.aa').click();
        await page.locator('#reader').getByText('Sepia', { exact: true }).click();
        expect(await value(page, 'document.documentElement.dataset.theme')).toBe('sepia');
        expect(errors).toEqual([]);
      });
    });

    test('without a program there is no button for them', async () => {
      await withPage(
        async (page) => {
          await page.goto(at('chapters/the-watch/'));
          expect(await page.locator('.aa').isVisible()).toBe(false);
          expect(await page.locator('main').innerText()).toContain('The Watch');
        },
        { javaScriptEnabled: false },
      );
    });

    test('the plain face comes only when it is chosen, and no lines grow longer than 80 letters', async () => {
      await withPage(async (page) => {
        const fonts: string[] = [];
        page.on('request', (request) => request.url().includes('atkinson') && fonts.push(request.url()));
        await page.goto(at('chapters/the-watch/'));
        await value(page, 'document.fonts.ready');
        expect(fonts).toEqual([]);
        for (const font of choices.font.slice(0, 2)) {
          await value(page, `localStorage.reader = JSON.stringify({ font: '${font}', measure: 'wide' })`);
          await page.reload();
          await value(page, 'document.fonts.ready');
          const longest = await value(
            page,
            `Math.max(...[...document.querySelectorAll('.prose p')].map((p) => {
            const range = document.createRange();
            range.selectNodeContents(p);
            const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size;
            return lines > 2 ? p.textContent.length / lines : 0;
          }))`,
          );
          expect(longest, font).toBeLessThanOrEqual(80);
        }
        expect(fonts.length).toBeGreaterThan(0);
      });
    });

    test.each(choices.theme.slice(1))('axe finds nothing in %s, with the panel open', async (theme) => {
      await withPage(async (page) => {
        await page.addInitScript(`localStorage.reader = '{"theme":"${theme}"}'`);
        for (const url of [at('chapters/the-watch/'), `${other.origin}/shore/chapters/the-lamp/`, at('contents/')]) {
          await page.goto(url);
          await page.locator('.aa').click();
          await page.locator('details').evaluateAll((folds) => {
            for (const fold of folds) fold.setAttribute('open', '');
          });
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${url} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        }
      });
    });

    test('letters of twice their size need no sideways scrolling on a small screen', async () => {
      await withPage(
        async (page) => {
          await page.addInitScript(`localStorage.reader = '{"size":"200","measure":"wide"}'`);
          for (const path of ['', 'contents/', 'chapters/the-watch/', 'about/']) {
            await page.goto(at(path));
            expect(await value(page, 'document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(320);
          }
          await page.locator('.aa').click();
          expect(await value(page, 'document.querySelector("#reader").scrollWidth')).toBeLessThanOrEqual(320);
        },
        { viewport: { width: 320, height: 640 } },
      );
    });
  });
});
