/** Stories for adults: what they hold is said before the prose, until a reader has gone on once. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, openBrowser, tellSkipped } from '../browser.ts';
import { sitesToBuild, withPage as withPageOf } from './built.ts';
import { serve } from './serve.ts';

const { out, build, remove } = sitesToBuild('mature', 'bare');
const chromium = await findChromium();
if (!chromium) tellSkipped(['the gate before stories for adults']);

beforeAll(build);
afterAll(remove);

test('a story for everybody has none', () => {
  expect(readFileSync(join(out, 'bare/chapters/the-ferry/index.html'), 'utf8')).not.toContain('gate');
});

test('the story page says rating and warnings in words, unfolded', () => {
  const html = readFileSync(join(out, 'mature/index.html'), 'utf8');
  expect(html).toMatch(/Rating<\/dt>\s*<dd>Explicit/);
  expect(html).toMatch(/Graphic Depictions Of Violence\s· Creator Chose Not To Use Archive Warnings/);
  expect(html).not.toContain('<details class="gated"');
});

describe.skipIf(!chromium)('in a browser', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    browser = await openBrowser(chromium as string);
    server = await serve(join(out, 'mature'), '/');
  });
  afterAll(async () => {
    await browser?.close();
    server?.stop();
  });

  const at = (path: string): string => `${server.origin}/${path}`;
  const withPage = (look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> =>
    withPageOf(browser, options, look);
  const prose = (page: Page) => page.getByText('There was one well on the salt road');
  const goOn = (page: Page) => page.locator('.gated > summary');

  test('one click opens it, and no chapter asks again', async () => {
    await withPage(async (page) => {
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      await page.goto(at('chapters/the-well/'));
      expect(await prose(page).isVisible()).toBe(false);
      const said = await page.locator('main').innerText();
      expect(said).toMatch(
        /Explicit[\s\S]*Graphic Depictions Of Violence\s· Creator Chose Not To Use Archive Warnings/,
      );
      expect(await page.getByRole('link', { name: 'Back to the story' }).getAttribute('href')).toBe('/');
      await goOn(page).click();
      expect(await prose(page).isVisible()).toBe(true);
      expect(await page.locator('.gate').isVisible()).toBe(false);
      expect(await goOn(page).isVisible()).toBe(false);
      for (const path of ['chapters/the-road/', 'all/', 'chapters/the-well/']) {
        await page.goto(at(path));
        expect(await page.locator('.gate').isVisible(), path).toBe(false);
        expect(await page.locator('.text p').first().isVisible(), path).toBe(true);
      }
      expect(complaints).toEqual([]);
    });
  });

  test('it can be opened by keyboard, and the reader is in the prose then', async () => {
    await withPage(async (page) => {
      await page.goto(at('chapters/the-well/'));
      await goOn(page).focus();
      await page.keyboard.press('Enter');
      expect(await prose(page).isVisible()).toBe(true);
      expect(await page.evaluate('document.activeElement.contains(document.querySelector(".text"))')).toBe(true);
      expect(await page.evaluate('document.activeElement !== document.body')).toBe(true);
    });
  });

  test('an address that leads into the middle of a chapter does not open it, and leads there afterwards', async () => {
    await withPage(async (page) => {
      await page.goto(at('chapters/the-well/'));
      const id = await page.locator('.text p').last().getAttribute('id');
      await page.goto(at('about/'));
      await page.goto(at(`chapters/the-well/#${id}`));
      await page.waitForTimeout(300);
      expect(await prose(page).isVisible()).toBe(false);
      expect(await page.locator('.gate').isVisible()).toBe(true);
      await goOn(page).click();
      expect(await prose(page).isVisible()).toBe(true);
      expect(await page.locator('.gate').isVisible()).toBe(false);
      expect(await page.evaluate('document.querySelector(":target").id')).toBe(id);
      await expect
        .poll(() => page.evaluate('document.querySelector(":target").getBoundingClientRect().bottom <= innerHeight'))
        .toBe(true);
    });
  });

  test('nothing that is not on screen counts as read', async () => {
    await withPage(async (page) => {
      await page.goto(at('chapters/the-well/'));
      await page.evaluate('scrollTo(0, 1e6)');
      await page.waitForTimeout(600);
      expect(await page.evaluate('localStorage["places:/"]')).toBeUndefined();
    });
  });

  test('without a program it is a fold', async () => {
    await withPage(
      async (page) => {
        await page.goto(at('chapters/the-well/'));
        expect(await prose(page).isVisible()).toBe(false);
        await goOn(page).click();
        expect(await prose(page).isVisible()).toBe(true);
        expect(await page.locator('.gate').isVisible()).toBe(false);
      },
      { javaScriptEnabled: false },
    );
  });

  test('axe finds nothing, shut and open', async () => {
    await withPage(async (page) => {
      for (const path of ['chapters/the-well/', 'all/']) {
        await page.goto(at(path));
        for (const open of [false, true]) {
          if (open) await goOn(page).click();
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        }
        await page.evaluate('localStorage.clear()');
      }
    });
  });

  test('the story so far is there for one who comes back after more than thirty days, and folded', async () => {
    await withPage(async (page) => {
      await page.goto(at('chapters/the-well/'));
      await goOn(page).click();
      await page.waitForTimeout(600);
      await page.goto(at('chapters/the-road/'));
      const fold = page.locator('.so-far');
      expect(await fold.isVisible()).toBe(false);
      const days = (n: number): string =>
        `(() => { const last = JSON.parse(localStorage['last:/']); last.when = Date.now() - ${n} * 864e5; localStorage['last:/'] = JSON.stringify(last); })()`;
      await page.goto(at('about/'));
      await page.evaluate(days(29));
      await page.goto(at('chapters/the-road/'));
      expect(await fold.isVisible()).toBe(false);
      await page.goto(at('about/'));
      await page.evaluate(days(31));
      await page.goto(at('chapters/the-road/'));
      expect(await fold.isVisible()).toBe(true);
      expect(await page.getByText('one of them pays for it').isVisible()).toBe(false);
      await fold.getByText('The story so far').click();
      expect(await fold.innerText()).toContain('1. The Well — Two carters share a well, and one of them pays for it.');
      await page.goto(at('chapters/the-well/'));
      expect(await page.locator('.so-far').count()).toBe(0);
    });
  });

  test('content notes are folded, and open for those who want them so', async () => {
    await withPage(async (page) => {
      await page.goto(at('chapters/the-well/'));
      const note = page.getByText('from the first line on');
      expect(await note.isVisible()).toBe(false);
      await page.locator('.aa').click();
      await page.locator('#reader summary').click();
      await page.getByLabel('Open content notes').check();
      expect(await note.isVisible()).toBe(true);
      await page.reload();
      expect(await note.isVisible()).toBe(true);
    });
  });
});
