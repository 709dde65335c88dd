/** The search index: the prose of the published chapters and nothing else, in the parts that a browser fetches one by one. */

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { xmlText } from '../editions/epub/xml.ts';
import { PublishError } from '../editions/error.ts';
import type { ChapterPage } from './chapters.ts';
import type { IndexAnswer, IndexOrder, IndexRecord } from './indexer.ts';
import type { Stock } from './press/stock.ts';
import type { Site } from './site.ts';

/** Pagefind’s own interfaces, which nobody would see here. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** What stands in the prose and is none: the interface’s words, marks of notes, the reading of ideographs. */
const excludeSelectors = [
  '.passage-note',
  '[data-footnote-ref]',
  '[data-footnote-backref]',
  '.notes-title',
  'rt',
  'rp',
];

/** Files of the index: below the site’s folder for it, and what stands in each. */
export type SearchIndex = readonly { readonly path: string; readonly content: Uint8Array | string }[];

/** An index that is being made. */
export interface Indexing {
  /** Throws where it cannot be made. */
  readonly index: Promise<SearchIndex>;
  /** Nobody wants it any more. */
  readonly stop: () => void;
}

/** Begins to make the index of a site, in a thread beside us: who begins early does not wait for it. */
export function beginIndex(site: Site): Indexing {
  const records: IndexRecord[] = site.chapters.map((page, i) => ({
    url: `/chapters/${page.slug}/`,
    content: recordOf(page, i + 1, site),
  }));
  const order: IndexOrder = { language: site.language, excludeSelectors, records };
  const worker = new Worker(new URL('./indexer.ts', import.meta.url), { workerData: order });
  const made = new Promise<IndexAnswer>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', () => reject(new Error('it was stopped')));
  });
  const index = made.then(
    ({ files, errors }) => (errors.length > 0 ? fail(errors) : namedInOrder(files)),
    (error: Error) => fail([error.message]),
  );
  // It is told to whoever asks for the index.
  index.catch(() => {});
  return { index, stop: () => void worker.terminate() };
}

/** Without what nobody would see, and with the names of the records in the order of the chapters. */
function namedInOrder(made: SearchIndex): SearchIndex {
  const files = made.filter(({ path }) => !unused.test(path));
  const records: string[] = [];
  for (const { path, content } of files)
    if (path.endsWith('.pf_fragment')) records[chapterOf(content as Uint8Array) - 1] = basename(path, '.pf_fragment');
  return [...files, { path: 'chapters.json', content: JSON.stringify(records) }];
}

/** Puts an index below a site’s folder; most of its files are the same after an edit, and taken from the stock. */
export function writeSearchIndex(index: SearchIndex, folder: string, stock?: Stock): void {
  for (const at of new Set(index.map(({ path }) => dirname(path))))
    mkdirSync(join(folder, 'pagefind', at), { recursive: true });
  for (const { path, content } of index) {
    const file = join('pagefind', path);
    const key = createHash('sha256').update(content).digest('base64url');
    if (stock?.take(file, key, join(folder, file))) continue;
    writeFileSync(join(folder, file), content);
    stock?.put(file, key, join(folder, file));
  }
}

/**
 * Which of the chapters a record is. The names of the records are written down in the order of the chapters, so that the
 * page knows where an answer stands before it fetches it; filters would do the same, but not in the same bytes every time.
 */
function chapterOf(record: Uint8Array): number {
  const text = gunzipSync(record).toString();
  const { meta } = JSON.parse(text.slice(text.indexOf('{'))) as { meta: { n: string } };
  return Number(meta.n);
}

/** A chapter as it is indexed: its title, its prose, and which of the chapters it is. */
function recordOf(page: ChapterPage, n: number, { language }: Site): string {
  const title = page.number ? `${page.number}. ${page.title}` : page.title;
  return [
    `<html lang="${xmlText(language)}"><body>`,
    `<h1 data-pagefind-meta="title">${xmlText(title)}</h1>`,
    `<div data-pagefind-ignore="index" data-pagefind-meta="n:${n}"></div>`,
    ...(page.hidden
      ? [`<p data-pagefind-ignore="index" data-pagefind-meta="safe">${xmlText(page.safeTitle)}</p>`]
      : []),
    page.proseHtml(),
    '</body></html>',
  ].join('\n');
}

function fail(errors: readonly string[]): never {
  throw new PublishError(
    `the search index could not be made: ${errors.join('; ')}; \`search: false\` in story.yaml builds the site without it`,
  );
}
