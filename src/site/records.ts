/** The chapters as they are indexed: their prose and nothing else, in volumes of a size that is quickly indexed anew. */

import { gunzipSync } from 'node:zlib';
import { xmlText } from '../editions/epub/xml.ts';
import { digestOf } from '../editions/memory.ts';
import { paddVersion } from '../editions/version.ts';
import type { ChapterPage } from './chapters.ts';
import type { IndexOrder } from './indexer.ts';
import type { Site } from './site.ts';

/** Chapters of a volume. A reader who searches fetches a program of 70 kB for each, so that few stories have two. */
const MOST = 250;

export interface Volume {
  /** Below the site: `pagefind`, `pagefind/2`. */
  readonly folder: string;
  /** How many chapters stand before it. */
  readonly before: number;
  readonly order: () => IndexOrder;
  /** Of all that it is made from. */
  readonly key: string;
}

/** What stands in the prose and is none: the interface’s words, marks of notes, the reading of ideographs. */
const excludeSelectors = [
  '.passage-note',
  '[data-footnote-ref]',
  '[data-footnote-backref]',
  '.notes-title',
  'rt',
  'rp',
];

export function volumesOf(site: Site): readonly Volume[] {
  const { chapters, language } = site;
  return Array.from({ length: Math.ceil(chapters.length / MOST) }, (_, i) => {
    const before = i * MOST;
    const pages = chapters.slice(before, before + MOST);
    const told = pages.map(({ slug, number, title, safeTitle, hidden, proseDigest }) =>
      JSON.stringify([slug, number, title, safeTitle, hidden, proseDigest()]),
    );
    return {
      folder: i === 0 ? 'pagefind' : `pagefind/${i + 1}`,
      before,
      order: () => ({
        language,
        excludeSelectors,
        records: pages.map((page, at) => ({
          url: `/chapters/${page.slug}/`,
          content: recordOf(page, before + at + 1, site),
        })),
      }),
      key: digestOf([paddVersion(), language, ...told]),
    };
  });
}

/** A chapter: its title, its prose, and which of all chapters it is. */
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

/**
 * Which of the chapters a record is. The names of the records are written down in the order of the chapters, so that the
 * page knows where an answer stands before it fetches it; filters would do the same, but not in the same bytes every time.
 */
export function chapterOf(record: Uint8Array): number {
  const text = gunzipSync(record).toString();
  const { meta } = JSON.parse(text.slice(text.indexOf('{'))) as { meta: { n: string } };
  return Number(meta.n);
}
