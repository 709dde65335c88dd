/** The package document: what the book is, which files it has, and in which order they are read. */

import { readingMinutes, wordCount } from '../../manuscript/words.ts';
import { licenceOf } from '../licence.ts';
import { accessibilityMetadata, type Content } from './accessibility.ts';
import { type Book, isAuthor, line, plainNote } from './book.ts';
import { webAddress } from './mend.ts';
import type { Landmark } from './navigation.ts';
import { relatorOf } from './relators.ts';
import { sortName, sortTitle } from './sorting.ts';
import { xml } from './xml.ts';

export interface Resource {
  readonly id: string;
  readonly file: string;
  readonly mediaType: string;
  readonly properties?: string;
  /** Where it stands in the reading order: in it, beside it, or nowhere. */
  readonly spine?: 'linear' | 'aside';
}

export interface PackageParts {
  /** Every file of the book but this one, those of the spine in reading order. */
  readonly resources: readonly Resource[];
  readonly landmarks: readonly Landmark[];
  readonly content: Content;
  /** Whether it sets its titles in a font of its own. */
  readonly hasFont: boolean;
}

const APPLE = 'http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/';

export function packageDocument(book: Book, { resources, landmarks, content, hasFont }: PackageParts): string {
  const spine = resources.filter((resource) => resource.spine !== undefined);
  const direction = book.direction === 'rtl' ? 'rtl' : undefined;
  const guide = landmarks.filter((landmark) => landmark.guide !== undefined);
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'pub-id',
      'xml:lang': book.language,
      dir: direction,
      prefix: hasFont ? `ibooks: ${APPLE}` : undefined,
    },
    [
      xml('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
        ...bibliography(book),
        ...accessibilityMetadata(content),
        ...measures(book),
        // Apple Books shows fonts of a book only where it is told that there are any.
        ...(hasFont ? [meta('ibooks:specified-fonts', 'true')] : []),
      ]),
      xml(
        'manifest',
        {},
        resources.map(({ id, file, mediaType, properties }) =>
          xml('item', { id, href: file, 'media-type': mediaType, properties }),
        ),
      ),
      xml(
        'spine',
        { toc: 'ncx', 'page-progression-direction': direction },
        spine.map(({ id, spine: place }) =>
          xml('itemref', { idref: id, linear: place === 'aside' ? 'no' : undefined }),
        ),
      ),
      xml(
        'guide',
        {},
        guide.map(({ guide: type, title, file }) => xml('reference', { type, title, href: file })),
      ),
    ],
  )}\n`;
}

const meta = (property: string, content: string, refines?: string, scheme?: string): string =>
  xml('meta', { refines, property, scheme }, content);

/** Title, people, subjects, dates and series, in the order that shops and libraries read them. */
function bibliography(book: Book): string[] {
  const { manuscript, publication, title, subtitle, language } = book;
  const { story } = manuscript;
  const { publisher, summary, published, url, rights, license, series } = story.fields;
  const text = (name: string, value: string | undefined, id?: string): string[] =>
    value ? [xml(`dc:${name}`, { id }, value)] : [];
  const house = publisher && line(book, publisher.value);
  const seriesTitle = series?.title && line(book, series.title.value);
  const rightsLine = [rights?.value, license?.value].flatMap((part) => (part ? [line(book, part)] : [])).join('. ');
  const licensed = license && licenceOf(license.value).href;
  return [
    ...text('identifier', book.identifier, 'pub-id'),
    ...text('title', title, 'title'),
    meta('title-type', 'main', '#title'),
    meta('file-as', sortTitle(title, language), '#title'),
    ...(subtitle
      ? [
          ...text('title', subtitle, 'subtitle'),
          meta('title-type', 'subtitle', '#subtitle'),
          meta('file-as', sortTitle(subtitle, language), '#subtitle'),
        ]
      : []),
    ...text('language', language),
    ...people(book),
    ...(house
      ? [...text('publisher', house, 'publisher'), meta('file-as', sortTitle(house, language), '#publisher')]
      : []),
    ...text('description', summary && plainNote(book, summary.value)),
    // The first subject is the shelf that Apple Books puts it on.
    ...subjects(book).flatMap((subject) => text('subject', subject)),
    ...text('date', dayOf(published?.value.text)),
    ...text('source', webAddress(url?.value ?? '')),
    ...text('rights', rightsLine),
    ...(licensed ? [meta('dcterms:license', licensed)] : []),
    ...text('type', 'Text'),
    meta('dcterms:modified', publication.modified),
    ...(seriesTitle
      ? [
          xml('meta', { id: 'series', property: 'belongs-to-collection' }, seriesTitle),
          meta('collection-type', 'series', '#series'),
          ...(series?.position ? [meta('group-position', String(series.position.value), '#series')] : []),
        ]
      : []),
  ];
}

/** A day as shops read it, with no hour and from the first year on: `2026`, `2026-09`, `2026-09-01`. */
export const dayOf = (written: string | undefined): string | undefined =>
  /^(?!0000)\d{4}(?:-\d\d(?:-\d\d)?)?(?!\d)/.exec(written ?? '')?.[0];

function people(book: Book): string[] {
  const { authors } = book.manuscript.story;
  const written = authors.flatMap(({ name, sortAs, role }, index): string[] => {
    const id = `person-${index + 1}`;
    const code = relatorOf(role);
    const shown = line(book, name);
    if (!shown) return [];
    return [
      xml(isAuthor(role) ? 'dc:creator' : 'dc:contributor', { id }, shown),
      ...(code ? [meta('role', code, `#${id}`, 'marc:relators')] : []),
      meta('file-as', line(book, sortAs ?? '') || sortName(shown, book.language), `#${id}`),
      meta('display-seq', String(index + 1), `#${id}`),
    ];
  });
  const maker = [
    xml('dc:contributor', { id: 'maker' }, 'Padd'),
    meta('role', 'bkp', '#maker', 'marc:relators'),
    meta('file-as', 'Padd', '#maker'),
  ];
  return [...written, ...maker];
}

/** The shelf first, then what archives sort by. */
function subjects(book: Book): readonly string[] {
  const { genre, fandoms = [], relationships = [], tags = [] } = book.manuscript.story.fields;
  const fandom = fandoms.some(({ value }) => !/^original works?$/i.test(value.trim()));
  const shelf = genre?.map(({ value }) => value) ?? (fandom ? ['Fan fiction'] : []);
  const named = book.publication.cast.map(({ tag }) => tag);
  const [worlds, pairs, others] = [fandoms, relationships, tags].map((list) => list.map(({ value }) => value));
  const all = [...shelf, ...(worlds ?? []), ...(pairs ?? []), ...named, ...(others ?? [])];
  return [...new Set(all.map((text) => line(book, text)))].filter(Boolean);
}

/** Counts, and what only older or particular readers know. */
function measures(book: Book): string[] {
  const { manuscript, publication } = book;
  const words = publication.chapters.reduce((sum, chapter) => sum + wordCount(chapter), 0);
  const { series, genre, rating, status } = manuscript.story.fields;
  const seriesTitle = series?.title && line(book, series.title.value);
  const said = (property: string, texts: readonly { readonly value: string }[]): string[] =>
    texts.flatMap(({ value }) => line(book, value) || []).map((text) => meta(property, text));
  const legacy = (name: string, content: string): string => xml('meta', { name, content });
  return [
    meta('schema:wordCount', String(words)),
    meta('schema:timeRequired', `PT${readingMinutes(words)}M`),
    ...said('schema:genre', genre ?? []),
    ...said('schema:contentRating', rating ? [rating] : []),
    ...(status ? [meta('schema:creativeWorkStatus', status.value)] : []),
    // A Nook finds its cover by this, with the name before the content.
    legacy('cover', 'cover-image'),
    ...(seriesTitle ? [legacy('calibre:series', seriesTitle)] : []),
    ...(seriesTitle && series?.position ? [legacy('calibre:series_index', String(series.position.value))] : []),
  ];
}
