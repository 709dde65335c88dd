/** The pages behind the story: what it is about and of what kind, and how this edition was made. */

import { dayIn } from '../facts.ts';
import { licenceOf } from '../licence.ts';
import { nameOf } from '../naming.ts';
import { type Book, line, note, pageOf, say } from './book.ts';
import { keepLinks, keepPictures, placeIn, placesOf, plainAttributes, webAddress } from './mend.ts';
import { type Child, h } from './page.ts';

/** Everything that an archive says above a story, behind it: summary, tags, warnings, disclaimer. */
export function aboutPage(book: Book): string {
  const { manuscript, publication, words } = book;
  const { fields } = manuscript.story;
  const texts = (stated: readonly { readonly value: string }[] | undefined): string[] =>
    (stated ?? []).map(({ value }) => value);
  const count = words.chaptersOf(publication.chapters.length, fields.chaptersPlanned?.value);
  const series = fields.series?.title ? [words.inSeries(fields.series.title.value, fields.series.position?.value)] : [];
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [words.series, series],
    [words.fandoms, texts(fields.fandoms)],
    [words.rating, fields.rating ? [fields.rating.value] : []],
    [words.warnings, texts(fields.warnings)],
    [words.categories, texts(fields.categories)],
    [words.relationships, texts(fields.relationships)],
    [words.characters, publication.cast.map(({ name }) => name)],
    [words.tags, texts(fields.tags)],
    [words.status, [...(fields.status ? [words.states[fields.status.value]] : []), count]],
  ];
  const section = h(
    'section',
    { className: ['about'], ariaLabelledBy: ['title'] },
    '\n',
    h('h1', { id: 'title' }, say(book, words.about)),
    '\n',
    fields.summary
      ? h('div', { className: ['prose', 'summary'] }, note(book, fields.summary.value, 1, 'summary'))
      : undefined,
    h(
      'dl',
      {},
      rows.flatMap(([label, values]): Child[] => {
        const value = values.flatMap((text) => line(book, text) || []).join(', ');
        if (!value) return [];
        // The state and the number of chapters are the edition's words, all others the author's.
        return ['\n', h('dt', {}, say(book, label)), h('dd', {}, label === words.status ? say(book, value) : value)];
      }),
    ),
    fields.disclaimer
      ? h('div', { className: ['prose', 'disclaimer'] }, note(book, fields.disclaimer.value, 1, 'disclaimer'))
      : undefined,
    '\n',
    h('p', { className: ['edition'] }, say(book, editionOf(book))),
    '\n',
  );
  tame(book, section);
  return pageOf(book, { title: words.about, division: 'backmatter', content: [section] });
}

/** When this edition was made, and which chapters are new in it: those of the last day of publication. */
function editionOf({ publication, manuscript, words }: Book): string {
  const { chapters, modified } = publication;
  const days = chapters.map(({ published }) => published?.value.earliest ?? -Infinity);
  const last = Math.max(...days);
  const fresh = chapters.filter((_, index) => days[index] === last);
  const changed = words.changed(dayIn(words, modified.slice(0, 10)));
  if (fresh.length === chapters.length) return changed;
  return `${changed}. ${words.newest(fresh.map((chapter) => nameOf(chapter, manuscript, words)).join(', '))}`;
}

export function colophonPage(book: Book): string {
  const { manuscript, publication, words } = book;
  const { rights, license, publisher, published, url } = manuscript.story.fields;
  const address = webAddress(url?.value ?? '');
  const paragraphs: Child[] = [
    book.authors ? [h('i', {}, book.title), ' ', say(book, words.by(book.authors))] : h('i', {}, book.title),
    rights ? line(book, rights.value) : undefined,
    license ? licenceLine(book, license.value) : undefined,
    publisher ? line(book, publisher.value) : undefined,
    published ? say(book, words.published(dayIn(words, published.value.text))) : undefined,
    say(book, words.changed(dayIn(words, publication.modified.slice(0, 10)))),
    address ? h('a', { href: address }, address) : undefined,
    say(book, words.madeWith),
  ];
  const section = h(
    'section',
    { className: ['colophon'], epubType: 'colophon', role: 'doc-colophon', ariaLabelledBy: ['title'] },
    '\n',
    h('h1', { id: 'title' }, say(book, words.colophon)),
    paragraphs.flatMap((content): Child[] => (content === undefined ? [] : ['\n', h('p', {}, content)])),
    '\n',
  );
  return pageOf(book, { title: words.colophon, division: 'backmatter', content: [section] });
}

/** `Licence: CC BY 4.0`, with the way to its words where they are known. */
function licenceLine(book: Book, id: string): Child {
  const { name, href } = licenceOf(id);
  const said = say(book, book.words.license(name));
  return href ? h('a', { href }, said) : said;
}

/** Texts of YAML may hold pictures and links of any kind; here they lead outside or nowhere. */
function tame(book: Book, section: ReturnType<typeof h>): void {
  keepPictures(section, book.pictures);
  plainAttributes(section);
  const places = placesOf(section);
  keepLinks(
    section,
    '',
    (file) => file === '',
    ({ fragment }) => placeIn(places, fragment),
  );
}
