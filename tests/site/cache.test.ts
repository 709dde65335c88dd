/** What a build leaves for the next is never older than what the author wrote, and never half of anything. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { takeCache } from '../../src/site/cache.ts';
import { memoryIn } from '../../src/site/memory.ts';

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
  for (const file of ['feed.xml', 'cards/story.png', 'pagefind/chapters.json']) expect(files).toContain(file);
  expect(Object.keys(differing)).toHaveLength(8);
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
});
