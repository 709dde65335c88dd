/** The preview: edits, drafts, findings, and mistakes that must not end it. */

import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'padd-preview-test-'));
let server: ChildProcess;
let url = '';
const told: { readonly findings?: number; readonly url?: string }[] = [];

beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../manuscripts/reading'), folder, { recursive: true });
  server = spawn(process.execPath, [join(import.meta.dirname, 'preview.ts'), folder], {
    // Where it sees Vitest, Astro’s server serves nothing.
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server.stdout?.setEncoding('utf8').on('data', (lines: string) => {
    for (const line of lines.split('\n').filter(Boolean)) told.push(JSON.parse(line));
  });
  url = await until(() => told.find((line) => line.url)?.url);
  await until(async () => (await fetch(url)).ok || undefined);
});

afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

/** Asks until there is an answer. */
async function until<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('nothing came of it');
}

const page = async (path: string): Promise<string> => (await fetch(new URL(path, url))).text();
const pageWith = (path: string, words: string): Promise<string> =>
  until(async () => {
    const html = await page(path);
    return html.includes(words) ? html : undefined;
  });
const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);

test('drafts and chapters to come are shown, and marked as such', async () => {
  const contents = await page('contents/');
  expect(contents).toMatch(/A Draft[\s\S]*?>Draft</);
  expect(contents).toContain('Appears January 1, 2099');
  expect(await page('chapters/draft/')).toContain('Not yet.');
  expect(await page('all/')).toContain('Not yet.');
});

test('an edit is shown, and so is a chapter that was not there before', async () => {
  write('00-prologue.md', '---\ntitle: Prologue\n---\n\nAfter the rock there was only the lamp.\n');
  await pageWith('chapters/prologue/', 'After the rock');
  write('07-new.md', '---\ntitle: Quite New\n---\n\nIt begins.\n');
  await pageWith('contents/', 'Quite New');
  expect(await page('chapters/new/')).toContain('It begins.');
});

test('another theme is shown as soon as it is chosen', async () => {
  const log = /--paper: ?#fbfaf6/;
  expect(await page('')).toMatch(log);
  const story = readFileSync(join(folder, 'story.yaml'), 'utf8');
  write('story.yaml', `${story}theme: plain\n`);
  const plain = await until(async () => {
    const html = await page('');
    return log.test(html) ? undefined : html;
  });
  expect(plain).toMatch(/--paper: ?#ffffff/);
  // One of the story’s own is watched, too.
  mkdirSync(join(folder, 'themes'));
  const own = readFileSync(join(import.meta.dirname, '../../styles/themes/log.css'), 'utf8');
  write('themes/own.css', own);
  write('story.yaml', `${story}theme: own\n`);
  await until(async () => log.test(await page('')) || undefined);
  write('themes/own.css', own.replace('#fbfaf6', '#abcdef'));
  await until(async () => /--paper: ?#abcdef/.test(await page('')) || undefined);
  write('story.yaml', story);
  await until(async () => log.test(await page('')) || undefined);
});

test('a mistake is told on the page and to the caller, and mending it takes it away', async () => {
  const before = told.length;
  write('07-new.md', '---\ntitle: [Quite\n---\n\n::scene{what\n\nIt begins.\n');
  expect(await pageWith('chapters/new/', '</code> does not parse')).toContain('class="preview-errors"');
  await until(() => told.slice(before).some(({ findings = 0 }) => findings > 0) || undefined);
  write('story.yaml', 'title: [The Lamp\n\tx: y: z\n');
  await pageWith('', 'story.yaml:');
  write('07-new.md', '---\ntitle: Mended\n---\n\nIt begins.\n');
  expect(await pageWith('chapters/new/', 'Mended')).not.toContain('does not parse');
});
