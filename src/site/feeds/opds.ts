/** A catalogue of one book for reading apps (OPDS 1.2): the EPUB, and what there is to know of it. */

import { xml } from '../../editions/epub/xml.ts';
import type { Site } from '../site.ts';
import { authorsOf, document, linkTo } from './atom.ts';
import { feedId } from './entries.ts';

export const OPDS = 'application/atom+xml;profile=opds-catalog;kind=acquisition';

const types: readonly (readonly [end: RegExp, type: string])[] = [
  [/\.epub$/i, 'application/epub+zip'],
  [/\.jpe?g$/i, 'image/jpeg'],
  [/\.png$/i, 'image/png'],
];
const typeOf = (href: string): string | undefined => types.find(([end]) => end.test(href))?.[1];

/** The files of the site that are books. */
export const booksOf = ({ downloads }: Site): Site['downloads'] =>
  downloads.filter(({ href }) => typeOf(href) === 'application/epub+zip');

export function opdsCatalogue(site: Site): string {
  const { story, addresses, publication, cover } = site;
  const { fields } = publication.manuscript.story;
  const own = addresses.to('opds.xml');
  const subjects = [...(fields.genre ?? []), ...(fields.fandoms ?? []), ...(fields.tags ?? [])].map(
    ({ value }) => value,
  );
  const image =
    cover && typeOf(cover) ? [linkTo(site, 'http://opds-spec.org/image', cover, typeOf(cover) as string)] : [];
  return document(
    xml(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:dc': 'http://purl.org/dc/terms/',
        'xml:lang': site.language,
      },
      [
        xml('id', {}, `${feedId(site)}#opds`),
        xml('title', {}, story.title),
        xml('updated', {}, publication.modified),
        ...authorsOf(site),
        linkTo(site, 'self', own, OPDS),
        linkTo(site, 'start', own, OPDS),
        linkTo(site, 'alternate', addresses.to(''), 'text/html'),
        xml('entry', {}, [
          xml('title', {}, story.title),
          xml('id', {}, feedId(site)),
          xml('updated', {}, publication.modified),
          ...authorsOf(site),
          xml('dc:language', {}, site.language),
          xml('dc:identifier', {}, publication.identifier),
          ...(fields.published ? [xml('dc:issued', {}, fields.published.value.text)] : []),
          ...(fields.publisher?.value ? [xml('dc:publisher', {}, fields.publisher.value)] : []),
          ...(story.rights ? [xml('rights', {}, story.rights)] : []),
          ...[...new Set(subjects)].map((term) => xml('category', { term, label: term }, [])),
          ...(story.description ? [xml('summary', {}, story.description)] : []),
          linkTo(site, 'alternate', addresses.to(''), 'text/html'),
          ...booksOf(site).map(({ href, bytes }) =>
            linkTo(site, 'http://opds-spec.org/acquisition/open-access', href, 'application/epub+zip', {
              length: bytes,
            }),
          ),
          ...image,
        ]),
      ],
    ),
  );
}
