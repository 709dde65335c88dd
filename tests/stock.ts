/** A small manuscript that is known to be clean, and files laid over it in memory. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparePaths, type Gathered } from '../src/manuscript/gather.ts';
import type { Manuscript } from '../src/manuscript/model.ts';
import { manuscriptReader } from '../src/manuscript/read.ts';

const stockFolder = join(import.meta.dirname, 'manuscripts/stock');

export const stockFiles: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(stockFolder).map((file) => [file, readFileSync(join(stockFolder, file), 'utf8')]),
);

/** A manuscript from files in memory: every `.md` a chapter. */
export function manuscriptOf(files: Readonly<Record<string, string>>): Manuscript {
  const paths = Object.keys(files).sort(comparePaths);
  const sources = (form: RegExp) =>
    paths.filter((file) => form.test(file)).map((file) => ({ file, text: files[file] as string }));
  const story = sources(/^story\.yaml$/)[0];
  const gathered: Gathered = {
    folder: '/a/story',
    chapters: sources(/\.md$/),
    bible: sources(/^bible(?:\/[^/]+)?\.yaml$/),
    ...(story ? { story } : {}),
    files: new Set(paths),
    passedOver: [],
    problems: [],
  };
  return manuscriptReader().compose(gathered);
}

/** The stock manuscript with other files in the place of its own, or beside them; an empty text takes a file away. */
export function stockWith(files: Readonly<Record<string, string>>): Manuscript {
  return manuscriptOf(
    Object.fromEntries(Object.entries({ ...stockFiles, ...files }).filter(([, text]) => text !== '')),
  );
}
