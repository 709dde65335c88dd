/**
 * The sheets of the build before: one that would be printed the same again is taken from here. They are linked and not
 * copied where the system can, so that a file which lies in a site and here is one. Somebody may have edited it there since:
 * one that is not as it was put is printed anew.
 */

import { copyFileSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Stock {
  /** Puts a file in its place and says so, if it was printed from the same. */
  readonly take: (file: string, key: string, path: string) => boolean;
  /** Has a file that lies at a place. */
  readonly put: (file: string, key: string, path: string) => void;
  /** Throws away what was neither taken nor put. */
  readonly save: () => void;
}

/** Files by their path below the site, and beside them what they were printed from. */
export function stockIn(folder: string): Stock {
  const list = join(folder, 'keys.json');
  const sheets = join(folder, 'sheets');
  const before = readKeys(list);
  const now = new Map<string, Kept>();
  const folders = new Set<string>();
  return {
    take(file, key, path) {
      const known = before.get(file);
      const sheet = join(sheets, file);
      if (known?.key !== key || known.state !== stateOf(sheet)) return false;
      try {
        linkOrCopy(sheet, path);
      } catch {
        // Lost in between: it is printed.
        return false;
      }
      now.set(file, known);
      return true;
    },
    put(file, key, path) {
      const sheet = join(sheets, file);
      if (!folders.has(dirname(sheet))) mkdirSync(dirname(sheet), { recursive: true });
      folders.add(dirname(sheet));
      if (before.has(file)) rmSync(sheet, { force: true });
      linkOrCopy(path, sheet);
      now.set(file, { key, state: stateOf(sheet) });
    },
    save() {
      for (const file of before.keys()) if (!now.has(file)) rmSync(join(sheets, file), { force: true });
      mkdirSync(folder, { recursive: true });
      writeFileSync(list, JSON.stringify([...now]));
    },
  };
}

interface Kept {
  readonly key: string;
  readonly state: string | undefined;
}

/** Another where a file has been written since. */
function stateOf(path: string): string | undefined {
  const at = statSync(path, { throwIfNoEntry: false });
  return at && `${at.size} ${at.mtimeMs}`;
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

function readKeys(list: string): ReadonlyMap<string, Kept> {
  try {
    return new Map(JSON.parse(readFileSync(list, 'utf8')));
  } catch {
    return new Map();
  }
}
