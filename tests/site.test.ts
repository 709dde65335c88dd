/** The reading site: what is in its files, and what a browser makes of them. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, openBrowser, tellSkipped } from './browser.ts';
import { sitesToBuild, withPage as withPageOf } from './site/built.ts';
import { serve } from './site/serve.ts';

/** The sites, where each is told that it lives, and their pages. */
const sites = { reading: '/shore/', rtl: '/', bare: '/deep/er/' } as const;
const { out, build, remove } = sitesToBuild('again', ...Object.keys(sites));
const chromiumPath = await findChromium();

beforeAll(build);
afterAll(remove);

const read = (path: string): string => readFileSync(join(out, path), 'utf8');
const filesOf = (site: string): string[] =>
  readdirSync(join(out, site), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(out, site).length + 1));
const pagesOf = (site: string): string[] => filesOf(site).filter((file) => file.endsWith('.html'));

describe('files', () => {
  test('two builds of one manuscript, made side by side, are the same to the byte', () => {
    expect(filesOf('again')).toEqual(filesOf('reading'));
    for (const file of filesOf('reading'))
      expect(readFileSync(join(out, 'again', file)).equals(readFileSync(join(out, 'reading', file))), file).toBe(true);
  });

  test('the pages are those of the published chapters, and the story’s own', () => {
    expect(pagesOf('reading').sort()).toEqual(
      [
        '404.html',
        'about/index.html',
        'all/index.html',
        'chapters/prologue/index.html',
        'chapters/the-end/index.html',
        'chapters/the-lamp/index.html',
        'chapters/what-now/index.html',
        'chapters/глава/index.html',
        'characters/index.html',
        'contents/index.html',
        'index.html',
        'offline/index.html',
        'search/index.html',
        'timeline/index.html',
      ].sort(),
    );
  });

  test('no page holds a program but the site’s own, and none names another place for its parts', () => {
    for (const [site, base] of Object.entries(sites))
      for (const page of pagesOf(site)) {
        const html = read(`${site}/${page}`);
        const [, allowed = ''] = /script-src .*?(sha256-[\w+/=]+)/.exec(html) ?? [];
        for (const [, attributes = '', program = ''] of html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
          // Data is no program.
          if (attributes.includes('type="application/ld+json"')) continue;
          const own = attributes.includes(` src="${base}assets/`);
          if (!own) expect(`sha256-${createHash('sha256').update(program).digest('base64')}`, page).toBe(allowed);
        }
        expect(html, page).not.toMatch(/javascript:|\son\w+=| style="/);
        expect(read(`${site}/${page}`), page).not.toMatch(
          /<(?:link rel="(?:stylesheet|preload|icon)"|img)[^>]*"(?:https?:)?\/\//,
        );
      }
  });

  test('what is held back is not told: drafts, days to come, titles that give something away', () => {
    const contents = read('reading/contents/index.html');
    expect(contents).toMatch(
      /Chapter 4<\/span>[\s\S]*<details[^>]*>\s*<summary[^>]*>Show its title<\/summary>\s*Mira Dies/,
    );
    expect(read('reading/chapters/глава/index.html')).not.toContain('Mira Dies');
    expect(read('reading/feed.xml')).toContain('<title>Chapter 4</title>');
    expect(read('reading/index.html')).toContain('"name":"Chapter 4"');
    expect(read('reading/index.html')).not.toContain('Mira Dies');
    expect(read('reading/chapters/the-end/index.html')).toContain('<meta property="og:title" content="Chapter 4">');
    expect(contents).toContain('next chapter January 1, 2099');
  });

  test('pictures that pages show are there under plain names, with their size; others are not', () => {
    expect(filesOf('reading').filter((file) => file.startsWith('images/'))).toEqual(['images/the-lamp.png']);
    expect(read('reading/chapters/the-lamp/index.html')).toContain(
      '<img src="/shore/images/the-lamp.png" alt="The lamp, drawn in ink" width="120" height="80" loading="lazy">',
    );
  });

  test('a passage that may be skipped has a way past it', () => {
    const html = read('reading/chapters/the-lamp/index.html');
    const [, target = ''] = /violence · <a href="#([^"]+)">Skip this passage/.exec(html) ?? [];
    expect(html).toContain(`<p id="${target}">What comes after.`);
    expect(html).toMatch(/grief · <a href="#the-lamp-past-2">[\s\S]*<span id="the-lamp-past-2"><\/span>/);
  });

  test('everything that is said in one language is said in it', () => {
    expect(read('rtl/index.html')).toMatch(/<html lang="he" dir="rtl">/);
    expect(read('rtl/contents/index.html')).toContain('תוכן העניינים');
  });

  test('a story of one chapter gives it no number', () => {
    expect(read('bare/chapters/the-ferry/index.html')).toMatch(/<h1 class="title">\s*The ferry\s*<\/h1>/);
  });
});

const kinds = [
  '',
  'contents/',
  'chapters/the-lamp/',
  'chapters/the-end/',
  'all/',
  'about/',
  'characters/',
  'timeline/',
  'search/?q=lamp',
  'nowhere/',
];
const inBrowser = [
  'axe finds nothing on any kind of page, by day and by night, left to right and right to left',
  'no page is wider than a small screen',
  'a page can be read without script, and asks nobody else for anything',
  'the way through a page by keyboard begins with the text',
  'lines hold 60 to 68 letters',
  'the whole work prints as a small book',
] as const;
if (!chromiumPath) tellSkipped(inBrowser);

describe.skipIf(!chromiumPath)('in a browser', () => {
  let browser: Browser;
  const servers: Record<string, Awaited<ReturnType<typeof serve>>> = {};
  beforeAll(async () => {
    browser = await openBrowser(chromiumPath as string);
    for (const [site, base] of Object.entries(sites)) servers[site] = await serve(join(out, site), base);
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of Object.values(servers)) server.stop();
  });

  const address = (site: keyof typeof sites, path: string): string => `${servers[site]?.origin}${sites[site]}${path}`;
  const withPage = (options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> =>
    withPageOf(browser, options, look);

  test.each(['light', 'dark'] as const)(`${inBrowser[0]} (%s)`, async (colorScheme) => {
    await withPage({ colorScheme }, async (page) => {
      const addresses = [
        ...kinds.map((path) => address('reading', path)),
        address('rtl', ''),
        address('rtl', 'contents/'),
      ];
      for (const url of addresses) {
        await page.goto(url);
        // Folds are part of the page.
        await page.locator('details').evaluateAll((folds) => {
          for (const fold of folds) fold.setAttribute('open', '');
        });
        const axe = new AxeBuilder({ page });
        // By night nothing is other than by day but the colours.
        if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
        const { violations } = await axe.analyze();
        expect(violations.map(({ id, nodes }) => `${url} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      }
    });
  });

  test(inBrowser[1], async () => {
    await withPage({ viewport: { width: 320, height: 640 } }, async (page) => {
      for (const url of [...kinds.map((path) => address('reading', path)), address('rtl', '')]) {
        await page.goto(url);
        expect(await page.evaluate('document.documentElement.scrollWidth'), url).toBeLessThanOrEqual(320);
      }
    });
  });

  test(inBrowser[2], async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      const asked: string[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => complaints.push(message.text()));
      for (const path of kinds.slice(0, -1)) await page.goto(address('reading', path));
      await page.goto(address('reading', 'chapters/the-lamp/'));
      expect(await page.locator('main').innerText()).toMatch(/“It’s lit,” he said\s—\sand it was\./);
      await page.locator('main').getByText('Content notes').first().click();
      expect(await page.getByText('A wreck is heard').isVisible()).toBe(true);
      await page.locator('a[rel=next]').click();
      expect(page.url()).toContain(encodeURI('chapters/глава/'));
      expect(asked.filter((url) => !url.startsWith(servers.reading?.origin ?? '-'))).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });

  test(inBrowser[3], async () => {
    await withPage({}, async (page) => {
      await page.goto(address('reading', 'chapters/the-lamp/'));
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the text');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.querySelector("main").contains(document.activeElement)')).toBe(true);
      const small = await page
        .locator('nav a, .ways a, main summary, .aa')
        .evaluateAll((targets) => targets.filter((t) => t.getBoundingClientRect().height < 24).map((t) => t.outerHTML));
      expect(small).toEqual([]);
    });
  });

  test(inBrowser[4], async () => {
    for (const width of [768, 1280]) {
      await withPage({ viewport: { width, height: 900 } }, async (page) => {
        await page.goto(address('reading', 'chapters/prologue/'));
        const letters = await page.evaluate(`document.fonts.ready.then(() => {
          const paragraph = document.querySelector('.prose p:last-of-type');
          const range = document.createRange();
          range.selectNodeContents(paragraph);
          const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size;
          return paragraph.textContent.length / (lines - 0.5);
        })`);
        expect(letters, `${width}px`).toBeGreaterThan(60);
        expect(letters, `${width}px`).toBeLessThan(68);
      });
    }
  });

  test(inBrowser[5], async () => {
    await withPage({}, async (page) => {
      await page.goto(address('reading', 'all/'));
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => [
        Math.round(Number(w)),
        Math.round(Number(h)),
      ]);
      expect(sizes.length).toBeGreaterThan(5);
      for (const size of sizes) expect(size).toEqual([420, 595]);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.bar, .footer nav').first().isVisible()).toBe(false);
    });
  });
});
