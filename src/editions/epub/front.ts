/** The pages before the story: the cover, the title page, and those that open a part. */

import type { Part } from '../../manuscript/model.ts';
import { type Book, line, pageOf, SEPARATOR, say } from './book.ts';
import { type Child, h } from './page.ts';

/** A page with the cover alone, as Kobo asks for it. */
export function coverPage(book: Book, image: string, alt: string): string {
  const picture = h('img', { src: image, alt, role: 'doc-cover' });
  return pageOf(book, {
    title: book.words.cover,
    content: [h('section', { className: ['cover'], epubType: 'cover' }, picture)],
  });
}

export function titlePage(book: Book): string {
  const { story } = book.manuscript;
  const { series, rating, warnings, fandoms } = story.fields;
  const authors = book.authors ? h('p', { className: ['author'] }, book.authors) : undefined;
  const from = series?.title
    ? h('p', { className: ['series'] }, line(book, book.words.inSeries(series.title.value, series.position?.value)))
    : undefined;
  const several = (texts: readonly { readonly value: string }[], separator: string): string =>
    texts.flatMap(({ value }) => line(book, value) || []).join(separator);
  const worlds = several(fandoms ?? [], ', ');
  const facts = [rating ? [rating] : [], warnings ?? []]
    .map((texts) => several(texts, SEPARATOR))
    .flatMap((text) => (text ? [h('p', { className: ['facts'] }, text)] : []));
  const content: Child[] = [
    '\n',
    h('h1', { epubType: 'title' }, book.title),
    book.subtitle
      ? h('p', { className: ['subtitle'], epubType: 'subtitle', role: 'doc-subtitle' }, book.subtitle)
      : undefined,
    from,
    h('hr', { className: ['star'] }),
    authors,
    worlds ? h('p', { className: ['world'] }, worlds) : undefined,
    facts,
    h('p', { className: ['more'] }, h('a', { href: 'about.xhtml' }, say(book, book.words.about))),
    '\n',
  ];
  return pageOf(book, {
    title: book.title,
    division: 'frontmatter',
    content: [h('section', { className: ['title-page'], epubType: 'titlepage' }, content)],
  });
}

/** The title of a part, on a page of its own. */
export function partPage(book: Book, part: Part): string {
  const title = line(book, part.title);
  return pageOf(book, {
    title,
    division: 'bodymatter',
    content: [
      h(
        'section',
        { className: ['part'], epubType: 'part', role: 'doc-part', ariaLabelledBy: ['title'] },
        h('h1', { id: 'title' }, title),
      ),
    ],
  });
}
