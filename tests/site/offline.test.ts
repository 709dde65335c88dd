/** A story that is kept on a device, and what a browser shows when the network is away, in a real browser. */

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeOffline } from '../../src/site/offline.ts';
import { findChromium, openBrowser, tellSkipped } from '../browser.ts';
import { sitesToBuild } from './built.ts';
import { serve } from './serve.ts';

const { out, build, remove } = sitesToBuild('reading');
const chromium = await findChromium();
if (!chromium) tellSkipped(['a story that is kept is read without a network']);

const base = '/shore/';
const site = join(out, 'reading');

beforeAll(build);
afterAll(remove);

test('the list names every chapter, every page but the whole work, and only files that are there', () => {
  const { shell, rest } = JSON.parse(readFileSync(join(site, 'kept.json'), 'utf8'));
  const files: string[] = [...shell, ...rest].map(decodeURIComponent);
  for (const file of files) expect(statSync(join(site, file)).size, file).toBeGreaterThan(0);
  for (const chapter of readdirSync(join(site, 'chapters'))) expect(files).toContain(`chapters/${chapter}/`);
  expect(files).toEqual(expect.arrayContaining(['./', 'contents/', 'offline/', 'images/the-lamp.png', 'icon.svg']));
  expect(files.filter((file) => /^all\/|\.epub|feed/.test(file))).toEqual([]);
  expect(files.at(-1)).toBe('kept.json');
});

test('the button says what the files weigh', () => {
  const { shell, rest } = JSON.parse(readFileSync(join(site, 'kept.json'), 'utf8'));
  const weight = [...shell, ...rest.slice(0, -1)]
    .map((file) => join(site, decodeURIComponent(file)))
    .map((path) => (statSync(path).isDirectory() ? join(path, 'index.html') : path))
    .reduce((sum, path) => sum + statSync(path).size, 0);
  const [, said] = /on my device \((\d+)\skB\)/.exec(readFileSync(join(site, 'index.html'), 'utf8')) ?? [];
  expect(Math.abs(Number(said) - weight / 1000)).toBeLessThanOrEqual(1);
});

test('another word anywhere is another edition', () => {
  const copy = mkdtempSync(join(tmpdir(), 'padd-edition-'));
  try {
    const edition = (words: string): string => {
      writeFileSync(join(copy, 'sw.js'), 'worker');
      writeFileSync(join(copy, 'index.html'), words);
      writeOffline(copy, String);
      return JSON.parse(readFileSync(join(copy, 'kept.json'), 'utf8')).edition;
    };
    expect(edition('One.')).toBe(edition('One.'));
    expect(edition('Two.')).not.toBe(edition('One.'));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

describe.skipIf(!chromium)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(chromium as string);
  });
  afterAll(() => browser?.close());

  interface Reading {
    readonly page: Page;
    readonly context: BrowserContext;
    readonly folder: string;
    readonly origin: string;
    /** Ends the server: nothing can be had from it any more. */
    readonly away: () => void;
  }

  /** A server of its own, so that it can be ended. */
  async function reading(look: (reading: Reading) => Promise<void>): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'padd-offline-'));
    cpSync(site, folder, { recursive: true });
    const server = await serve(folder, base);
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await look({ page, context, folder, origin: server.origin, away: server.stop });
    } finally {
      await context.close();
      server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }

  const keep = async (page: Page, origin: string): Promise<void> => {
    await page.goto(`${origin}${base}`);
    await page.getByRole('button', { name: /^Keep this story on my device/ }).click();
    await page.getByRole('status').getByText('Kept on this device').waitFor();
    await page.evaluate('navigator.serviceWorker.ready');
  };

  test('kept, then read from its first chapter to its last without a network', async () => {
    await reading(async ({ page, context, origin, away }) => {
      await keep(page, origin);
      away();
      await context.setOffline(true);
      const failed: string[] = [];
      // The browser may fetch the next chapter before anybody asks for it; or try to.
      page.on('requestfailed', (request) => request.resourceType() !== 'other' && failed.push(request.url()));
      await page.goto(`${origin}${base}`);
      await page.getByRole('link', { name: 'Begin' }).click();
      const read: string[] = [];
      for (;;) {
        await page.waitForLoadState();
        expect(await page.evaluate('getComputedStyle(document.body).display'), page.url()).toBe('flex');
        expect(await page.locator('.chapter > .prose p').first().innerText()).not.toBe('');
        read.push(decodeURIComponent(new URL(page.url()).pathname));
        const next = page.locator('main a[rel=next]');
        if ((await next.count()) === 0) break;
        await next.click();
        await page.waitForURL((url) => decodeURIComponent(url.pathname) !== read.at(-1));
      }
      expect(read).toHaveLength(readdirSync(join(site, 'chapters')).length);
      // The picture of a chapter, the other pages, and what stands where a page is not kept.
      await page.goto(`${origin}${base}chapters/the-lamp/`);
      await page.locator('.prose img').scrollIntoViewIfNeeded();
      await expect.poll(() => page.evaluate('document.querySelector(".prose img").naturalWidth')).toBe(120);
      await page.goto(`${origin}${base}contents/`);
      expect(await page.locator('.chapters > li').count()).toBe(read.length);
      await page.goto(`${origin}${base}all/`);
      expect(await page.locator('h1').innerText()).toBe('This page is not on your device');
      expect(failed).toEqual([]);
      await page.goto(`${origin}${base}`);
      expect(await page.getByText('Kept on this device').isVisible()).toBe(true);
    });
  });

  test('nothing is kept for one who only looks in; for one who has begun to read, what they have seen', async () => {
    await reading(async ({ page, context, origin, away }) => {
      await page.goto(`${origin}${base}chapters/the-lamp/`, { waitUntil: 'networkidle' });
      expect(await page.evaluate('caches.keys()')).toEqual([]);
      await page.evaluate('scrollTo(0, 1e6)');
      await page.waitForTimeout(600);
      await page.reload();
      await page.evaluate('navigator.serviceWorker.ready');
      await expect.poll(() => page.evaluate('Boolean(navigator.serviceWorker.controller)')).toBe(true);
      await page.reload();
      away();
      await context.setOffline(true);
      await page.reload();
      expect(await page.locator('h1').innerText()).toContain('The Lamp');
      await page.goto(`${origin}${base}chapters/prologue/`);
      expect(await page.locator('h1').innerText()).toBe('This page is not on your device');
    });
  });

  test('the next edition takes the place of the one before, with all that was kept', async () => {
    await reading(async ({ page, context, folder, origin, away }) => {
      await keep(page, origin);
      const [before] = (await page.evaluate('caches.keys()')) as string[];
      const chapter = join(folder, 'chapters/the-end/index.html');
      writeFileSync(chapter, readFileSync(chapter, 'utf8').replace('</h1>', ', At Last</h1>'));
      writeFileSync(
        join(folder, 'sw.js'),
        readFileSync(join(folder, 'sw.js'), 'utf8').replace(/^const edition="[^"]*";/, ''),
      );
      writeOffline(folder, String);
      await page.goto(`${origin}${base}contents/`);
      await page.evaluate('navigator.serviceWorker.getRegistration().then((one) => one.update())');
      const editions = (): Promise<string[]> => page.evaluate('caches.keys()');
      await expect.poll(editions, { timeout: 15_000 }).not.toContain(before);
      expect(await editions()).toHaveLength(1);
      away();
      await context.setOffline(true);
      await page.goto(`${origin}${base}chapters/the-end/`);
      expect(await page.locator('h1').innerText()).toContain('At Last');
    });
  });

  test('a page that takes longer than three seconds is shown as it was kept', async () => {
    await reading(async ({ page, context, origin }) => {
      await keep(page, origin);
      await page.reload();
      await context.route('**/chapters/the-lamp/', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 20_000));
        await route.abort().catch(() => {});
      });
      await page.goto(`${origin}${base}chapters/the-lamp/`, { timeout: 10_000 });
      expect(await page.locator('h1').innerText()).toContain('The Lamp');
    });
  });

  test('what was kept can be taken back: the chapters go, and what every reader has stays', async () => {
    await reading(async ({ page, context, origin, away }) => {
      await keep(page, origin);
      const { rest } = JSON.parse(readFileSync(join(site, 'kept.json'), 'utf8')) as { rest: string[] };
      const held = async (): Promise<number> => {
        const found = await page.evaluate(
          `Promise.all(${JSON.stringify(rest)}.map((file) => caches.match('${base}' + file)))`,
        );
        return (found as unknown[]).filter(Boolean).length;
      };
      expect(await held()).toBe(rest.length);
      await page.getByRole('button', { name: 'Remove it from this device' }).click();
      await page.getByRole('button', { name: /^Keep this story on my device/ }).waitFor();
      expect(await page.locator('.keep [role=status]').textContent()).toBe('');
      expect(await held()).toBe(0);
      await page.goto(`${origin}${base}about/`);
      away();
      await context.setOffline(true);
      await page.goto(`${origin}${base}contents/`);
      expect(await page.locator('.chapters > li').count()).toBeGreaterThan(0);
      await page.goto(`${origin}${base}chapters/the-end/`);
      expect(await page.locator('h1').innerText()).toBe('This page is not on your device');
    });
  });

  test('other stories at the same host keep what is theirs', async () => {
    await reading(async ({ page, origin }) => {
      await page.goto(`${origin}${base}`);
      await page.evaluate('caches.open("padd /other/ abc")');
      await keep(page, origin);
      expect(await page.evaluate('caches.has("padd /other/ abc")')).toBe(true);
    });
  });
});
