/** What a reader may set and what is kept for them, in a real browser. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPublication } from '../../src/editions/publication.ts';
import { readManuscript } from '../../src/manuscript/read.ts';
import { choices } from '../../src/site/settings.ts';
import { openSite } from '../../src/site/site.ts';
import { findChromium, openBrowser, tellSkipped } from '../browser.ts';
import { manuscriptOf } from '../stock.ts';
import { sitesToBuild, withPage as withPageOf } from './built.ts';
import { serve } from './serve.ts';

const { out, build, remove } = sitesToBuild('long', 'later', 'reading', 'dusk', 'serial', 'rtl', 'arabic');
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

test('an author’s own theme that lacks a token is told which', () => {
  const folder = mkdtempSync(join(tmpdir(), 'padd-theme-'));
  try {
    mkdirSync(join(folder, 'themes'));
    writeFileSync(join(folder, 'themes/bare.css'), ':root { --paper: #fff; --ink: #000 }');
    writeFileSync(join(folder, 'story.yaml'), 'title: A\ntheme: bare\n');
    writeFileSync(join(folder, '1.md'), 'Words.\n');
    const open = () => openSite({ publication: openPublication(readManuscript(folder)) });
    expect(open).toThrow(/themes\/bare\.css: a theme sets every token .* missing here: `--panel`, /);
    writeFileSync(join(folder, 'story.yaml'), 'title: A\ntheme: bares\n');
    expect(open).toThrow('did you mean `bare`? There are `bare`, `log`, `plain`');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

describe.skipIf(!chromium)('in a browser', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  let other: Awaited<ReturnType<typeof serve>>;
  let numerous: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    build();
    browser = await openBrowser(chromium as string);
    symlinkSync(join(out, 'long'), join(out, 'current'));
    server = await serve(join(out, 'current'), '/far/off/');
    other = await serve(join(out, 'reading'), '/shore/');
    numerous = await serve(join(out, 'serial'), '/serial/');
  });
  afterAll(async () => {
    await browser?.close();
    server?.stop();
    other?.stop();
    numerous?.stop();
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
        await expect.poll(() => value(page, 'localStorage.reader')).toBe('{}');
        expect(await value(page, paper)).toBe(before);
        expect(complaints).toEqual([]);
      });
    });

    test('a theme of the author’s own changes colours, marks and labels, and no page', async () => {
      const page = (site: string): string => readFileSync(join(out, site, 'chapters/the-lamp/index.html'), 'utf8');
      const bare = (html: string): string =>
        html.replace(/assets\/[\w.-]+\.css|content="#\w+"|"dateModified":"[^"]*"/g, '');
      expect(bare(page('dusk'))).toBe(bare(page('reading')));
      const dusk = await serve(join(out, 'dusk'), '/shore/');
      try {
        for (const [colorScheme, paper] of [
          ['light', 'rgb(243, 240, 250)'],
          ['dark', 'rgb(26, 20, 38)'],
        ] as const)
          await withPage(
            async (page) => {
              await page.goto(`${dusk.origin}/shore/chapters/the-lamp/`);
              expect(await value(page, 'getComputedStyle(document.documentElement).backgroundColor')).toBe(paper);
              expect(
                await value(page, 'getComputedStyle(document.querySelector(".opening"), "::before").borderTopWidth'),
              ).toBe('7px');
              expect(
                await value(page, 'getComputedStyle(document.querySelector(".scene-break"), "::after").clipPath'),
              ).toContain('circle(30%');
              expect(await value(page, 'getComputedStyle(document.querySelector(".label")).textTransform')).toBe(
                'none',
              );
              await page.goto(`${dusk.origin}/shore/`);
              expect(await page.locator('.horizon').isVisible()).toBe(false);
            },
            { colorScheme },
          );
      } finally {
        dusk.stop();
      }
    });

    test('how much is left is shown to those who ask, also where the bar has gone away', async () => {
      await withPage(async (page) => {
        await page.goto(at('chapters/the-watch/'));
        const line = 'getComputedStyle(document.body, "::after")';
        expect(await value(page, `${line}.content`)).toBe('none');
        await page.evaluate(`localStorage.reader = '{"progress":"on"}'`);
        await page.reload();
        const across = (): Promise<number> =>
          page.evaluate(`new DOMMatrix(${line}.transform).a * (${line}.position === 'fixed')`);
        expect(await across()).toBeCloseTo(0, 2);
        await page.mouse.move(400, 400);
        await page.mouse.wheel(0, 900);
        await expect.poll(() => value(page, 'document.documentElement.dataset.bar')).toBe('away');
        await expect.poll(across).toBeGreaterThan(0.1);
        await page.evaluate('scrollTo(0, 1e6)');
        await expect.poll(across).toBeCloseTo(1, 2);
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

    test('the plain face comes only when it is chosen', async () => {
      await withPage(async (page) => {
        const fonts: string[] = [];
        page.on('request', (request) => request.url().includes('atkinson') && fonts.push(request.url()));
        await page.goto(at('chapters/the-watch/'));
        await value(page, 'document.fonts.ready');
        expect(fonts).toEqual([]);
        await value(page, `localStorage.reader = '{"font":"plain"}'`);
        await page.reload();
        await value(page, 'document.fonts.ready');
        expect(fonts.length).toBeGreaterThan(0);
      });
    });

    describe('letters on a line', () => {
      /** How many there are on each line that is full, spaces counted but the one that it ends in. */
      const count = `(() => [...document.querySelectorAll('.text > p')].flatMap((paragraph) => {
        const words = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        const lines = [];
        let [top, letters, space] = [-Infinity, 0, false];
        while (words.nextNode()) {
          const { currentNode: { data } } = words;
          for (let i = 0; i < data.length; i += 1) {
            range.setStart(words.currentNode, i);
            range.setEnd(words.currentNode, i + 1);
            const box = range.getBoundingClientRect();
            if (box.height === 0) continue;
            if (box.top > top + box.height / 2) {
              if (letters > 0) lines.push(letters - (space ? 1 : 0));
              letters = 0;
            }
            top = Math.max(top, box.top);
            space = data[i] === ' ';
            letters += 1;
          }
        }
        return lines;
      }))()`;
      const linesOf = async (width: number, settings: object): Promise<{ mean: number; most: number }> => {
        let lines: number[] = [];
        await withPage(
          async (page) => {
            await page.addInitScript(`localStorage.reader = '${JSON.stringify(settings)}'`);
            await page.goto(at('chapters/the-watch/'));
            await value(page, 'document.fonts.ready');
            lines = (await page.evaluate(count)) as number[];
          },
          { viewport: { width, height: 900 } },
        );
        expect(lines.length).toBeGreaterThan(50);
        return { mean: lines.reduce((sum, letters) => sum + letters, 0) / lines.length, most: Math.max(...lines) };
      };

      test.each([
        // A telephone has no room for as many as are best; its lines are as long as it is wide.
        [320, 29, 68],
        [390, 36, 68],
        [600, 54, 68],
        [768, 60, 68],
        [1024, 60, 68],
        [1280, 60, 68],
        [1920, 60, 68],
      ])('at %i pixels there are from %i to %i', async (width, least, most) => {
        const lines = await linesOf(width, {});
        expect(lines.mean).toBeGreaterThanOrEqual(least);
        expect(lines.mean).toBeLessThanOrEqual(most);
        expect(lines.most).toBeLessThanOrEqual(80);
      });

      test.each(choices.font.slice(0, 2).flatMap((font) => [768, 1280].map((width) => [font, width] as const)))(
        'of %s at %i pixels there are never more than 80, however wide they are wanted',
        async (font, width) => {
          const { mean, most } = await linesOf(width, { font, measure: 'wide' });
          expect(mean).toBeGreaterThan(66);
          expect(most).toBeLessThanOrEqual(80);
        },
      );
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

    test('justified, only what runs on is: a picture, a verse, what is centred stay as they are, on paper too', async () => {
      await withPage(async (page) => {
        const aligned = (selector: string): Promise<unknown> =>
          value(page, `getComputedStyle(document.querySelector('.text ${selector}')).textAlign`);
        await page.addInitScript(`localStorage.reader = '{"justify":"on"}'`);
        for (const media of ['screen', 'print'] as const) {
          await page.emulateMedia({ media });
          await page.goto(`${other.origin}/shore/chapters/the-lamp/`);
          expect(await aligned('> p'), media).toBe('justify');
          expect(await aligned('p.picture'), media).toBe('center');
          expect(await aligned('.verse p'), media).toBe('start');
        }
      });
    });

    test('the themes stand in one row on a small telephone', async () => {
      await withPage(
        async (page) => {
          await page.goto(at('chapters/the-watch/'));
          await page.locator('.aa').click();
          const rows = await value(
            page,
            'new Set([...document.querySelectorAll("#reader [name=theme]")].map((one) => one.parentElement.offsetTop)).size',
          );
          expect(rows).toBe(1);
        },
        { viewport: { width: 360, height: 780 } },
      );
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

  const store = (page: Page, key: string): Promise<Record<string, never>> =>
    page.evaluate(`JSON.parse(localStorage[${JSON.stringify(`${key}:/far/off/`)}] ?? '{}')`);
  /** Scrolls to a place within a chapter, and waits until it is kept. */
  async function readTo(page: Page, y: number): Promise<void> {
    await page.evaluate(`scrollTo(0, ${y})`);
    await page.waitForTimeout(600);
  }
  /** Scrolls to three tenths of a long paragraph; says how far down that is. */
  async function readInto(page: Page): Promise<number> {
    await page.evaluate('document.fonts.ready');
    const y = await page.evaluate(`(() => {
      const p = [...document.querySelectorAll('.prose p')].slice(8).find((one) => one.offsetHeight > 200);
      const { top, height } = p.getBoundingClientRect();
      return Math.round(top + scrollY + height * 0.3 - 72);
    })()`);
    await readTo(page, Number(y));
    return Number(y);
  }
  interface Kept {
    readonly id: string;
    readonly n: number;
    readonly at: number;
    readonly read?: number;
  }
  const placeIn = async (page: Page, slug: string): Promise<Kept> =>
    ((await store(page, 'places')) as unknown as Record<string, Kept>)[slug] as Kept;

  describe('place', () => {
    test('every setting leaves the same words at the top of the window', async () => {
      await withPage(async (page) => {
        await page.goto(at('chapters/the-watch/'));
        await readInto(page);
        // Playwright would scroll up to the button, as a reader does.
        await page.evaluate('document.querySelector(".aa").click()');
        await page.locator('#reader summary').click();
        const before = await placeIn(page, 'the-watch');
        expect(before.at).toBeCloseTo(0.3, 1);
        const picks = [
          'theme=dim',
          'font=plain',
          'measure=narrow',
          'leading=loose',
          'paragraphs=spaced',
          'measure=wide',
        ];
        for (const pick of picks) {
          const [name, to] = pick.split('=');
          await page.locator(`#reader .pick:has([name=${name}][value=${to}])`).click();
          await page.evaluate('document.fonts.ready');
          await page.waitForTimeout(600);
          const after = await placeIn(page, 'the-watch');
          expect(after.id, pick).toBe(before.id);
          expect(Math.abs(after.at - before.at), pick).toBeLessThanOrEqual(0.02);
        }
        for (const size of [150, 200, 100]) {
          await page.locator('#reader [name=size]').fill(String(size));
          await page.waitForTimeout(600);
          const after = await placeIn(page, 'the-watch');
          expect(after.id, String(size)).toBe(before.id);
          expect(Math.abs(after.at - before.at), String(size)).toBeLessThanOrEqual(0.02);
        }
      });
    });

    test('it is offered and never forced, moves nothing, and Continue goes there', async () => {
      await withPage(async (page) => {
        await page.goto(at('chapters/the-watch/'));
        expect(await page.locator('.resume').isVisible()).toBe(false);
        const y = await readInto(page);
        const kept = await placeIn(page, 'the-watch');
        const line = 'document.querySelector(".chapter > .prose p").getBoundingClientRect().top + scrollY';
        const before = await value(page, line);
        await page.goto(at('chapters/the-watch/'));
        expect(await value(page, 'scrollY')).toBe(0);
        expect(await page.locator('.resume').isVisible()).toBe(true);
        expect(await value(page, line)).toBe(before);
        await page.getByRole('link', { name: 'Go there' }).click();
        const found = Number(await value(page, 'scrollY'));
        expect(Math.abs(found - y)).toBeLessThanOrEqual(4);
        await page.goto(at(''));
        const button = page.locator('.cover .button');
        expect(await button.textContent()).toBe('Continue: 1, “The Watch”');
        await button.click();
        await page.waitForURL(`**/chapters/the-watch/#${kept.id}`);
        await page.waitForTimeout(200);
        expect(Math.abs(Number(await value(page, 'scrollY')) - y)).toBeLessThanOrEqual(4);
      });
    });

    test('a chapter that is read to its end is marked, and Continue offers the next; one begun has a ring', async () => {
      await withPage(async (page) => {
        await page.goto(at('chapters/the-watch/'));
        await readTo(page, 1e6);
        expect((await placeIn(page, 'the-watch')).read).toBe(1);
        await page.goto(at(''));
        expect(await page.locator('.cover .button').textContent()).toBe('Continue: 2, “The Signal”');
        await page.goto(at('chapters/the-signal/'));
        await readTo(page, 900);
        await page.goto(at('contents/'));
        expect(await page.locator('[data-seen=read]').textContent()).toContain('(read)');
        expect(await page.locator('[data-seen=begun]').textContent()).toContain('(begun)');
        // Looking something up in the first chapter does not lead back to it.
        await page.goto(at('chapters/the-watch/'));
        await readTo(page, 500);
        expect(await store(page, 'last')).toMatchObject({ slug: 'the-signal' });
        await readTo(page, 2600);
        expect(await store(page, 'last')).toMatchObject({ slug: 'the-watch' });
      });
    });

    test('a link takes it to another device, when its reader says so; a link made by others does not lead astray', async () => {
      let link = '';
      await withPage(async (page) => {
        await page.goto(at('chapters/the-watch/'));
        await readTo(page, 2500);
        await page.goto(at('about/'));
        link = await page.locator('#move-link').inputValue();
      });
      expect(link).toContain('/far/off/about/#place=');
      await withPage(async (page) => {
        await page.goto(link);
        expect(await store(page, 'places')).toEqual({});
        await page.getByRole('button', { name: 'Keep the places' }).click();
        expect(await page.getByText('Kept on this device').isVisible()).toBe(true);
        await page.goto(at(''));
        expect(await page.locator('.cover .button').textContent()).toBe('Continue: 1, “The Watch”');
        // Whatever somebody else has written into one, *Continue* leads to a chapter of this story.
        for (const slug of ['javascript:alert(1)', '//elsewhere.example/', 'https://elsewhere.example/', '../../..']) {
          const carried = {
            places: { [slug]: { id: 'a', n: 1, at: 0 } },
            last: { slug, n: 9, label: 'Astray', href: slug },
          };
          await page.goto(`${at('about/')}?#place=${encodeURIComponent(JSON.stringify(carried))}`);
          await page.reload();
          await page.getByRole('button', { name: 'Keep the places' }).click();
          await page.goto(at(''));
          expect(await page.locator('.cover .button').textContent()).toBe('Continue: Astray');
          const href = await page
            .locator('.cover .button')
            .evaluate((link) => (link as unknown as { href: string }).href);
          expect(href.startsWith(at('chapters/')), href).toBe(true);
        }
        for (const nonsense of ['#place=%', '#place=7', '#place={"places":0}', '#placement']) {
          await page.goto(`${at('about/')}?${nonsense}`);
          await page.reload();
          expect(await page.getByRole('button', { name: 'Keep the places' }).isVisible(), nonsense).toBe(false);
        }
      });
    });

    test('two devices are brought together: the further place is kept, and what is read stays read', async () => {
      let link = '';
      await withPage(async (page) => {
        await page.goto(at('chapters/the-watch/'));
        await readTo(page, 900);
        await page.goto(at('chapters/the-signal/'));
        await readTo(page, 1500);
        await page.goto(at('about/'));
        link = await page.locator('#move-link').inputValue();
      });
      await withPage(async (page) => {
        await page.goto(at('chapters/the-watch/'));
        await readTo(page, 1e6);
        const before = await placeIn(page, 'the-watch');
        await page.goto(link);
        await page.getByRole('button', { name: 'Keep the places' }).click();
        expect(await placeIn(page, 'the-watch')).toEqual(before);
        expect((await placeIn(page, 'the-signal')).n).toBeGreaterThan(2);
        expect(await store(page, 'last')).toMatchObject({ slug: 'the-signal' });
      });
    });

    test('a title that gives something away is shown once its chapter is reached', async () => {
      await withPage(async (page) => {
        const contents = `${other.origin}/shore/contents/`;
        const seen = (): Promise<string> => page.locator('main').innerText();
        await page.goto(contents);
        expect(await seen()).not.toContain('Mira Dies');
        await page.goto(`${other.origin}/shore/chapters/the-end/`);
        await readTo(page, 300);
        await page.goto(contents);
        expect(await seen()).toContain('Mira Dies');
      });
    });

    test('what has changed since it was read is marked: chapters in the contents, paragraphs in the chapter', async () => {
      const show = (edition: string): void => {
        rmSync(join(out, 'current'));
        symlinkSync(join(out, edition), join(out, 'current'));
      };
      const hoursPass = `(() => { const visit = JSON.parse(localStorage['visit:/far/off/']); visit.at -= 2 * 36e5; localStorage['visit:/far/off/'] = JSON.stringify(visit); })()`;
      const news = async (page: Page): Promise<string[]> =>
        (await page.locator('.chapters > li:has(.news) > a').allInnerTexts()).map((text) =>
          text.replace(/\s+/g, ' ').trim(),
        );
      try {
        await withPage(async (page) => {
          await page.goto(at('contents/'));
          expect(await news(page)).toEqual([]);
          await page.goto(at('chapters/the-watch/'));
          await readTo(page, 1e6);
          await page.goto(at('chapters/the-watch/'));
          expect(await page.locator('.since').isVisible()).toBe(false);
          show('later');
          await page.goto(at('contents/'));
          // The visit goes on: what is new in it is what was not there at the last.
          expect(await news(page)).toEqual(['1 The Watch (read) (changed)']);
          await page.evaluate(hoursPass);
          await page.evaluate(
            `(() => { const visit = JSON.parse(localStorage['visit:/far/off/']); visit.chapters = 3; localStorage['visit:/far/off/'] = JSON.stringify(visit); })()`,
          );
          await page.goto(at('contents/'));
          expect(await news(page)).toEqual(['1 The Watch (read) (changed)', '5 At Last (new)']);
          await page.goto(at('chapters/the-watch/'));
          expect(await page.locator('.since').innerText()).toBe('Paragraphs changed since you read this: 1');
          expect(await page.locator('.text .changed').allInnerTexts()).toEqual([
            'Nobody had written this paragraph before.',
          ]);
          await page.locator('.since a').click();
          expect(await page.locator('p:target').innerText()).toBe('Nobody had written this paragraph before.');
          await readTo(page, 1e6);
          await page.goto(at('contents/'));
          expect(await news(page)).toEqual(['5 At Last (new)']);
          await page.goto(at('chapters/the-watch/'));
          expect(await page.locator('.since').isVisible()).toBe(false);
        });
      } finally {
        show('long');
      }
    });

    test('a paragraph has a link to itself under the pointer, and the panel copies one', async () => {
      await withPage(async (page) => {
        await page.goto(at('chapters/the-watch/'));
        await page.hover('.chapter > .prose p:nth-of-type(2)');
        const id = await value(page, 'document.querySelectorAll(".chapter > .prose p")[1].id');
        expect(await page.locator('.pilcrow').getAttribute('href')).toBe(`#${id}`);
        await page.locator('.aa').click();
        await page.getByRole('button', { name: 'Copy a link' }).click();
        await page.getByText('The link is copied').waitFor();
        expect(page.url()).toMatch(/#p[a-z]{7}/);
      });
    });
  });

  describe('bar and keys', () => {
    test('the contents open where the chapter stands that their reader comes from', async () => {
      await withPage(
        async (page) => {
          for (const way of ['.bar nav a', '.turn [rel=contents]']) {
            await page.goto(`${numerous.origin}/serial/chapters/day-77/`);
            await page.locator(way).click();
            await page.waitForURL('**/serial/contents/**');
            const item = page.locator('.chapters > li:target');
            expect(await item.innerText()).toContain('Day 77');
            // In the midst of the window: what is before it and what comes after are seen too.
            const y = Number(
              await value(page, 'document.querySelector("li:target").getBoundingClientRect().top / innerHeight'),
            );
            expect(y).toBeGreaterThan(0.2);
            expect(y).toBeLessThan(0.6);
          }
          await page.goto(`${numerous.origin}/serial/`);
          await page.locator('.bar nav a').click();
          await page.waitForURL('**/serial/contents/');
          expect(await value(page, 'scrollY')).toBe(0);
        },
        { viewport: { width: 360, height: 780 } },
      );
    });

    test('the bar goes away on the way down, and returns on the way up and to the focus', async () => {
      await withPage(async (page) => {
        await page.goto(at('chapters/the-watch/'));
        const seen = 'document.querySelector(".bar").getBoundingClientRect().bottom > 0';
        await page.mouse.move(400, 400);
        await page.mouse.wheel(0, 900);
        await expect.poll(() => value(page, seen)).toBe(false);
        await page.mouse.wheel(0, -100);
        await expect.poll(() => value(page, seen)).toBe(true);
        await page.mouse.wheel(0, 900);
        await expect.poll(() => value(page, seen)).toBe(false);
        await page.locator('.aa').focus();
        expect(await value(page, seen)).toBe(true);
      });
    });

    test('letters do nothing until they are asked for, and then nothing with others or in fields', async () => {
      await withPage(async (page) => {
        await page.goto(at('chapters/the-watch/'));
        await page.keyboard.press('n');
        expect(page.url()).toBe(at('chapters/the-watch/'));
        expect(await page.locator('[aria-keyshortcuts]').count()).toBe(0);
        await page.evaluate(`localStorage.reader = '{"keys":"on"}'`);
        await page.reload();
        expect(await page.locator('main a[rel=next]').getAttribute('aria-keyshortcuts')).toBe('n');
        await page.keyboard.press('Alt+n');
        expect(page.url()).toBe(at('chapters/the-watch/'));
        await page.keyboard.press('n');
        await page.waitForURL(at('chapters/the-signal/'));
        await page.keyboard.press('p');
        await page.waitForURL(at('chapters/the-watch/'));
        await page.keyboard.press(',');
        expect(await page.locator('#reader').isVisible()).toBe(true);
        await page.keyboard.press('Escape');
        await page.keyboard.press('c');
        await page.waitForURL(`${at('contents/')}#chapter%3Athe-watch`);
        await page.keyboard.press('?');
        await page.waitForURL(at('about/'));
      });
    });
  });

  describe('what a reader may know', () => {
    const secrets = /Kettlestone|Vashti|drowned|Lieutenant|dark winter/;
    const openAll = 'for (const fold of document.querySelectorAll("details")) fold.open = true';

    test('at first it is what the first chapter tells; later what has been read; all where it is asked for', async () => {
      await withPage(async (page) => {
        for (const path of ['characters/', 'timeline/']) {
          await page.goto(at(path));
          expect(await page.locator('body').innerText(), path).not.toMatch(secrets);
          expect(await page.locator('#known [role=status]').textContent()).toBe(
            'This is what the first chapter tells.',
          );
        }
        await page.goto(at('chapters/the-signal/'));
        await readTo(page, 1e6);
        await page.goto(at('characters/'));
        const told = await page.locator('body').innerText();
        expect(told).toContain('You have read to chapter 2.');
        expect(told).toContain('Lieutenant');
        expect(told).not.toMatch(/Vashti|drowned/);
        await page.goto(at('timeline/'));
        expect(await page.locator('body').innerText()).toContain('the wreck on the Kettlestone');
        await page.goto(at('characters/'));
        await page.getByRole('button', { name: 'Show everything' }).click();
        expect(await page.locator('body').innerText()).toMatch(/drowned off Gannet Rock[\s\S]*Vashti/);
      });
    });

    test('without a program it is folded under the chapter alone', async () => {
      await withPage(
        async (page) => {
          for (const path of ['characters/', 'timeline/']) {
            await page.goto(at(path));
            const seen = await page.locator('body').innerText();
            expect(seen, path).not.toMatch(secrets);
            expect(seen, path).toContain('From chapter 2');
          }
          await page.locator('li').getByText('From chapter 2').first().click();
          expect(await page.locator('body').innerText()).toMatch(/Kettlestone|dark winter/);
        },
        { javaScriptEnabled: false },
      );
    });

    test('the page about the site says that they hold more than they show, where there are any', async () => {
      await withPage(async (page) => {
        const told = page.getByText('whoever looks into their source finds it');
        await page.goto(at('about/'));
        expect(await told.isVisible()).toBe(true);
        await page.goto(`${numerous.origin}/serial/about/`);
        expect(await told.count()).toBe(0);
      });
    });

    test('what no published chapter tells is nowhere', async () => {
      await withPage(async (page) => {
        for (const path of ['characters/', 'timeline/']) {
          const html = await page.goto(at(path)).then((response) => response?.text());
          expect(html, path).not.toContain('Zephyrine');
        }
      });
    });

    test('the timeline is a list and a picture, in two orders; another timeline parts where it forks', async () => {
      await withPage(async (page) => {
        await page.goto(at('timeline/'));
        await page.getByRole('button', { name: 'Show everything' }).click();
        const words = async (): Promise<string[]> =>
          (await page.locator('#known li').allInnerTexts()).map((text) =>
            text
              .replace(/From chapter \d/, '')
              .replace(/\s+/g, ' ')
              .trim()
              .replace(/^\d /, ''),
          );
        /** How many lines are seen beside each row, and on which of them its mark is. */
        const lines = () =>
          page.locator('#known li').evaluateAll((rows) =>
            rows.map((row) => {
              const seen = [...row.querySelectorAll('.lane')].filter((line) => line.getBoundingClientRect().height > 0);
              const [mark] = [...row.querySelectorAll('circle')].map((one) =>
                Math.round(Number(one.getAttribute('cx')) / 22),
              );
              return `${new Set(seen.map((line) => (line.tagName === 'path' ? 'bend' : line.getAttribute('x1')))).size}:${mark ?? 'fork'}`;
            }),
          );
        expect(await words()).toEqual([
          '43010.0 1. The Watch',
          '43001.0 the first lighting of the lamp',
          '43030.0 2. The Signal',
          '43029.0 the wreck on the Kettlestone',
          '43020.0 other: the beacon was never lit',
          '43030.0 the dark winter other',
          '43050.0 3. The Loss',
        ]);
        expect(await lines()).toEqual(['1:1', '1:1', '1:1', '1:1', '3:fork', '2:2', '2:1']);
        await page.getByLabel('As it happens').check();
        expect((await words()).map((line) => line.slice(0, 7))).toEqual([
          '43001.0',
          '43010.0',
          '43020.0',
          '43029.0',
          '43030.0',
          '43030.0',
          '43050.0',
        ]);
        expect(await lines()).toEqual(['1:1', '1:1', '3:fork', '2:1', '2:1', '2:2', '2:1']);
        await page.getByLabel('As it is told').check();
        expect((await words())[0]).toContain('The Watch');
      });
    });

    test('the picture tells nothing that its list may not: no mark, no line, and no room for one', async () => {
      await withPage(async (page) => {
        const seen = () =>
          page.locator('#known li').evaluateAll((rows) => {
            const shown = rows.filter((row) => row.getBoundingClientRect().height > 0);
            const lines = shown.map((row) =>
              [...row.querySelectorAll('.lane')].filter((line) => line.getBoundingClientRect().height > 0),
            );
            return {
              rows: shown.length,
              most: Math.max(...lines.map((some) => some.length)),
              wide: Math.round(shown[0]?.querySelector('.rail')?.getBoundingClientRect().width ?? 0),
            };
          });
        await page.goto(at('timeline/'));
        for (const order of ['As it is told', 'As it happens']) {
          await page.getByLabel(order).check();
          expect(await seen(), order).toEqual({ rows: 2, most: 1, wide: 28 });
        }
        await page.goto(at('chapters/the-signal/'));
        await readTo(page, 1e6);
        await page.goto(at('timeline/'));
        expect(await seen()).toMatchObject({ rows: 6, wide: 50 });
      });
    });

    test('axe finds nothing with all of it open', async () => {
      await withPage(async (page) => {
        for (const path of ['timeline/', 'characters/']) {
          await page.goto(at(path));
          await page.getByRole('button', { name: 'Show everything' }).click();
          await page.evaluate(openAll);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        }
      });
    });
  });

  test.each([
    ['reading', '/shore/', /^literata-latin-400-normal/],
    ['rtl', '/', /^frank-ruhl-libre-hebrew-400-normal/],
    ['arabic', '/', /^vazirmatn-arabic-400-normal/],
  ])('a first chapter of %s keeps within its budget of requests, bytes and shifts', async (name, base, face) => {
    const site = await serve(join(out, name), base);
    const [first = ''] = readdirSync(join(out, name, 'chapters'));
    await withPage(
      async (page) => {
        const asked: { url: string; bytes: number }[] = [];
        page.on('response', async (response) => {
          const { length } = await response.body().catch(() => Buffer.alloc(0));
          asked.push({ url: response.url(), bytes: length });
        });
        await page.addInitScript(`window.shift = window.painted = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
          new PerformanceObserver((list) => {
            window.painted = list.getEntries().at(-1).startTime;
          }).observe({ type: 'largest-contentful-paint', buffered: true });`);
        const session = await page.context().newCDPSession(page);
        await session.send('Network.enable');
        await session.send('Network.emulateNetworkConditions', {
          offline: false,
          latency: 150,
          downloadThroughput: 200_000,
          uploadThroughput: 90_000,
        });
        await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
        await page.goto(`${site.origin}${base}chapters/${first}/`, { waitUntil: 'networkidle' });
        await page.evaluate('document.fonts.ready');
        await page.waitForTimeout(300);
        expect(asked.length, asked.map(({ url }) => url).join('\n')).toBeLessThanOrEqual(8);
        const fonts = asked.filter(({ url }) => url.endsWith('.woff2'));
        expect(fonts.length).toBeLessThanOrEqual(3);
        expect(fonts.filter(({ url }) => face.test(url.slice(url.lastIndexOf('/') + 1)))).toHaveLength(1);
        expect(fonts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(64 * 1024);
        expect(asked.filter(({ url }) => !url.startsWith(site.origin))).toEqual([]);
        expect(await value(page, 'shift')).toBeLessThanOrEqual(0.02);
        const painted = Number(await value(page, 'painted'));
        expect(painted).toBeGreaterThan(0);
        // A time depends on the machine, so that it is told and not judged.
        process.stderr.write(
          `\nLargest paint of a first chapter, on a slow telephone (${name}): ${Math.round(painted)} ms\n`,
        );
      },
      { viewport: { width: 390, height: 844 } },
    );
    site.stop();
  });
});
