/**
 * The sheets of the build before: one that would be printed the same again is taken from here. They are linked and not
 * copied where the system can, so that a file which lies in a site and here is one. Somebody may have edited it there since:
 * one that is not as it was put is printed anew. A chapter has a folder of its own, and to make and remove a thousand of them
 * takes longer than all else about them: those of a site that is no longer shown move into the next as they are.
 */

import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface Stock {
  /** Puts a file in its place, whose folder need not be there, and says so, if it was printed from the same. */
  readonly take: (file: string, key: string, path: string) => boolean;
  /** Has a file that lies at a place. */
  readonly put: (file: string, key: string, path: string) => void;
  /** Keeps what may serve of a site that is no longer shown. */
  readonly retire: (site: string) => void;
  /** Throws away what was neither taken nor put. */
  readonly save: () => void;
}

/** Files by their path below the site, and beside them what they were printed from. */
export function stockIn(folder: string): Stock {
  const list = join(folder, 'keys.json');
  const sheets = join(folder, 'sheets');
  const retired = join(folder, 'retired');
  const before = readKeys(list);
  const now = new Map<string, Kept>();
  const folders = new Set<string>();
  const makeFolder = (path: string): void => {
    if (!folders.has(path)) mkdirSync(path, { recursive: true });
    folders.add(path);
  };
  return {
    take(file, key, path) {
      const known = before.get(file);
      const sheet = join(sheets, file);
      if (known?.key !== key || known.state !== stateOf(sheet)) return false;
      try {
        const place = dirname(path);
        if (dirname(dirname(file)) === CHAPTERS) {
          makeFolder(dirname(place));
          if (moveFolder(join(retired, dirname(file)), basename(file), sheet, place)) {
            now.set(file, known);
            return true;
          }
        }
        makeFolder(place);
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
      makeFolder(dirname(sheet));
      if (before.has(file)) rmSync(sheet, { force: true });
      linkOrCopy(path, sheet);
      now.set(file, { key, state: stateOf(sheet) });
    },
    retire(site) {
      rmSync(retired, { recursive: true, force: true });
      try {
        mkdirSync(retired, { recursive: true });
        renameSync(join(site, CHAPTERS), join(retired, CHAPTERS));
      } catch {
        // There is none, or it lies on another disk.
      }
    },
    save() {
      for (const file of before.keys()) if (!now.has(file)) rmSync(join(sheets, file), { force: true });
      mkdirSync(folder, { recursive: true });
      writeFileSync(list, JSON.stringify([...now]));
    },
  };
}

/** Below a site, the folder in which each page has a folder. */
const CHAPTERS = 'chapters';

/** Moves a folder that holds one file and nothing else, if that file is a sheet: one and the same, not only alike. */
function moveFolder(from: string, name: string, sheet: string, to: string): boolean {
  try {
    const [file, own] = [lstatSync(join(from, name)), lstatSync(sheet)];
    if (!file.isFile() || file.ino === 0 || file.ino !== own.ino || file.dev !== own.dev) return false;
    if (readdirSync(from).length !== 1) return false;
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
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
