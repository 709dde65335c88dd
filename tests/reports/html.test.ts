/** The editor's page: whole in itself, the same every time, safe from what it shows, and usable by everybody. */

import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportPage } from '../../src/cli/page.ts';
import { lint } from '../../src/lint.ts';
import type { Manuscript } from '../../src/manuscript/model.ts';
import { readManuscript } from '../../src/manuscript/read.ts';
import { rules } from '../../src/rules/index.ts';
import { findChromium, openBrowser, tellSkipped } from '../browser.ts';
import { folderWith, padd } from '../cli/run.ts';
import { manuscriptOf, stockWith } from '../stock.ts';

const pageOf = (manuscript: Manuscript): string => reportPage(manuscript, lint(manuscript, rules));

/** Two faults, each with the place that makes it wrong; one of them in two chapters. */
const faulty = stockWith({
  '02-the-crossing.md': [
    '---\ntitle: The Crossing\nstardate: 43080.0\npov: mira\nsetting: beacon\ncast: [mira, tam]\n---\n',
    '“I was there,” said Sorel. The the oil was low.\n',
  ].join('\n'),
});

const long = manuscriptOf({
  'story.yaml': 'calendar: stardate\n',
  'bible.yaml':
    'characters:\n  a: { name: Anneliese Wilhelmina von Hohenstein-Wartenburg }\n  b: { name: 潮見の渡し守の娘たちの長い長い長い名前 }\n  c: { name: Tam }\n',
  ...Object.fromEntries(
    Array.from({ length: 200 }, (_, i) => [
      `${String(i + 1).padStart(3, '0')}.md`,
      `---\nstardate: ${43000 + i}.0\ncast: [a, b, c]\n---\n\nTam waited.\n`,
    ]),
  ),
});

const manuscripts = join(import.meta.dirname, '../manuscripts');
const hostile = '"><script>alert(1)</script><img src=x onerror=alert(2)>';

const chromium = await findChromium();
if (!chromium) tellSkipped(['the editor’s report in a browser']);

test('it needs nothing else, says each finding with both places, and is the same every time', () => {
  const page = pageOf(faulty);
  expect(page).toBe(pageOf(faulty));
  expect(page).not.toMatch(/(?:src|href)="(?!#)/);
  for (const [kind, tag] of [
    ['style', 'style'],
    ['script', 'script'],
  ] as const) {
    const [, text = ''] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page) ?? [];
    const hash = createHash('sha256').update(text).digest('base64');
    expect(page).toContain(`${kind}-src 'sha256-${hash}'`);
  }
  expect(page).toMatch(/<mark>Sorel<\/mark>/);
  expect(page).toMatch(/<code>bible\.yaml:\d+<\/code> Sorel died at 43050\.0/);
  expect(page).toMatch(/<del>[^<]*<\/del>/);
});

test.each(readdirSync(manuscripts).filter((name) => name !== 'README.md'))('%s is drawn, whatever it holds', (name) => {
  const page = pageOf(readManuscript(join(manuscripts, name)));
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
});

test('a story of one word, of none, and of five hundred chapters', () => {
  expect(pageOf(manuscriptOf({ '1.md': 'Rain.' }))).toMatch(/Nothing to report/);
  expect(pageOf(manuscriptOf({ '1.md': '' }))).not.toMatch(/NaN|Infinity/);
  const many = Object.fromEntries(
    Array.from({ length: 500 }, (_, i) => [`${i + 1}.md`, `---\nstardate: ${43000 + i}.0\n---\n\nIt rained again.\n`]),
  );
  const page = pageOf(manuscriptOf({ ...many, 'story.yaml': 'calendar: stardate\n' }));
  expect(page).not.toMatch(/NaN|Infinity/);
  expect(page.length).toBeLessThan(1_500_000);
});

test('nothing of an author’s becomes markup', () => {
  const page = pageOf(
    manuscriptOf({
      'story.yaml': `title: '${hostile}'\n`,
      'bible.yaml': `characters:\n  a: { name: '${hostile}', died: 43000.0 }\n`,
      '1.md': `---\ntitle: '${hostile}'\nstardate: 43100.0\npov: '${hostile}'\nsetting: '${hostile}'\nstardte: 1\n---\n\n${hostile} the the end\n`,
    }),
  );
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).not.toMatch(/<img/);
});

test('the command prints it, with the exit code of the findings', () => {
  const folder = folderWith({ '1.md': '---\nstardate: "4x"\n---\n\nRain.\n' });
  const { code, stdout } = padd(['lint', folder, '--format', 'html']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  expect(padd(['lint', folder, '--format', 'html', '--watch']).code).toBe(2);
});

describe.skipIf(!chromium)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(chromium as string);
  });
  afterAll(() => browser?.close());

  async function open(
    look: (page: Page) => Promise<void>,
    options: Parameters<Browser['newContext']>[0] = {},
    manuscript: Manuscript = faulty,
  ): Promise<void> {
    const context = await browser.newContext(options);
    const complaints: string[] = [];
    try {
      const page = await context.newPage();
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      const folder = folderWith({ 'report.html': pageOf(manuscript) });
      await page.goto(pathToFileURL(join(folder, 'report.html')).href);
      await look(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  }
  const findings = (page: Page) => page.locator('article.finding:visible');

  test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (colorScheme) => {
    await open(
      async (page) => {
        for (const fold of await page.locator('summary').all()) await fold.click();
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      },
      { colorScheme },
    );
  });

  test('findings are narrowed down and grouped by keyboard', async () => {
    await open(async (page) => {
      const all = await findings(page).count();
      expect(all).toBeGreaterThan(1);
      await page.getByRole('checkbox', { name: /Error/ }).focus();
      await page.keyboard.press('Space');
      expect(await findings(page).count()).toBeLessThan(all);
      expect(await page.getByRole('status').textContent()).toMatch(new RegExp(`of ${all} are shown`));
      await page.getByRole('button', { name: 'Reset' }).press('Enter');
      await expect.poll(() => findings(page).count()).toBe(all);
      await page.getByRole('searchbox', { name: 'Words' }).fill('died at');
      expect(await findings(page).count()).toBe(1);
      await page.getByRole('searchbox', { name: 'Words' }).fill('');
      await page.getByLabel('by rule').check();
      expect(await page.locator('#groups h3').allTextContents()).toContain('presence/dead-character-acts');
    });
  });

  test('a drawing that is wider than the window says so, and keeps its names in sight', async () => {
    await open(
      async (page) => {
        const drawing = page.getByRole('group', { name: 'Story time by reading order' });
        expect(await page.locator('#time .sideways').isVisible()).toBe(true);
        await drawing.evaluate((box) => box.scrollBy(400, 0));
        const names = await drawing.locator('.labels').boundingBox();
        expect(names?.x).toBe((await drawing.boundingBox())?.x);
        await page.setViewportSize({ width: 1280, height: 900 });
        await expect.poll(() => page.locator('#time .sideways').isVisible()).toBe(false);
      },
      { viewport: { width: 390, height: 844 } },
    );
  });

  test('no label runs into another or out of its drawing, in a long story with long names', async () => {
    await open(
      async (page) => {
        const drawn = await page.locator('.drawing svg').evaluateAll((drawings) =>
          drawings.map((svg) => ({
            frame: svg.getBoundingClientRect().toJSON(),
            labels: [...svg.querySelectorAll('text')].map((text) => text.getBoundingClientRect().toJSON()),
          })),
        );
        expect(drawn.length).toBeGreaterThan(8);
        for (const { frame, labels } of drawn) {
          for (const [i, one] of labels.entries()) {
            expect(one.left).toBeGreaterThanOrEqual(frame.left - 1);
            expect(one.right).toBeLessThanOrEqual(frame.right + 1);
            const touching = labels
              .slice(i + 1)
              .filter(
                (other) =>
                  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
                  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2,
              );
            expect(touching).toEqual([]);
          }
        }
        // Each of the drawings of a long row begins with a chapter's number.
        const starts = await page
          .locator('#people svg[role=img]')
          .evaluateAll((all) => all.map((svg) => svg.querySelector('text')?.textContent));
        expect(starts).toEqual(['1', '71', '141']);
      },
      { viewport: { width: 1280, height: 900 } },
      long,
    );
  });

  test('printed, the marked words are seen, and no drawing is wider than the sheet', async () => {
    await open(
      async (page) => {
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        expect(await page.evaluate(`getComputedStyle(document.querySelector('mark')).textDecorationLine`)).toBe(
          'underline',
        );
        expect(await page.evaluate(`getComputedStyle(document.querySelector('.s0')).fill`)).toBe('rgb(31, 78, 140)');
        expect(await page.locator('.sideways:visible').count()).toBe(0);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(680);
        const widths = await page
          .locator('.drawing')
          .evaluateAll((all) => all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
        expect(Math.max(...widths)).toBeLessThanOrEqual(0);
      },
      { viewport: { width: 680, height: 960 } },
    );
  });

  test('without script all is there; on a phone nothing is wider than it', async () => {
    await open(
      async (page) => {
        expect(await page.locator('#filter').isVisible()).toBe(false);
        expect(await findings(page).count()).toBeGreaterThan(1);
      },
      { javaScriptEnabled: false },
    );
    await open(
      async (page) => {
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      },
      { viewport: { width: 320, height: 640 } },
    );
  });
});
