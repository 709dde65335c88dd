/**
 * What a build leaves for the next one. A run takes the folder away while it works, and puts it back when all went well:
 * two runs at once never meet in it, and one that was broken off leaves nothing behind that the next could believe.
 */

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
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
  let run: string;
  try {
    mkdirSync(dirname(path), { recursive: true });
    removeLeftovers(path);
    run = claim(path, taken);
  } catch {
    return undefined;
  }
  const folder = join(run, 'kept');
  const drop = (): void => rmSync(run, { recursive: true, force: true });
  try {
    renameSync(path, folder);
  } catch {
    // None yet, or another run has it.
    mkdirSync(folder);
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
        // It is made anew.
      }
      drop();
    },
  };
}

/**
 * A folder of this run’s own. The next run has it under the same name, since Node keeps what it compiles by path; two at
 * once, also in one process, have two.
 */
function claim(path: string, first: number): string {
  for (let n = first; ; n += 1) {
    const run = `${path}.run-${n}`;
    try {
      mkdirSync(run);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw error;
    }
    writeFileSync(join(run, PID), String(process.pid));
    return run;
  }
}

const PID = 'pid';
/** A run that has no number yet has only just begun. In milliseconds. */
const BEGINS = 60_000;

/** Of runs that were killed. */
function removeLeftovers(path: string): void {
  for (const name of readdirSync(dirname(path)).filter((other) => other.startsWith(`${basename(path)}.run-`))) {
    const run = join(dirname(path), name);
    if (!isAlive(run)) rmSync(run, { recursive: true, force: true });
  }
}

function isAlive(run: string): boolean {
  try {
    return isRunning(Number(readFileSync(join(run, PID), 'utf8')));
  } catch {
    return Date.now() - (statSync(run, { throwIfNoEntry: false })?.mtimeMs ?? 0) < BEGINS;
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
