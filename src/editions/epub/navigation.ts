/** The ways through the book: the table of contents, the landmarks, and the NCX for readers of the older kind. */

import { type Book, pageOf } from './book.ts';
import { type Child, h } from './page.ts';
import { xml } from './xml.ts';

/** A line of the contents; a part holds its chapters. */
export interface Entry {
  readonly title: string;
  readonly file: string;
  readonly entries?: readonly Entry[];
}

/** A page that readers look for by what it is: a word of the EPUB structural vocabulary, and the old guide's word for it. */
export interface Landmark {
  readonly type: string;
  readonly guide?: string;
  readonly title: string;
  readonly file: string;
}

export function navigationPage(book: Book, entries: readonly Entry[], landmarks: readonly Landmark[]): string {
  const { contents } = book.words;
  return pageOf(book, {
    title: contents,
    division: 'frontmatter',
    content: [
      h(
        'nav',
        { className: ['contents'], epubType: 'toc', role: 'doc-toc', ariaLabelledBy: ['title'] },
        h('h1', { id: 'title' }, contents),
        '\n',
        list(entries),
      ),
      '\n',
      h(
        'nav',
        { epubType: 'landmarks', hidden: true },
        h(
          'ol',
          {},
          landmarks.map(({ type, title, file }) => h('li', {}, h('a', { epubType: type, href: file }, title))),
        ),
      ),
    ],
  });
}

const list = (entries: readonly Entry[]): Child =>
  h(
    'ol',
    {},
    entries.flatMap(({ title, file, entries: inner }): Child[] => [
      '\n',
      h('li', {}, h('a', { href: file }, title), inner ? list(inner) : undefined),
    ]),
    '\n',
  );

export function ncx({ title, authors, language, identifier }: Book, entries: readonly Entry[]): string {
  let order = 0;
  const point = ({ title: label, file, entries: inner = [] }: Entry): string => {
    order += 1;
    return xml('navPoint', { id: `nav-${order}`, playOrder: order }, [
      xml('navLabel', {}, [xml('text', {}, label)]),
      xml('content', { src: file }),
      ...inner.map(point),
    ]);
  };
  const meta = (name: string, content: string | number): string => xml('meta', { name, content });
  const depth = entries.some((entry) => entry.entries) ? 2 : 1;
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml(
    'ncx',
    { xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1', 'xml:lang': language },
    [
      xml('head', {}, [
        meta('dtb:uid', identifier),
        meta('dtb:depth', depth),
        meta('dtb:totalPageCount', 0),
        meta('dtb:maxPageNumber', 0),
      ]),
      xml('docTitle', {}, [xml('text', {}, title)]),
      ...(authors ? [xml('docAuthor', {}, [xml('text', {}, authors)])] : []),
      xml('navMap', {}, entries.map(point)),
    ],
  )}\n`;
}
