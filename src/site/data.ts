/** What machines are told of a page in the words of schema.org: the book on its first page, a chapter on its own. */

import { isAuthor } from '../editions/epub/book.ts';
import type { ChapterPage } from './chapters.ts';
import { feedId, instant } from './feeds/entries.ts';
import { booksOf } from './feeds/opds.ts';
import type { Site } from './site.ts';

type Data = Readonly<Record<string, unknown>>;

/** JSON that may stand in a page. */
export interface PageData {
  readonly book: () => string;
  /** @param position which of the published chapters it is, from 1 */
  readonly chapter: (page: ChapterPage, position: number) => string;
}

export const dataOf = (site: Site): PageData => ({
  book: () => jsonLd(bookData(site)),
  chapter: (page, position) => jsonLd(chapterData(site, page, position)),
});

const CONTEXT = 'https://schema.org';
const DAY = 86_400_000;
/** A book of more chapters names none of them on its first page, which would be mostly names; each still names the book. */
const MOST_PARTS = 100;

function bookData(site: Site): Data {
  const { story, chapters, publication, addresses, cover, cards } = site;
  const { authors, fields } = publication.manuscript.story;
  const at = (href: string | undefined): string | undefined => (href ? addresses.absolute(href) : undefined);
  const people = (writing: boolean): Data[] =>
    authors.filter(({ role }) => isAuthor(role) === writing).map(({ name }) => ({ '@type': 'Person', name }));
  const values = (list: readonly { readonly value: string }[] | undefined): string[] | undefined =>
    list?.length ? list.map(({ value }) => value) : undefined;
  const worlds = values(fields.fandoms)?.filter((name) => !/^original works?$/i.test(name));
  const { series } = fields;
  return {
    '@context': CONTEXT,
    ...bookOf(site),
    alternateName: story.subtitle,
    author: some(people(true)),
    contributor: some(people(false)),
    inLanguage: site.language,
    bookFormat: 'https://schema.org/EBook',
    description: story.description,
    wordCount: chapters.reduce((sum, { words }) => sum + words, 0),
    genre: values(fields.genre),
    keywords: values(fields.tags),
    isBasedOn: worlds?.length ? worlds.map((name) => ({ '@type': 'CreativeWork', name })) : undefined,
    isPartOf: series?.title && { '@type': 'BookSeries', name: series.title.value, position: series.position?.value },
    contentRating: fields.rating?.value,
    creativeWorkStatus: fields.status?.value,
    license: story.licence?.href ?? story.licence?.name,
    copyrightNotice: story.rights,
    publisher: fields.publisher && { '@type': 'Organization', name: fields.publisher.value },
    datePublished: fields.published && instant(fields.published.value.earliest * DAY),
    dateModified: publication.modified,
    image: at(cover ?? cards?.href()),
    isAccessibleForFree: true,
    accessMode: ['textual'],
    accessModeSufficient: [{ '@type': 'ItemList', itemListElement: ['textual'] }],
    accessibilityFeature: ['displayTransformability', 'readingOrder', 'structuralNavigation', 'tableOfContents'],
    accessibilityHazard: ['none'],
    encoding: some(
      booksOf(site).map(({ href, bytes }) => ({
        '@type': 'MediaObject',
        encodingFormat: 'application/epub+zip',
        contentUrl: at(href) ?? href,
        contentSize: `${bytes} B`,
      })),
    ),
    hasPart:
      chapters.length <= MOST_PARTS
        ? chapters.map((page, i) => ({ '@type': 'Chapter', position: i + 1, name: page.safeLabel, url: at(page.href) }))
        : undefined,
  };
}

function chapterData(site: Site, page: ChapterPage, position: number): Data {
  const { addresses, cards, language } = site;
  return {
    '@context': CONTEXT,
    '@type': 'Chapter',
    name: page.safeLabel,
    position,
    url: addresses.absolute(page.href),
    inLanguage: language,
    description: page.safeSummary,
    wordCount: page.words,
    datePublished: page.published === undefined ? undefined : instant(page.published),
    dateModified: instant(site.changed(page)),
    image: cards && addresses.absolute(cards.href(page)),
    isPartOf: bookOf(site),
  };
}

const bookOf = (site: Site): Data => ({
  '@type': 'Book',
  '@id': feedId(site),
  name: site.story.title,
  url: site.addresses.absolute(site.addresses.to('')),
});

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

/** Nothing in it can end the element that holds it. */
const jsonLd = (data: Data): string => JSON.stringify(data).replaceAll('<', '\\u003C');
