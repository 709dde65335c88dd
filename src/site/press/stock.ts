/**
 * The sheets of the build before: one that would be printed the same again is taken from here. They are linked and not
 * copied where the system can, so that a file which lies in a site and here is one. Somebody may have edited it there since:
 * one that is not as it was put is printed anew.
 *
 * Every chapter has a folder of its own, and to make and remove a thousand of them takes longer than all else about them. So
 * these go round: out of the stock into the new site, and out of the old site, once it is no longer shown, into the stock.
 */

import {
  copyFileSync,
  linkSync,
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
  /** Has a file that lies in the new site. */
  readonly put: (file: string, key: string) => void;
  /**
   * Makes the stock ready for the next build, and throws away what was neither taken nor put.
   *
   * @param shown the new site, in its place
   * @param old the one before, where there is one: nobody needs it any more
   */
  readonly settle: (shown: string, old?: string) => void;
}

/** Files by their path below the site, and beside them what they were printed from. */
export function stockIn(folder: string): Stock {
  const list = join(folder, 'keys.json');
  const sheets = join(folder, 'sheets');
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
        if (goesRound(file)) makeFolder(dirname(dirname(path)));
        if (!goesRound(file) || !moveFolder(dirname(sheet), dirname(path))) {
          makeFolder(dirname(path));
          linkOrCopy(sheet, path);
        }
      } catch {
        // Lost in between: it is printed.
        return false;
      }
      now.set(file, known);
      return true;
    },
    put(file, key) {
      now.set(file, { key, state: undefined });
    },
    settle(shown, old) {
      goRound(old && join(old, CHAPTERS), join(sheets, CHAPTERS), now);
      folders.clear();
      for (const [file, { key, state }] of now) {
        const sheet = join(sheets, file);
        if (state !== undefined && state === stateOf(sheet)) continue;
        makeFolder(dirname(sheet));
        rmSync(sheet, { force: true });
        linkOrCopy(join(shown, file), sheet);
        now.set(file, { key, state: stateOf(sheet) });
      }
      for (const file of before.keys()) if (!now.has(file)) rmSync(join(sheets, file), { force: true });
      mkdirSync(folder, { recursive: true });
      writeFileSync(list, JSON.stringify([...now]));
    },
  };
}

interface Kept {
  readonly key: string;
  /** Undefined until it lies in the stock. */
  readonly state: string | undefined;
}

/** Below a site, the folder in which each page has a folder. */
const CHAPTERS = 'chapters';

const goesRound = (file: string): boolean => dirname(dirname(file)) === CHAPTERS;

/** Moves a folder, if it holds one file and nothing else: somebody may have put more into it. */
function moveFolder(from: string, to: string): boolean {
  try {
    if (readdirSync(from).length !== 1) return false;
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Moves the folders of an old site’s chapters, all at once, to where the stock’s were: what it still has is of no use. */
function goRound(old: string | undefined, stock: string, now: ReadonlyMap<string, Kept>): void {
  if (old === undefined) return;
  try {
    statSync(old);
    rmSync(stock, { recursive: true, force: true });
    mkdirSync(dirname(stock), { recursive: true });
    renameSync(old, stock);
  } catch {
    // It has no chapters, or lies on another disk: they are linked or copied.
    return;
  }
  const kept = new Set([...now.keys()].filter(goesRound).map((file) => basename(dirname(file))));
  for (const name of readdirSync(stock))
    if (!kept.has(name)) rmSync(join(stock, name), { recursive: true, force: true });
}

/** Another where a file has been written since, or another has been put in its place. */
function stateOf(path: string): string | undefined {
  const at = statSync(path, { throwIfNoEntry: false });
  return at && `${at.size} ${at.mtimeMs} ${at.ino}`;
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
