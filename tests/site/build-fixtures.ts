/** Builds the sites that tests look at, all at once in one process, into the folder that is named; others by name alone. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openPublication } from '../../src/editions/publication.ts';
import { readManuscript } from '../../src/manuscript/read.ts';
import { buildSite } from '../../src/site/build.ts';

const [out = '', ...only] = process.argv.slice(2);
const manuscripts = join(import.meta.dirname, '../manuscripts');

/** Where each is told that it lives is its own `url`, where it has one. */
const sites: Readonly<Record<string, readonly [manuscript: string, base?: string]>> = {
  reading: ['reading'],
  again: ['reading'],
  rtl: ['right-to-left'],
  bare: ['bare', 'deep/er'],
  long: ['long', 'far/off'],
  french: ['french'],
  hostile: ['hostile-markdown'],
  japanese: ['japanese', 'ja'],
  kitchen: ['kitchen-sink'],
  regency: ['regency'],
  stock: ['stock'],
};

async function build(name: string, [manuscript, base]: readonly [string, string?]): Promise<void> {
  const outDir = join(out, name);
  mkdirSync(outDir, { recursive: true });
  await buildSite({
    publication: openPublication(readManuscript(join(manuscripts, manuscript)), {
      now: Date.UTC(2026, 2, 1),
    }),
    outDir,
    base,
    downloads: [{ path: 'story.epub', bytes: 412_345, label: 'EPUB' }],
  });
}

await Promise.all(
  Object.entries(sites)
    .filter(([name]) => only.includes(name))
    .map(([name, site]) => build(name, site)),
);
