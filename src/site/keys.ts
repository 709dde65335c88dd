/** What the pages of chapters are made from, as digests: where one is the same, so is the page. */

import { digestOf } from '../editions/memory.ts';
import { paddVersion } from '../editions/version.ts';
import type { ChapterPage } from './chapters.ts';
import type { Site } from './site.ts';

const chromes = new WeakMap<Site, string>();

export interface PageKeys {
  /** Of the page of a chapter, counted from 0. */
  readonly chapter: (n: number) => string;
  /** Of a page of many, beside those that its links lead to. */
  readonly chapters: (pages: readonly ChapterPage[], linked: readonly (ChapterPage | undefined)[]) => string;
}

export function pageKeysOf(site: Site): PageKeys {
  const known: string[] = [];
  const chapter = (n: number): string => {
    known[n] ??= chapterKey(site, n);
    return known[n];
  };
  return {
    chapter,
    chapters(pages, linked) {
      const first = pages[0] ? site.chapters.indexOf(pages[0]) : 0;
      return digestOf([
        chromeOf(site),
        ...pages.map((_, i) => chapter(first + i)),
        ...linked.map((other) => (other ? saidOf(other) : '')),
      ]);
    },
  };
}

/** Its own words, its neighbours as it names them, and what stands on every page. */
function chapterKey(site: Site, n: number): string {
  const page = site.chapters[n] as ChapterPage;
  const around = [site.chapters[n - 1], site.chapters[n + 1]];
  const before = site.chapters
    .slice(0, n)
    .filter(({ summary }) => summary)
    .slice(-5);
  return digestOf([
    chromeOf(site),
    String(n),
    saidOf(page),
    page.proseDigest(),
    page.text() ?? '',
    site.data.chapter(page, n + 1),
    site.cards?.href(page) ?? '',
    site.addresses.absolute(page.href) ?? '',
    ...[...around, ...before].map((other) => (other ? saidOf(other) : '')),
  ]);
}

/**
 * All that the site says of itself on the page of a chapter; and whether there is anything behind a link. How long the story is
 * and how large its files are stands elsewhere, and is another after every edit.
 */
function chromeOf(site: Site): string {
  const known = chromes.get(site);
  if (known !== undefined) return known;
  const { chapters, people, chronicle, publication, strings, downloads, story, ...rest } = site;
  const { length: _length, facts: _facts, ...told } = story;
  const { manuscript } = publication;
  const chrome = digestOf([
    paddVersion(),
    said({ ...rest, story: told, downloads: downloads.map(({ href, label }) => [href, label]) }),
    strings.language,
    publication.drafts ? 'drafts' : '',
    JSON.stringify([people.length > 0, chronicle.occasions.length > 1, chapters.length === 1, manuscript.story.title]),
    manuscript.story.source?.text ?? '',
  ]);
  chromes.set(site, chrome);
  return chrome;
}

const pages = new WeakMap<ChapterPage, string>();

/** What a chapter says of itself; the pages around it say it, too. */
function saidOf(page: ChapterPage): string {
  const known = pages.get(page) ?? said(page);
  pages.set(page, known);
  return known;
}

/** Everything but programs and the manuscript itself. */
const said = (value: object): string =>
  JSON.stringify(value, (key, part) => (key === 'chapter' || typeof part === 'function' ? undefined : part));
