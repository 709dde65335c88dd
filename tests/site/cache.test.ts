/** What a build leaves for the next is never older than what the author wrote, and never half of anything. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { takeCache } from '../../src/cli/cache.ts';
import { memoryIn } from '../../src/editions/memory.ts';

const work = mkdtempSync(join(tmpdir(), 'padd-cache-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

test('after every kind of edit a build with a cache is the same to the byte as one without', {
  timeout: 600_000,
}, () => {
  const told = execFileSync(process.execPath, [join(import.meta.dirname, 'edits.ts'), work], {
    env: { ...process.env, NODE_ENV: undefined },
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { 'files of a site': files, ...differing } = JSON.parse(told) as Record<string, string[]>;
  // Without these it would say less than it means to.
  for (const file of ['feed.xml', 'cards/story.png', 'pagefind/chapters.json', 'story.epub'])
    expect(files).toContain(file);
  expect(Object.keys(differing)).toHaveLength(16);
  expect(Object.entries(differing).filter(([, files]) => files.length > 0)).toEqual([]);
});

test('two runs at once do not meet in it, and what a broken one leaves is not believed', () => {
  const path = join(work, 'shared');
  const first = takeCache(path);
  const second = takeCache(path);
  expect(first?.folder).not.toBe(second?.folder);
  writeFileSync(join(first?.folder ?? '', 'a'), 'half');
  first?.drop();
  second?.keep();
  expect(readdirSync(path)).toEqual([]);
  expect(existsSync(first?.folder ?? '')).toBe(false);
});

test('what was built long ago is not kept for ever, and not more than a few manuscripts are', () => {
  const caches = join(work, 'many');
  const builtAgo = (name: string, days: number): void => {
    const at = new Date(Date.now() - days * 86_400_000);
    mkdirSync(join(caches, name), { recursive: true });
    utimesSync(join(caches, name), at, at);
  };
  builtAgo('forgotten', 100);
  for (let n = 1; n <= 30; n += 1) builtAgo(`story-${n}`, n);
  takeCache(join(caches, 'mine'))?.keep();
  const kept = readdirSync(caches);
  expect(kept).toContain('mine');
  expect(kept).toContain('story-1');
  expect(kept).not.toContain('story-30');
  expect(kept).not.toContain('forgotten');
  expect(kept.length).toBeLessThan(30);
  // One that is built again counts as new, however long ago it was made.
  builtAgo('mine', 100);
  takeCache(join(caches, 'mine'))?.keep();
  expect(readdirSync(caches)).toContain('mine');
});

test('a memory makes nothing twice, keeps what was asked for, and survives nonsense', () => {
  const file = join(work, 'memory.jsonl');
  writeFileSync(file, 'nonsense\n');
  const made: string[] = [];
  const make = (what: string) => () => {
    made.push(what);
    return { what };
  };
  const first = memoryIn(file);
  expect(first.recall(['a', 'b'], make('ab'))).toEqual({ what: 'ab' });
  first.recall(['c'], make('c'));
  first.save();
  const second = memoryIn(file);
  expect(second.recall(['a', 'b'], make('again'))).toEqual({ what: 'ab' });
  expect(second.recall(['ab', ''], make('other'))).toEqual({ what: 'other' });
  second.save();
  expect(made).toEqual(['ab', 'c', 'other']);
  memoryIn(file).recall(['c'], make('c'));
  expect(made.at(-1)).toBe('c');
  expect(made).toHaveLength(4);
  const nowhere = memoryIn(join(work, 'no folder', 'memory.jsonl'));
  expect(nowhere.recall(['d'], make('d'))).toEqual({ what: 'd' });
  nowhere.save();
});
