/**
 * What a build leaves for the next one. A run takes the folder away while it works, and puts it back when all went well:
 * two runs at once never meet in it, and one that was broken off leaves nothing behind that the next could believe.
 */

import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRunning } from './workshop.ts';

export interface Cache {
  /** Where the run may read and write. */
  readonly folder: string;
  readonly keep: () => void;
  readonly drop: () => void;
}

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
