/** The EPUB: EPUB 3.3, the same bytes on every build. Its parts are made in `epub/`. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slugOf } from '../manuscript/headings.ts';
import { languageAdvice, pictureAdvice } from './epub/advice.ts';
import { aboutPage, colophonPage } from './epub/back.ts';
import { type Book, bookOf, line } from './epub/book.ts';
import { companionOf } from './epub/companion.ts';
import { type Document, pack } from './epub/container.ts';
import { titleFontOf } from './epub/font.ts';
import { coverPage, titlePage } from './epub/front.ts';
import { jacketOf } from './epub/jacket.ts';
import { type Entry, type Landmark, navigationPage, ncx } from './epub/navigation.ts';
import { dayOf, packageDocument, type Resource } from './epub/package.ts';
import { storyPages } from './epub/story.ts';
import type { Edition, PublishedFile } from './index.ts';
import { noMemory } from './memory.ts';
import type { Publication } from './publication.ts';

/** The book, and the picture of its cover in the size that shops want where it is drawn here. */
export const epub: Edition = { name: 'epub', publish };

async function publish(publication: Publication, memory = noMemory): Promise<readonly PublishedFile[]> {
  const book = bookOf(publication);
  const { words, pictures, identifier } = book;
  const jacket = jacketOf(book, memory);
  const { font, advice: fontAdvice } = titleFontOf(book);
  const companion = companionOf(book);
  const { pages, entries, aside } = storyPages(book, companion, memory);
  const front = {
    cover: { file: 'cover.xhtml', title: words.cover, xhtml: coverPage(book, jacket.file, jacket.alt) },
    title: { file: 'title.xhtml', title: words.titlePage, xhtml: titlePage(book) },
  };
  const ending: readonly Document[] = [
    { file: 'about.xhtml', title: words.about, xhtml: aboutPage(book) },
    { file: 'colophon.xhtml', title: words.colophon, xhtml: colophonPage(book) },
  ];
  const back = [...companion.pages, ...ending];
  const contents: readonly Entry[] = [
    ...entries,
    ...[...companion.entries, ...ending].map(({ title, file }) => ({ title, file })),
  ];
  const landmarks = landmarksOf(book, pages[0]);
  // Only now, with every page made, is it known which pictures the book shows.
  const shown = pictures.shown();
  const resources: readonly Resource[] = [
    page(front.cover, 'aside'),
    page(front.title),
    { ...page({ file: 'toc.xhtml' }), properties: 'nav' },
    ...[...pages, ...back].map((document) => page(document)),
    ...aside.map((document) => page(document, 'aside')),
    { id: 'ncx', file: 'toc.ncx', mediaType: 'application/x-dtbncx+xml' },
    { id: 'style', file: 'style.css', mediaType: 'text/css' },
    { id: 'cover-image', file: jacket.file, mediaType: jacket.mediaType, properties: 'cover-image' },
    ...(font ? [{ id: 'title-font', file: font.file, mediaType: font.mediaType }] : []),
    ...shown.map(({ file, mediaType }) => ({ id: file.replace(/\..*$/, ''), file, mediaType })),
  ];
  const content = {
    tellingPictures: pictures.tell(),
    movingPictures: shown.some(({ moves }) => moves),
    evaluation: evaluationOf(book),
  };
  const bytes = await pack(
    {
      title: book.title,
      identifier,
      css: [style(), ...(font ? [font.css] : [])].join('\n'),
      packageDocument: packageDocument(book, { resources, landmarks, content, hasFont: font !== undefined }),
      navigation: navigationPage(book, contents, landmarks),
      ncx: ncx(book, contents),
      documents: [front.cover, front.title, ...pages, ...back, ...aside],
      assets: [...[...(font ? [font] : []), ...shown].map(({ file, bytes }) => ({ file, bytes: () => bytes })), jacket],
    },
    memory,
  );
  const name = [...slugOf(publication.manuscript.story.title)].slice(0, 60).join('') || 'story';
  return [
    {
      path: `${name}.epub`,
      bytes,
      advice: [...languageAdvice(book), ...jacket.advice, ...fontAdvice, ...pictureAdvice(book)],
    },
    ...(jacket.forShops ? [{ path: `${name}-cover.jpg`, bytes: jacket.forShops() }] : []),
  ];
}

const page = (
  { file }: { readonly file: string },
  spine: Resource['spine'] = 'linear',
): Resource & { spine: string } => ({
  id: `page-${file.replace(/\.xhtml$/, '')}`,
  file,
  mediaType: 'application/xhtml+xml',
  spine,
});

function landmarksOf({ words }: Book, first: Document | undefined): readonly Landmark[] {
  return [
    { type: 'cover', guide: 'cover', title: words.cover, file: 'cover.xhtml' },
    { type: 'titlepage', guide: 'title-page', title: words.titlePage, file: 'title.xhtml' },
    { type: 'toc', guide: 'toc', title: words.contents, file: 'toc.xhtml' },
    ...(first ? [{ type: 'bodymatter', guide: 'text', title: words.start, file: first.file }] : []),
    { type: 'backmatter', title: words.about, file: 'about.xhtml' },
    { type: 'colophon', guide: 'colophon', title: words.colophon, file: 'colophon.xhtml' },
  ];
}

function evaluationOf(book: Book): { by: string; date: string | undefined } | undefined {
  const { accessibility } = book.manuscript.story.fields;
  const by = line(book, accessibility?.evaluatedBy?.value ?? '');
  return by ? { by, date: dayOf(accessibility?.date?.value.text) } : undefined;
}

/** The prose's own rules, and those that only e-readers need. */
const style = (): string =>
  ['prose.css', 'epub.css']
    .map((file) => readFileSync(join(import.meta.dirname, '../../styles', file), 'utf8'))
    .join('\n');
