/** For whoever reads by keyboard, by ear, large, in few colours, or on paper: in a real browser. */

import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headsOf } from '../../src/site/heads.ts';
import { choices } from '../../src/site/settings.ts';
import { findChromium, openBrowser, tellSkipped } from '../browser.ts';
import { sitesToBuild, withPage as withPageOf } from './built.ts';
import { serve } from './serve.ts';

/** One of each look and of each way of writing, and where each lives. */
const sites = { reading: '/shore/', long: '/far/off/', mature: '/', rtl: '/', japanese: '/ja/', names: '/' } as const;
type SiteName = keyof typeof sites;

/** Every kind of page that there is, with the first of its kind. */
const pages: readonly (readonly [SiteName, string])[] = [
  ...[
    '',
    'contents/',
    'chapters/the-lamp/',
    'all/',
    'characters/',
    'timeline/',
    'search/?q=lamp',
    'about/',
    'offline/',
    'nowhere/',
  ].map((path) => ['reading', path] as const),
  ...[
    '',
    'contents/',
    'chapters/the-signal/',
    'all/',
    'characters/',
    'timeline/',
    'search/?q=watch',
    'about/',
    'offline/',
    'nowhere/',
  ].map((path) => ['long', path] as const),
  ['mature', 'chapters/the-well/'],
  ['rtl', 'chapters/המעבורת/'],
  ['japanese', 'chapters/渡し船/'],
  ['names', ''],
  ['names', 'chapters/reader/'],
  ['names', 'all/'],
];

const { out, build, remove } = sitesToBuild(...Object.keys(sites));
const chromium = await findChromium();
if (!chromium) tellSkipped(['reading by keyboard, by ear, in large letters, in few colours']);

test('a running head says what a title says, and ends nothing that it stands in', () => {
  const heads = headsOf('"A" </style>', [{ id: 'chapter:a"b', title: 'C:\\D' }]);
  expect(heads).toContain('content:"\\22 A\\22  \\3c /style>"');
  expect(heads).toContain('[id="chapter:a\\22 b"]{page:c0}');
  expect(heads).toContain('content:"C:\\5c D"');
});

describe.skipIf(!chromium)('in a browser', () => {
  let browser: Browser;
  const servers: Partial<Record<SiteName, Awaited<ReturnType<typeof serve>>>> = {};
  beforeAll(async () => {
    build();
    browser = await openBrowser(chromium as string);
    for (const [site, base] of Object.entries(sites)) servers[site as SiteName] = await serve(join(out, site), base);
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of Object.values(servers)) server.stop();
    remove();
  });

  const at = (site: SiteName, path: string): string => `${servers[site]?.origin}${sites[site]}${path}`;
  const withPage = (look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> =>
    withPageOf(browser, { reducedMotion: 'reduce', ...options }, look);
  const openFolds = (page: Page): Promise<void> =>
    page.locator('details').evaluateAll((folds) => {
      for (const fold of folds) fold.setAttribute('open', '');
    });
  const sideways = (page: Page): Promise<number> =>
    page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') as Promise<number>;

  describe('axe', () => {
    test.each(choices.theme.slice(1))('finds nothing on any kind of page in %s, in both looks', async (theme) => {
      await withPage(async (page) => {
        await page.addInitScript(`localStorage.reader = '{"theme":"${theme}"}'`);
        const found: string[] = [];
        for (const [site, path] of pages) {
          await page.goto(at(site, path), { waitUntil: 'networkidle' });
          await openFolds(page);
          const axe = new AxeBuilder({ page });
          // In all but the first nothing is other than its colours.
          if (theme !== 'light') axe.withRules(['color-contrast', 'link-in-text-block']);
          const { violations } = await axe.analyze();
          found.push(...violations.map(({ id, nodes }) => `${site}/${path} ${id}: ${nodes[0]?.html}`));
        }
        expect(found).toEqual([]);
      });
    });

    test('does find what is wrong', async () => {
      await withPage(async (page) => {
        await page.goto(at('reading', 'contents/'));
        await page.addStyleTag({ content: '.facts { color: #999 !important }' }).catch(() => {});
        await page.evaluate('document.querySelector("h1").style.color = "#ddd"');
        const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
        expect(violations).not.toEqual([]);
      });
    });
  });

  describe('by keyboard', () => {
    /** What has the focus, and whether it can be seen: outlined, on screen, and beneath nothing. */
    const focused = `(() => {
      const one = document.activeElement;
      const box = (one.closest('.pick') ?? one).getBoundingClientRect();
      const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 10)];
      const top = document.elementFromPoint(x, y);
      const style = getComputedStyle(one.closest('.pick') ?? one);
      return {
        name: (one.ariaLabel || one.closest('label')?.textContent || one.textContent).replace(/\\s+/g, ' ').trim().slice(0, 40),
        tag: one.tagName.toLowerCase(),
        outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        seen: Boolean(top && (one.contains(top) || top.contains(one) || one.closest('label')?.contains(top))),
      };
    })()`;
    interface Focused {
      readonly name: string;
      readonly tag: string;
      readonly outlined: boolean;
      readonly seen: boolean;
    }
    async function walk(page: Page, key = 'Tab'): Promise<Focused[]> {
      const walked: Focused[] = [];
      for (let i = 0; i < 200; i += 1) {
        await page.keyboard.press(key);
        await page.waitForTimeout(20);
        // Past the last some browsers go on to what is around the page, and others to the first again.
        if (await page.evaluate('[document.body, window.first].includes(document.activeElement)')) break;
        if (i === 0) await page.evaluate('window.first = document.activeElement');
        walked.push((await page.evaluate(focused)) as Focused);
      }
      return walked;
    }
    /** All that can be used, in the order in which it stands; of several radio buttons of a name the chosen one. */
    const usable = `[...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0 && !one.disabled)
      .filter((one) => one.type !== 'radio' || one.checked).length`;

    test('everything on a page is reached in its order, seen when it is, and the skip link first', async () => {
      await withPage(async (page) => {
        for (const [site, path] of pages) {
          await page.goto(at(site, path), { waitUntil: 'networkidle' });
          const all = Number(await page.evaluate(usable));
          const walked = await walk(page);
          expect(walked.map(({ name }) => name).slice(0, 1), path).toEqual([await page.locator('.skip').textContent()]);
          expect(walked, `${site}/${path}`).toHaveLength(all);
          expect(
            walked.filter(({ outlined, seen }) => !outlined || !seen),
            `${site}/${path}`,
          ).toEqual([]);
          const back = await walk(page, 'Shift+Tab');
          expect(back.map(({ name }) => name).reverse(), `${site}/${path}`).toEqual(walked.map(({ name }) => name));
        }
      });
    });

    test('a chapter, from its skip link to its foot', async () => {
      await withPage(async (page) => {
        await page.goto(at('reading', 'chapters/the-lamp/'));
        expect((await walk(page)).map(({ name }) => name)).toEqual([
          'Skip to the text',
          'The Lighthouse at “World’s End”',
          'Contents',
          'Reading settings',
          'Content notes',
          'Author’s note',
          '1',
          'the next chapter',
          'the world',
          'Skip this passage',
          '1',
          '2',
          'Skip this passage',
          'Back to the text',
          'Back to the text 2',
          'Back to the text',
          expect.stringMatching(/^Next/),
          expect.stringMatching(/^Previous/),
          'Contents',
          'Contents',
          'On one page',
          'Characters',
          'Timeline',
          'Search',
          'EPUB',
          'Feed',
          'About',
        ]);
      });
    });

    test('the skip link goes past the bar; the panel can be used, closes with Esc, and gives the focus back', async () => {
      await withPage(async (page) => {
        await page.goto(at('reading', 'chapters/the-lamp/'));
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
        expect(((await page.evaluate(focused)) as Focused).name).toBe('Content notes');
        await page.locator('.aa').focus();
        await page.keyboard.press('Space');
        const used: string[] = [];
        for (let i = 0; i < 4; i += 1) {
          await page.keyboard.press('Tab');
          used.push(String(await page.evaluate('document.activeElement.name || document.activeElement.tagName')));
        }
        expect(used).toEqual(['theme', 'size', 'font', 'SUMMARY']);
        await page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
        await page.keyboard.press('ArrowRight');
        expect(await page.evaluate('document.documentElement.dataset.measure')).toBe('narrow');
        await page.keyboard.press('Escape');
        expect(await page.locator('#reader').isVisible()).toBe(false);
        expect(await page.evaluate('document.activeElement.className')).toBe('aa');
      });
    });
  });

  test('a screen reader hears a chapter in its order, with its places named and its ornaments silent', async () => {
    await withPage(async (page) => {
      await page.goto(at('reading', 'chapters/the-lamp/'));
      await openFolds(page);
      const session = await page.context().newCDPSession(page);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      const heard: string[] = [];
      const hear = (id: string | undefined): void => {
        const node = byId.get(id as string);
        if (!node) return;
        const role = String(node.role?.value);
        if (!node.ignored && !/^(?:RootWebArea|generic|none|InlineTextBox|LineBreak|ListMarker)$/.test(role))
          heard.push(
            `${role} ${String(node.name?.value ?? '')
              .replace(/\s+/g, ' ')
              .trim()}`.trim(),
          );
        for (const child of node.childIds ?? []) hear(child);
      };
      hear(nodes[0]?.nodeId);
      const told = heard.join('\n');
      // The way through it: each of these after the one before.
      const order = [
        'link Skip to the text',
        'banner',
        'navigation Site',
        'button Reading settings',
        'main',
        'article',
        'StaticText 2 NOVEMBER 1911',
        'heading 1 The Lamp',
        'DisclosureTriangle Content notes',
        'DisclosureTriangle Author’s note',
        'blockquote',
        'paragraph',
        'StaticText Petrel',
        'image The lamp, drawn in ink',
        'separator',
        'heading Notes',
        'navigation Other chapters',
        'link NEXT',
        'contentinfo',
        'navigation About',
      ];
      let from = -1;
      for (const one of order) {
        const found = heard.findIndex((line, i) => i > from && line.startsWith(one));
        expect(found, `${one}, after “${heard[from]}” in\n${told}`).toBeGreaterThan(from);
        from = found;
      }
      expect(heard.filter((line) => /^heading/.test(line) && line.includes('The Lamp'))).toHaveLength(1);
      expect(told).not.toMatch(/[✦★¶]/);
    });
  });

  test('the settings name their groups, and say what is chosen', async () => {
    await withPage(async (page) => {
      await page.goto(at('reading', 'chapters/the-lamp/'));
      await page.locator('.aa').click();
      await page.locator('#reader summary').click();
      const tree = await page.locator('#reader').ariaSnapshot();
      expect(tree).toMatch(/group "Theme":\s+- text: Theme\s+- radio "Auto" \[checked\]/);
      expect(tree).toMatch(/slider "Size/);
      expect(tree).toMatch(/checkbox "Hyphenate" \[checked\]/);
      expect(tree).toMatch(/status/);
    });
  });

  test('at 320 pixels no page is wider, with wide text spacing or four times as large', async () => {
    await withPage(
      async (page) => {
        for (const [site, path] of pages) {
          await page.goto(at(site, path));
          expect(await sideways(page), `${site}/${path}`).toBeLessThanOrEqual(0);
          // As WCAG 1.4.12 has it; by the style of each element, which no policy of the page forbids.
          const clipped = await page.evaluate(`(() => {
            for (const one of document.querySelectorAll('body, body *')) {
              const { style } = one;
              style.setProperty('line-height', '1.5', 'important');
              style.setProperty('letter-spacing', '0.12em', 'important');
              style.setProperty('word-spacing', '0.16em', 'important');
              if (one.tagName === 'P') style.setProperty('margin-block-end', '2em', 'important');
            }
            return [...document.querySelectorAll('main *, .bar *, .footer *')]
              .filter((one) => one.checkVisibility() && !one.closest('svg') && getComputedStyle(one).overflowX === 'hidden')
              .filter((one) => one.scrollWidth > one.clientWidth + 1 && !one.matches('.skip, .unseen'))
              .map((one) => one.outerHTML);
          })()`);
          expect(clipped, `${site}/${path}`).toEqual([]);
          expect(await sideways(page), `${site}/${path}, spaced`).toBeLessThanOrEqual(0);
        }
      },
      { viewport: { width: 320, height: 640 } },
    );
  });

  test('a title too long for the bar ends in an ellipsis on its second line, whichever way it runs', async () => {
    await withPage(
      async (page) => {
        await page.goto(at('names', 'chapters/reader/'));
        const seen = (): Promise<unknown> =>
          page.evaluate(`(() => {
            const title = document.querySelector('.bar-title span');
            const { webkitLineClamp, lineHeight } = getComputedStyle(title);
            const lines = Math.round(title.clientHeight / parseFloat(lineHeight));
            return [webkitLineClamp, lines, title.scrollHeight > title.clientHeight];
          })()`);
        expect(await seen()).toEqual(['2', 2, true]);
        await page.evaluate('document.documentElement.dir = "rtl"');
        expect(await seen()).toEqual(['2', 2, true]);
      },
      { viewport: { width: 320, height: 640 } },
    );
  });

  test('what can be pressed is 24 pixels high at least, on every kind of page and in the panel', async () => {
    await withPage(
      async (page) => {
        const small: string[] = [];
        for (const [site, path] of pages) {
          await page.goto(at(site, path));
          await openFolds(page);
          await page.locator('.aa').click();
          const found = await page
            .locator(
              'nav a, .ways a, .passage-note a, button, summary, .pick, .switch, .size input, input[type=search], .chapters > li > a',
            )
            .evaluateAll((targets) =>
              targets
                .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 24)
                .map((one) => one.outerHTML),
            );
          small.push(...found.map((html) => `${site}/${path} ${html}`));
        }
        expect(small).toEqual([]);
      },
      { viewport: { width: 390, height: 844 } },
    );
  });

  test('a table wider than the screen is scrolled by keyboard, and no cell of it is a head of nothing', async () => {
    await withPage(
      async (page) => {
        await page.goto(at('names', 'chapters/reader/'));
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        const table = page.locator('.text table');
        await table.focus();
        await page.keyboard.press('ArrowRight');
        await expect.poll(() => table.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
        // One that fits is not in the way of whoever goes through the page by keyboard.
        await page.goto(at('reading', 'chapters/the-lamp/'));
        const small = page.locator('.text table');
        expect(await small.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
        expect(await small.evaluate((one) => one.tabIndex)).toBe(-1);
      },
      { viewport: { width: 320, height: 640 } },
    );
  });

  test('the number of a note is wide enough for a thumb, and moves no letter', async () => {
    await withPage(async (page) => {
      await page.goto(at('reading', 'chapters/the-lamp/'));
      const number = page.locator('.text sup a').first();
      const { width, height } = (await number.boundingBox()) as { width: number; height: number };
      expect(width).toBeGreaterThanOrEqual(24);
      expect(height).toBeGreaterThanOrEqual(24);
      // Behind it the line goes on right after the number.
      const gap = await number.evaluate((link) => {
        const range = link.ownerDocument.createRange();
        range.selectNodeContents(link);
        const sup = link.parentElement?.getBoundingClientRect();
        return (sup?.width ?? 0) - range.getBoundingClientRect().width;
      });
      expect(Math.abs(gap)).toBeLessThan(4);
    });
  });

  test('a title of any length leaves the bar its height, and the story page its first button in sight', async () => {
    await withPage(
      async (page) => {
        await page.goto(at('names', 'chapters/reader/'));
        expect(await page.evaluate('document.querySelector(".bar").offsetHeight')).toBe(56);
        await page.goto(at('names', ''));
        expect(
          await page.evaluate('document.querySelector(".cover .button").getBoundingClientRect().bottom'),
        ).toBeLessThan(780);
      },
      { viewport: { width: 360, height: 780 } },
    );
  });

  test('on a telephone names take a third of the room at most, and what they name the rest', async () => {
    await withPage(
      async (page) => {
        for (const path of ['', 'characters/']) {
          await page.goto(at('long', path));
          const shares = await page
            .locator('main dl > div')
            .evaluateAll((rows) =>
              rows
                .filter((row) => row.clientWidth > 0)
                .map((row) => (row.querySelector('dt')?.getBoundingClientRect().width ?? 0) / row.clientWidth),
            );
          expect(shares.length, path).toBeGreaterThan(0);
          expect(Math.max(...shares), path).toBeLessThan(0.37);
        }
        await page.goto(at('reading', 'contents/'));
        const rest = await page
          .locator('.chapters > li')
          .first()
          .evaluate(
            (row) =>
              row.getBoundingClientRect().right - (row.querySelector('.facts')?.getBoundingClientRect().right ?? 0),
          );
        expect(rest).toBe(0);
      },
      { viewport: { width: 360, height: 780 } },
    );
  });

  test('who asks for more contrast has it, and who asks for less motion has none', async () => {
    const token = (page: Page, name: string): Promise<unknown> =>
      page.evaluate(`getComputedStyle(document.documentElement).getPropertyValue('--${name}').trim()`);
    const slides = (page: Page): Promise<unknown> =>
      page.evaluate('getComputedStyle(document.querySelector(".bar")).transitionProperty');
    for (const [contrast, reducedMotion] of [
      ['more', 'reduce'],
      ['no-preference', 'no-preference'],
    ] as const)
      await withPage(
        async (page) => {
          await page.goto(at('reading', 'chapters/the-lamp/'));
          const ink = await token(page, 'ink');
          for (const name of ['soft', 'border'])
            expect((await token(page, name)) === ink, `${contrast}: ${name}`).toBe(contrast === 'more');
          expect((await slides(page)) === 'translate').toBe(reducedMotion !== 'reduce');
        },
        { contrast, reducedMotion },
      );
  });

  test('in forced colours scenes are still divided, controls bordered, the chosen told, the picture drawn', async () => {
    await withPage(
      async (page) => {
        await page.goto(at('reading', 'chapters/the-lamp/'));
        const style = (selector: string, property: string, pseudo = ''): Promise<string> =>
          page.evaluate(
            `getComputedStyle(document.querySelector('${selector}'), '${pseudo}').getPropertyValue('${property}')`,
          );
        expect(await style('.scene-break', 'border-block-start-width')).toBe('1px');
        expect(await style('.scene-break', 'content', '::after')).toBe('none');
        await page.locator('.aa').click();
        const chosen = await style('.pick:has(:checked)', 'background-color');
        expect(chosen).not.toBe(await style('.pick:has(:not(:checked))', 'background-color'));
        expect(await style('.pick', 'border-top-style')).toBe('solid');
        await page.goto(at('long', 'timeline/'));
        const ground = await style('html', 'background-color');
        expect(await style('.lane', 'stroke')).not.toBe(ground);
        expect(await style('.rail circle', 'fill')).not.toBe(ground);
      },
      { forcedColors: 'active' },
    );
  });

  test('letters that fill their squares, and those that are joined, have air between lines and none between themselves', async () => {
    await withPage(
      async (page) => {
        for (const [site, path] of [
          ['rtl', 'chapters/המעבורת/'],
          ['japanese', 'chapters/渡し船/'],
        ] as const) {
          await page.goto(at(site, path));
          const leading = 'getComputedStyle(document.documentElement).getPropertyValue("--leading")';
          expect(await page.evaluate(leading), site).toBe('1.7');
        }
        await page.goto(at('rtl', ''));
        const spaced = `[...document.querySelectorAll('body *')].filter((one) => parseFloat(getComputedStyle(one).letterSpacing)).map((one) => one.outerHTML)`;
        expect(await page.evaluate(spaced)).toEqual([]);
      },
      { viewport: { width: 360, height: 780 } },
    );
  });

  test('scripts without italics stand upright, and Japanese is indented by one of its letters', async () => {
    await withPage(async (page) => {
      for (const site of ['rtl', 'japanese'] as const) {
        await page.goto(at(site, 'about/'));
        expect(await page.evaluate('getComputedStyle(document.querySelector("cite")).fontStyle'), site).toBe('normal');
      }
      await page.goto(at('japanese', 'chapters/渡し船/'));
      const [indent, size] = (await page.evaluate(
        '(({ textIndent, fontSize }) => [textIndent, fontSize])(getComputedStyle(document.querySelector(".text p + p")))',
      )) as string[];
      expect(indent).toBe(size);
    });
  });

  test('on paper there is neither bar nor button; what was folded stays so, and the address stands once', async () => {
    await withPage(async (page) => {
      await page.emulateMedia({ media: 'print' });
      for (const path of ['', 'contents/', 'chapters/the-lamp/', 'all/']) {
        await page.goto(at('reading', path));
        for (const chrome of ['.bar', '.skip', '.turn', '.ways', '.footer nav', '.keep', '.passage-note'])
          for (const one of await page.locator(chrome).all())
            expect(await one.isVisible(), `${path} ${chrome}`).toBe(false);
        expect(await page.evaluate('getComputedStyle(document.querySelector(".footer"), "::after").content')).toBe(
          '"https://stories.example/shore/"',
        );
        expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
          'rgb(255, 255, 255)',
        );
      }
      await page.goto(at('reading', ''));
      const gap = `document.querySelector('.story-facts').getBoundingClientRect().top - document.querySelector('.summary').getBoundingClientRect().bottom`;
      expect(Number(await page.evaluate(gap))).toBeGreaterThan(20);
    });
  });

  test('the whole work is a small book: the story’s title on one side, the chapter’s on the other', async () => {
    await withPage(async (page) => {
      const refused: string[] = [];
      page.on('console', (message) => refused.push(message.text()));
      await page.goto(at('reading', 'all/'));
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, ...size]) => size.map(Number));
      expect(sizes.length).toBeGreaterThan(5);
      // In points; A5 within one of them.
      for (const [width = 0, height = 0] of sizes) expect(Math.hypot(width - 419.5, height - 595.3)).toBeLessThan(1);
      await page.emulateMedia({ media: 'print' });
      // As the browser reads them: what stands on its paper it shows to nobody.
      const [left, ...right] = (await page.evaluate(
        `[...[...document.styleSheets].find(({ ownerNode }) => ownerNode.localName === 'style').cssRules[0].cssRules]
          .flatMap((rule) => /content: "([^"]*)"/.exec(rule.cssText)?.slice(1) ?? [])`,
      )) as string[];
      expect(left).toBe('The Lighthouse at “World’s End”');
      const chapters = (await page.evaluate(
        `[...document.querySelectorAll('.all .chapter')].map((one) => [getComputedStyle(one).page, one.querySelector('.title').lastChild.textContent.trim()])`,
      )) as [string, string][];
      expect(chapters).toEqual(right.map((title, i) => [`c${i}`, title]));
      expect(refused).toEqual([]);
    });
  });
});
