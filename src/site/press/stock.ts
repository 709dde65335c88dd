/** The sheets of the build before: one that would be printed the same again is taken from here. */

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Stock {
  /** Puts a file in its place and says so, if it was printed from the same. */
  readonly take: (file: string, key: string, path: string) => boolean;
  readonly put: (file: string, key: string, content: Uint8Array) => void;
  /** Throws away what was neither taken nor put. */
  readonly save: () => void;
}

/** Files by their path below the site, and beside them what they were printed from. */
export function stockIn(folder: string): Stock {
  const list = join(folder, 'keys.json');
  const sheets = join(folder, 'sheets');
  const before = readKeys(list);
  const now = new Map<string, string>();
  return {
    take(file, key, path) {
      if (before.get(file) !== key) return false;
      try {
        copyFileSync(join(sheets, file), path);
      } catch {
        // Lost, or the place is not there yet: it is printed.
        return false;
      }
      now.set(file, key);
      return true;
    },
    put(file, key, content) {
      writeInto(join(sheets, file), content);
      now.set(file, key);
    },
    save() {
      for (const file of before.keys()) if (!now.has(file)) rmSync(join(sheets, file), { force: true });
      writeInto(list, JSON.stringify([...now]));
    },
  };
}

function readKeys(list: string): ReadonlyMap<string, string> {
  try {
    return new Map(JSON.parse(readFileSync(list, 'utf8')));
  } catch {
    return new Map();
  }
}

export function writeInto(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
