/** The files of a manuscript folder: the one place where a manuscript touches the disk. */

import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { PassedOver } from './model.ts';
import { withFigures } from './numerals.ts';
import type { Problem } from './problem.ts';
import { headOf, type Source } from './source.ts';

/** What stands in a folder, before anything is understood of it. */
export interface Gathered {
  readonly folder: string;
  /** The chapters' texts, in reading order. */
  readonly chapters: readonly Source[];
  readonly story?: Source;
  readonly bible: readonly Source[];
  readonly files: ReadonlySet<string>;
  readonly passedOver: readonly PassedOver[];
  readonly problems: readonly Problem[];
}

/** A chapter longer than this is no chapter: fifty times the longest of a long novel. */
const LARGEST = 32 * 1024 * 1024;

const chapterFile = /\.(?:md|markdown)$/i;
const foreign = /^(?:readme|licen[cs]e|contributing|summary)(?:\.[\w-]+)?$/i;

const collator = new Intl.Collator('en', { numeric: true });

/** The natural order of two paths: part by part, 2 before 10, 第二章 before 第十章. */
export function comparePaths(a: string, b: string): number {
  const [as, bs] = [a.split('/'), b.split('/')];
  for (let i = 0; i < Math.min(as.length, bs.length); i += 1) {
    const [a, b] = [as[i] as string, bs[i] as string];
    const order = collator.compare(withFigures(a), withFigures(b)) || compareExactly(a, b);
    if (order !== 0) return order;
  }
  return as.length - bs.length;
}

const compareExactly = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Reads a folder. Links that lead out of it are not followed, circles are walked once, and what cannot be read is a
 * problem with a place. Throws only where the folder itself cannot be read.
 */
export function gather(folder: string): Gathered {
  const root = realpathSync(folder);
  const walk: Walk = { root, files: new Set(), passedOver: [], problems: [], seen: new Set() };
  visit(root, walk);
  const paths = [...walk.files].sort(comparePaths);
  const own = paths.filter((path) => chapterFile.test(path) && !path.startsWith('bible/'));
  const isForeign = (path: string): boolean => foreign.test(basename(path).replace(chapterFile, ''));
  // A folder that holds nothing but a README is a story of one chapter of that name.
  const chosen = own.some((path) => !isForeign(path)) ? own.filter((path) => !isForeign(path)) : own;
  for (const file of own)
    if (!chosen.includes(file)) walk.passedOver.push({ file, why: 'it is no chapter by its name' });
  for (const file of paths) {
    if (file.startsWith('bible/') && chapterFile.test(file)) walk.passedOver.push({ file, why: 'the bible is YAML' });
    else if (/\.(?:mdx|txt|docx?|odt|rtf|html?)$/i.test(file))
      walk.passedOver.push({ file, why: 'chapters are Markdown files, .md' });
  }
  const read = (file: string): Source[] => readText(file, walk);
  const story = paths.filter((path) => /^story\.ya?ml$/i.test(path)).flatMap(read)[0];
  return {
    folder,
    chapters: chosen.flatMap(read),
    bible: paths.filter((path) => /^bible(?:\/[^/]+)?\.ya?ml$/i.test(path)).flatMap(read),
    ...(story ? { story } : {}),
    files: walk.files,
    passedOver: walk.passedOver.sort((a, b) => comparePaths(a.file, b.file)),
    problems: walk.problems,
  };
}

interface Walk {
  readonly root: string;
  readonly files: Set<string>;
  readonly passedOver: PassedOver[];
  readonly problems: Problem[];
  /** The real paths of the folders walked, so that a circle of links ends. */
  readonly seen: Set<string>;
}

function visit(directory: string, walk: Walk): void {
  const real = realpathSync(directory);
  if (walk.seen.has(real)) return;
  walk.seen.add(real);
  for (const name of readdirSync(directory).sort(compareExactly)) {
    const path = join(directory, name);
    const file = relative(walk.root, path).split(sep).join('/');
    if (/^[_.]/.test(name) || name === 'node_modules') {
      if (chapterFile.test(name)) walk.passedOver.push({ file, why: `its name begins with ${name[0]}` });
      continue;
    }
    try {
      // A link may point at the outside, or at nothing.
      if (lstatSync(path).isSymbolicLink() && !isWithin(walk.root, realpathSync(path))) {
        if (chapterFile.test(name))
          unreadable(
            file,
            'it is a link that leads out of the manuscript’s folder, and nothing is read from there',
            walk,
          );
        continue;
      }
      const stat = statSync(path);
      if (stat.isDirectory()) {
        const before = walk.files.size;
        visit(path, walk);
        if (chapterFile.test(name) && walk.files.size === before)
          unreadable(file, 'it is an empty folder with a chapter’s name; rename or remove it', walk);
      } else if (stat.isFile()) walk.files.add(file);
      else if (chapterFile.test(name)) unreadable(file, 'it is neither a file nor a folder', walk);
    } catch (error) {
      unreadable(file, sayError(error), walk);
    }
  }
}

export const isWithin = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

function unreadable(file: string, why: string, walk: Walk): void {
  const source: Source = { file, text: '' };
  walk.problems.push({
    rule: 'format/unreadable-file',
    message: `this file is not read: ${why}`,
    span: { source, start: 0, end: 0 },
  });
}

function sayError(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const known: Readonly<Record<string, string>> = {
    EACCES: 'you may not read it; change its permissions',
    EPERM: 'you may not read it; change its permissions',
    ELOOP: 'it is a link that leads back to itself',
    ENOENT: 'it is a link that leads nowhere',
    ENAMETOOLONG: 'its name is too long',
  };
  return known[code] ?? `the system says ${code || String(error)}`;
}

function readText(file: string, walk: Walk): Source[] {
  const path = join(walk.root, file);
  let bytes: Buffer;
  try {
    if (statSync(path).size > LARGEST) {
      unreadable(file, `it is larger than ${LARGEST / 1024 / 1024} MiB; split it into chapters`, walk);
      return [];
    }
    bytes = readFileSync(path);
  } catch (error) {
    unreadable(file, sayError(error), walk);
    return [];
  }
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = bytes.toString(utf16 ? 'utf16le' : 'utf8');
  const source: Source = { file, text };
  if (utf16) {
    const message = 'this file is UTF-16; save it as UTF-8';
    walk.problems.push({ rule: 'format/unreadable-file', message, span: headOf(source) });
    return [source];
  }
  const at = text.indexOf('\uFFFD');
  // A file may hold a true U+FFFD; only bytes that do not survive the way there and back are no UTF-8.
  if (at >= 0 && !Buffer.from(text, 'utf8').equals(bytes)) {
    // A picture or a word processor's document: no encoding of letters has such bytes and NUL too.
    if (bytes.includes(0)) {
      unreadable(file, 'it is no text; save it as plain text in UTF-8, or take it out of the folder', walk);
      return [];
    }
    const message = 'from here on this file is not UTF-8; save it with that encoding';
    walk.problems.push({ rule: 'format/unreadable-file', message, span: { source, start: at, end: at + 1 } });
  }
  return [source];
}
