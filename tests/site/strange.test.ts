/** What real authors have and nobody designs for, in a real browser: endless words, things within things, other scripts. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, openBrowser, tellSkipped } from '../browser.ts';
import { sitesToBuild, withPage } from './built.ts';
import { filesOf } from './pages.ts';
import { serve } from './serve.ts';

const { out, build, remove } = sitesToBuild('strange', 'arabic');
const chromium = await findChromium();
if (!chromium) tellSkipped(['stories that pages are not made for']);

beforeAll(build);
afterAll(remove);

test('a passage within a passage has its own line, and a way past it', () => {
  const html = readFileSync(join(out, 'strange/chapters/chapter-2/index.html'), 'utf8');
  expect([...html.matchAll(/class="passage-note[^>]*>(\w+)/g)].map(([, label]) => label)).toEqual(['violence', 'gore']);
});

describe.skipIf(!chromium)('in a browser', () => {
  let browser: Browser;
  const servers: Record<string, Awaited<ReturnType<typeof serve>>> = {};
  beforeAll(async () => {
    browser = await openBrowser(chromium as string);
    for (const site of ['strange', 'arabic']) servers[site] = await serve(join(out, site), '/');
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of Object.values(servers)) server.stop();
  });
  const at = (site: string, path: string): string => `${servers[site]?.origin}/${path}`;
  const onPhone = (look: (page: Page) => Promise<void>): Promise<void> =>
    withPage(browser, { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' }, look);

  test('no page is wider than a telephone, also with everything shown', async () => {
    await onPhone(async (page) => {
      for (const site of ['strange', 'arabic'])
        for (const file of filesOf(join(out, site)).filter((path) => path.endsWith('.html'))) {
          await page.goto(at(site, file));
          const wider = await page.evaluate(`(() => {
            document.querySelector('.told button')?.click();
            for (const fold of document.querySelectorAll('details')) fold.open = true;
            return document.documentElement.scrollWidth - innerWidth;
          })()`);
          expect(wider, `${site}/${file}`).toBeLessThanOrEqual(0);
        }
    });
  });

  test('a chapter of one paragraph is read once its end has been seen', async () => {
    await onPhone(async (page) => {
      await page.goto(at('strange', 'chapters/chapter-5/'));
      const isRead = async (): Promise<unknown> => {
        await page.waitForTimeout(700);
        return page.evaluate(`JSON.parse(localStorage['places:/'] ?? '{}')['chapter-5']?.read`);
      };
      await page.mouse.wheel(0, 600);
      expect(await isRead()).toBeUndefined();
      await page.locator('.turn').scrollIntoViewIfNeeded();
      expect(await isRead()).toBe(1);
    });
  });

  test('seven lists or quotations within each other leave room for a word', async () => {
    await onPhone(async (page) => {
      await page.goto(at('strange', 'chapters/chapter-2/'));
      const narrow = await page.evaluate(`[...document.querySelectorAll('.text li, .text blockquote p')]
        .filter((one) => !one.querySelector('p')).map((one) => one.clientWidth).filter((width) => width < 64)`);
      expect(narrow).toEqual([]);
      await page.evaluate(`document.documentElement.style.setProperty('--scale', '2')`);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    });
  });

  test('on paper a picture is no taller than a sheet, and keeps its shape', async () => {
    await onPhone(async (page) => {
      await page.goto(at('strange', 'chapters/chapter-2/'));
      await page.emulateMedia({ media: 'print' });
      const picture = page.locator('.text img');
      await picture.evaluate((one) => (one as unknown as { decode: () => unknown }).decode());
      const { width = 0, height = 0 } = (await picture.boundingBox()) ?? {};
      expect(height).toBeLessThan(600);
      expect(height / width).toBeCloseTo(10, 1);
    });
  });

  test('on the timeline the chapter that tells of something does not cover its date', async () => {
    await onPhone(async (page) => {
      await page.goto(at('strange', 'timeline/'));
      await page.locator('.told button').click();
      const covered = await page.evaluate(`[...document.querySelectorAll('.chronicle details')].map((one) => {
        const range = document.createRange();
        range.selectNodeContents(one.querySelector('.label'));
        const [date, chapter] = [range, one.querySelector('summary')].map((what) => what.getBoundingClientRect());
        return date.right > chapter.left && date.left < chapter.right && date.bottom > chapter.top + 4 && date.top < chapter.bottom - 10;
      })`);
      expect(covered).toEqual([false, false, false, false]);
    });
  });

  test('a paragraph in a script of the other direction runs that way, and what is marked does not glare at night', async () => {
    await withPage(browser, { colorScheme: 'dark', viewport: { width: 800, height: 640 } }, async (page) => {
      await page.goto(at('strange', 'chapters/chapter-10/'));
      const ends = await page.evaluate(`[...document.querySelectorAll('.text p')].map((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        const [words, room] = [range, one].map((what) => what.getBoundingClientRect());
        return words.left > room.left + 100 ? 'right' : 'left';
      })`);
      expect(ends).toEqual(['left', 'right', 'left']);
      const ground = await page.evaluate(`getComputedStyle(document.querySelector('mark')).backgroundColor`);
      expect(ground).not.toBe('rgb(255, 255, 0)');
    });
  });

  test('words of an interface that runs the other way begin where everything else does', async () => {
    await onPhone(async (page) => {
      const right = (selector: string): Promise<unknown> =>
        page.evaluate(`(() => {
          const range = document.createRange();
          range.selectNodeContents(document.querySelector(${JSON.stringify(selector)}));
          return Math.round(document.querySelector('h1').getBoundingClientRect().right - range.getBoundingClientRect().right);
        })()`);
      await page.goto(at('arabic', 'contents/'));
      for (const selector of ['h1', '.aside']) expect(await right(selector), selector).toBeLessThan(4);
      await page.goto(at('arabic', 'timeline/'));
      for (const selector of ['h1', '.told span', '.orders']) expect(await right(selector), selector).toBeLessThan(12);
      await page.goto(at('arabic', ''));
      expect(await page.evaluate(`getComputedStyle(document.querySelector('.keep')).textAlign`)).toBe('center');
    });
  });

  test('a date of theirs is read from left to right, and the point behind it is to its left', async () => {
    await onPhone(async (page) => {
      await page.goto(at('arabic', 'contents/'));
      const [day, year] = (await page.evaluate(`(() => {
        const words = document.querySelector('.chapters .facts bdi').firstChild;
        const at = (from) => {
          const range = document.createRange();
          range.setStart(words, from);
          range.setEnd(words, from + 1);
          return range.getBoundingClientRect().left;
        };
        return [at(0), at(words.length - 1)];
      })()`)) as [number, number];
      expect(day).toBeLessThan(year);
      const facts = page.locator('.chapters .facts').first();
      // What a right-to-left line puts a point behind has no direction of its own.
      expect(await facts.locator('> [dir]').count()).toBe(0);
      expect(await facts.locator('bdi[dir=ltr]').count()).toBe(2);
    });
  });

  test('scripts that know no italics have none, in heads of tables neither', async () => {
    await onPhone(async (page) => {
      await page.goto(at('arabic', 'chapters/chapter-2/'));
      const styles = await page.evaluate(`['th', '.text h3']
        .map((one) => getComputedStyle(document.querySelector(one)).fontStyle)`);
      expect(styles).toEqual(['normal', 'normal']);
    });
  });
});
