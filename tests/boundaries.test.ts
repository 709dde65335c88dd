/** Who may import whom, and that the lockfile serves every system. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const source = join(root, 'src');

const allowed: Readonly<Record<string, readonly string[]>> = {
  manuscript: [],
  analysis: ['manuscript'],
  lint: ['manuscript'],
  rules: ['manuscript', 'analysis', 'lint'],
  reports: ['manuscript', 'analysis', 'lint'],
  editions: ['manuscript'],
  site: ['manuscript', 'lint', 'rules', 'reports', 'editions'],
  cli: ['manuscript', 'analysis', 'lint', 'rules', 'reports', 'editions', 'site'],
};

/** `src/rules/time/age.ts` lies in `rules`, `src/lint.ts` in `lint`. */
const roomOf = (path: string): string =>
  path
    .slice(source.length + 1)
    .split('/')[0]
    ?.replace(/\.ts$/, '') ?? '';

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:ts|astro)$/.test(file))
  .map((file) => join(source, file));

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g);
  return [...found]
    .map(([, target = '']) => resolve(dirname(file), target))
    .filter((target) => target.startsWith(source));
}

describe('imports', () => {
  test.each(Object.entries(allowed))('%s imports only what it may', (room, rooms) => {
    const own = files.filter((file) => roomOf(file) === room);
    expect(own.length).toBeGreaterThan(0);
    const foreign = own.flatMap((file) =>
      importsOf(file)
        .filter((target) => roomOf(target) !== room && !rooms.includes(roomOf(target)))
        .map((target) => `${file.slice(root.length + 1)} → ${target.slice(root.length + 1)}`),
    );
    expect(foreign).toEqual([]);
  });

  test('every file of the source stands in a room', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in allowed))).toEqual([]);
  });
});

interface LockedPackage {
  readonly optional?: boolean;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

test('the lockfile holds every platform package that it speaks of, and names no registry', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const names = new Set(
    Object.keys(lock.packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
  );
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `${path || 'padd'} → ${name}`),
  );
  expect(missing).toEqual([]);
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([]);
});
