/** What a chapter’s page is made from, as a digest: where it is the same, so is the page. */

import { digestOf } from '../editions/memory.ts';
import { paddVersion } from '../editions/version.ts';
import type { ChapterPage } from './chapters.ts';
import type { Site } from './site.ts';

const chromes = new WeakMap<Site, string>();

/** Its own words, its neighbours as it names them, and what stands on every page. */
export function pageKey(site: Site, n: number): string {
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
    page.proseHtml(),
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
