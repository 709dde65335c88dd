/**
 * What a build leaves for the next one. A run takes the folder away while it works, and puts it back when all went well:
 * two runs at once never meet in it, and one that was broken off leaves nothing behind that the next could believe.
 */

import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRunning } from '../site/workshop.ts';

export interface Cache {
  /** Where the run may read and write. */
  readonly folder: string;
  readonly keep: () => void;
  readonly drop: () => void;
}

/** How many manuscripts are remembered, those that were built last, and for how long after that. */
const MOST = 24;
const LONGEST = 60 * 86_400_000;

let taken = 0;

/** Undefined where nothing can be written: a build needs no cache. */
export function takeCache(path: string): Cache | undefined {
  taken += 1;
  const folder = `${path}.${process.pid}-${taken}`;
  const drop = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    mkdirSync(dirname(path), { recursive: true });
    removeLeftovers(path);
    try {
      renameSync(path, folder);
    } catch {
      // None yet, or another run has it.
      mkdirSync(folder);
    }
  } catch {
    return undefined;
  }
  return {
    folder,
    drop,
    keep() {
      try {
        rmSync(path, { recursive: true, force: true });
        renameSync(folder, path);
        utimesSync(path, new Date(), new Date());
        removeOld(dirname(path));
      } catch {
        drop();
      }
    },
  };
}

/** Of runs that were killed. */
function removeLeftovers(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    const [, pid] = name.startsWith(`${basename(path)}.`) ? (/\.(\d+)-\w+$/.exec(name) ?? []) : [];
    if (pid && !isRunning(Number(pid))) rmSync(join(dirname(path), name), { recursive: true, force: true });
  }
}

/** What nobody has built for long, or what is too much: moved and deleted manuscripts leave no other trace. */
function removeOld(caches: string): void {
  const byAge = readdirSync(caches)
    .filter((name) => !name.includes('.'))
    .map((name) => ({ path: join(caches, name), built: statSync(join(caches, name)).mtimeMs }))
    .sort((a, b) => b.built - a.built);
  for (const [i, { path, built }] of byAge.entries())
    if (i >= MOST || built < Date.now() - LONGEST) rmSync(path, { recursive: true, force: true });
}
