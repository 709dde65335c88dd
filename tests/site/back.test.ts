/** The back button, in a browser that keeps pages as they were left, as those of readers do; and the foot of a page. */

import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, openBrowser, tellSkipped } from '../browser.ts';
import { sitesToBuild, withPage } from './built.ts';
import { serve } from './serve.ts';

const { out, build, remove } = sitesToBuild('long');
const chromium = await findChromium();
if (!chromium) tellSkipped(['the back button']);

describe.skipIf(!chromium)('back', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    build();
    browser = await openBrowser(chromium as string, '--disable-back-forward-cache');
    site = await serve(join(out, 'long'), '/far/off/');
  });
  afterAll(async () => {
    await browser?.close();
    site?.stop();
    remove();
  });
  const go = async (page: Page, where: string): Promise<void> => {
    // Playwright waits for a load that does not come.
    await page.evaluate(`history.${where}()`).catch(() => {});
    await page.waitForTimeout(800);
  };

  test('finds settings and places as they are now, and the words where they were', async () => {
    await withPage(browser, { viewport: { width: 390, height: 700 } }, async (page) => {
      await page.goto(`${site.origin}/far/off/`);
      await page.evaluate(
        `addEventListener('pageshow', ({ persisted }) => { if (persisted) sessionStorage.kept = 1; })`,
      );
      await page.locator('.cover .button').click();
      await page.locator('.turn-next').scrollIntoViewIfNeeded();
      await page.waitForTimeout(600);
      const at = Number(await page.evaluate('scrollY'));
      expect(at).toBeGreaterThan(200);
      // Playwright would scroll up to the button.
      await page.evaluate('document.querySelector(".aa").click()');
      await page.getByText('Sepia').click();
      await page.keyboard.press('Escape');
      await go(page, 'back');
      expect(await page.evaluate('sessionStorage.kept')).toBe('1');
      expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('sepia');
      expect(await page.locator('.cover .button').textContent()).toContain('Continue');
      await go(page, 'forward');
      expect(Math.abs(Number(await page.evaluate('scrollY')) - at)).toBeLessThan(8);
    });
  });

  test('shows what the browser has where there is no network', async () => {
    await withPage(browser, { viewport: { width: 390, height: 700 } }, async (page) => {
      await page.goto(`${site.origin}/far/off/`);
      await page.locator('.cover .button').click();
      await page.waitForURL('**/chapters/**');
      await page.context().setOffline(true);
      await go(page, 'back');
      expect(await page.locator('.cover h1').isVisible()).toBe(true);
    });
  });

  test('behind the last paragraph the page stays where it is, whatever is set', async () => {
    await withPage(browser, { viewport: { width: 640, height: 320 } }, async (page) => {
      await page.goto(`${site.origin}/far/off/chapters/the-watch/`);
      await page.evaluate('scrollTo(0, document.body.scrollHeight)');
      await page.waitForTimeout(600);
      const at = Number(await page.evaluate('scrollY'));
      await page.evaluate('document.querySelector(".aa").click(), document.querySelector("[value=sepia]").click()');
      await page.waitForTimeout(300);
      expect(Number(await page.evaluate('scrollY'))).toBe(at);
    });
  });
});
