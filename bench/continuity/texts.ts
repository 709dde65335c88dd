/** The texts that are put to the test: our own, and real books where they stand. */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gather } from '../../src/manuscript/gather.ts';
import { bookOf } from './overlay.ts';
import { type Text, textOf } from './text.ts';

const root = resolve(import.meta.dirname, '../..');
export const corpus = ['../shared/corpus', '../../shared/corpus'].map((path) => resolve(root, path)).find(existsSync);

/** Clean manuscripts among those of the tests: the others are hostile on purpose, or in languages that no planter speaks. */
const ofTests = ['stock', 'regency'];

export function ownTexts(): readonly Text[] {
  const folders = ['chapters', ...ofTests.map((name) => `tests/manuscripts/${name}`)];
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .map((folder) => textOf(folder, gather(join(root, folder))));
}

/** Real books under bibles of their own. */
export const books = (): readonly Text[] =>
  corpus === undefined ? [] : ['space-viking', 'dracula'].flatMap((name) => bookOf(name, corpus) ?? []);

/** A million words without a bible: only what a text itself contradicts may be found there. */
export const bareBooks = (): readonly Text[] =>
  corpus === undefined ? [] : ['million-words'].flatMap((name) => bookOf(name, corpus) ?? []);
