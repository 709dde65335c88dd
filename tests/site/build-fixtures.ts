/** Builds the sites that the tests look at, all at once in one process, into the folder that is named. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openPublication } from '../../src/editions/publication.ts';
import { readManuscript } from '../../src/manuscript/read.ts';
import { buildSite } from '../../src/site/build.ts';

const out = process.argv[2] as string;
const fixtures = join(import.meta.dirname, '../manuscripts');

async function build(name: string, folder: string, base?: string): Promise<void> {
  const outDir = join(out, name);
  mkdirSync(outDir, { recursive: true });
  await buildSite({
    publication: openPublication(readManuscript(folder), { now: Date.UTC(2026, 2, 1) }),
    outDir,
    base,
    downloads: [{ path: 'story.epub', bytes: 412_345, label: 'EPUB' }],
  });
}

await Promise.all([
  build('reading', join(fixtures, 'reading')),
  build('again', join(fixtures, 'reading')),
  build('rtl', join(fixtures, 'right-to-left')),
  build('bare', join(fixtures, 'bare'), 'deep/er'),
]);
