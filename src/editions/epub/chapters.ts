/** A chapter as a page: its head, its notes, its prose and its footnotes. */

import type { Element, ElementContent, Root } from 'hast';
import type { Chapter } from '../../manuscript/model.ts';
import { resolveTargets } from '../../manuscript/targets.ts';
import { type House, typeset } from '../../manuscript/typeset.ts';
import { visitElements } from '../../manuscript/visit.ts';
import { factsOf } from '../facts.ts';
import { nameOf, shownNumber, titleOf } from '../naming.ts';
import { type Book, chapterFile, line, note, pageOf, SEPARATOR, say } from './book.ts';
import type { Document } from './container.ts';
import { takeFootnotes } from './footnotes.ts';
import {
  dropRubyParentheses,
  type InnerLink,
  keepLinks,
  keepPictures,
  type Places,
  placeIn,
  placesOf,
  plainAttributes,
  rankHeadings,
  textOf,
} from './mend.ts';
import { type Child, h } from './page.ts';

export interface ChapterPage {
  readonly file: string;
  /** As the contents list it. */
  readonly title: string;
  readonly xhtml: string;
  readonly places: Places;
  /** Places in other pages that it points at. */
  readonly links: readonly InnerLink[];
}

/**
 * Sets a chapter as a page.
 *
 * @param isPage whether a file is a page of the book
 * @param placeOf the id of a place in another page; where nobody knows yet, say what the link says
 * @param soFar the way to what is known when it is read
 */
export function chapterPage(
  book: Book,
  chapter: Chapter,
  isPage: (file: string) => boolean,
  placeOf: (link: InnerLink) => string | undefined,
  soFar: Child,
): ChapterPage {
  const { manuscript, words } = book;
  const file = chapterFile(chapter);
  const tree = typeset(manuscript, chapter, houseOf(book));
  const footnotes = takeFootnotes(tree);
  rankHeadings(tree, 1);
  for (const footnote of footnotes) rankHeadings(footnote, 2);
  openPassages(book, tree);
  const prose = tree.children as ElementContent[];
  const { notes, epigraph } = chapter.fields;
  const section = h(
    'section',
    { className: ['chapter'], epubType: 'chapter', role: 'doc-chapter', ariaLabelledBy: ['title'] },
    '\n',
    head(book, chapter),
    contentNotes(book, chapter),
    authorsNote(book, chapter, notes?.before?.value, 'before'),
    epigraph?.text ? epigraphOf(book, chapter, epigraph.text.value, epigraph.source?.value) : undefined,
    '\n',
    h('div', { className: ['prose'] }, '\n', prose, '\n'),
    '\n',
    footnotes.length > 0 ? footnoteSection(book, footnotes) : undefined,
    authorsNote(book, chapter, notes?.after?.value, 'after'),
    '\n',
  );
  keepPictures(section, book.pictures);
  plainAttributes(section);
  dropRubyParentheses(section);
  const places = placesOf(section);
  const links = keepLinks(section, file, isPage, (link) =>
    link.file === file ? placeIn(places, link.fragment) : placeOf(link),
  );
  section.children.push(...h('div', {}, soFar).children);
  const title = nameOf(chapter, manuscript, words);
  return { file, title, xhtml: pageOf(book, { title, division: 'bodymatter', content: [section] }), places, links };
}

const houseOf = ({ publication, pictures, words }: Book): House => {
  const published = new Set(publication.chapters);
  return {
    // A chapter that is not in the book has no address: the link becomes its words.
    chapterHref: (chapter) => (published.has(chapter) ? chapterFile(chapter) : 'unpublished:'),
    imageHref: pictures.fileOf,
    words: { notes: words.notes, backToText: words.backToText },
  };
};

function head(book: Book, chapter: Chapter): Child {
  const { manuscript, words } = book;
  const { time, pov, setting } = factsOf(chapter, manuscript, words);
  const number = shownNumber(chapter);
  const place = [pov === undefined ? [] : [pov], setting ?? []].filter((part) => part.length > 0);
  return h(
    'header',
    { className: ['chapter-head'] },
    chapter.status === 'ready' ? undefined : h('p', { className: ['draft'] }, say(book, words.draft)),
    time === undefined ? undefined : h('p', { className: ['time'] }, time),
    h(
      'h1',
      { id: 'title' },
      number === undefined ? undefined : [h('span', { className: ['number'] }, `${number}`), ' '],
      h('span', { className: ['name'] }, titleOf(chapter, manuscript, words)),
    ),
    place.length === 0
      ? undefined
      : h(
          'p',
          { className: ['place'] },
          place.flatMap((part, index) => (index > 0 ? [SEPARATOR, part] : [part])),
        ),
  );
}

/** Every page knows what stands at its head; what would give something away stands on a page of its own, at the back. */
function contentNotes(book: Book, chapter: Chapter): Child {
  const open = notesOf(chapter).filter(({ spoiler }) => !spoiler?.value);
  const hidden = hasHiddenNotes(chapter)
    ? h('li', {}, h('a', { href: notesFile(chapter) }, say(book, book.words.spoiler)))
    : undefined;
  if (open.length === 0 && !hidden) return undefined;
  return h(
    'aside',
    { className: ['content-notes'], ariaLabelledBy: ['content-notes'] },
    h('h2', { id: 'content-notes', className: ['label'] }, say(book, book.words.contentNotes)),
    h(
      'ul',
      {},
      open.map((note) => noteLine(book, note)),
      hidden,
    ),
  );
}

type ContentNote = NonNullable<Chapter['fields']['contentNotes']>[number];

const notesOf = ({ fields }: Chapter): readonly ContentNote[] =>
  (fields.contentNotes ?? []).filter(({ label }) => label?.value);

const noteLine = (book: Book, { label, detail }: ContentNote): Child =>
  h('li', {}, line(book, label?.value ?? ''), detail?.value ? `: ${line(book, detail.value)}` : undefined);

export const hasHiddenNotes = (chapter: Chapter): boolean => notesOf(chapter).some(({ spoiler }) => spoiler?.value);

/** The page with all content notes of a chapter, where some of them give something away. */
export const notesFile = (chapter: Chapter): string => chapterFile(chapter).replace('chapter', 'notes');

export function hiddenNotesPage(book: Book, chapter: Chapter): Document {
  const { words, manuscript } = book;
  const section = h(
    'section',
    { className: ['about'], ariaLabelledBy: ['title'] },
    h('h1', { id: 'title' }, say(book, words.contentNotes)),
    h('p', { className: ['as-of'] }, h('a', { href: chapterFile(chapter) }, nameOf(chapter, manuscript, words))),
    h(
      'div',
      { className: ['content-notes'] },
      h(
        'ul',
        {},
        notesOf(chapter).map((note) => noteLine(book, note)),
      ),
    ),
  );
  const title = words.contentNotes;
  return {
    file: notesFile(chapter),
    title,
    xhtml: pageOf(book, { title, division: 'backmatter', content: [section] }),
  };
}

function authorsNote(book: Book, chapter: Chapter, markdown: string | undefined, where: 'before' | 'after'): Child {
  if (!markdown) return undefined;
  // Named by its heading it would be a landmark, and a chapter may have two that are called the same.
  return h(
    'section',
    { className: ['authors-note', where] },
    h('h2', { className: ['label'] }, say(book, book.words.authorsNote)),
    h('div', { className: ['prose'] }, chapterNote(book, chapter, markdown, 2, where)),
  );
}

/** A text of a chapter's frontmatter: its links and pictures mean what they mean in the chapter. */
function chapterNote(book: Book, chapter: Chapter, markdown: string, under: number, ids: string): ElementContent[] {
  const blocks = note(book, markdown, under, ids);
  // Most have neither.
  if (/[[<]/.test(markdown))
    resolveTargets({ type: 'root', children: blocks }, book.manuscript, chapter, houseOf(book));
  return blocks;
}

function epigraphOf(book: Book, chapter: Chapter, text: string, source: string | undefined): Child {
  const said = source ? chapterNote(book, chapter, source, 1, 'source') : [];
  const footnotes = said.filter(isFootnote);
  return h(
    'div',
    { className: ['prose'] },
    h(
      'blockquote',
      { className: ['epigraph'], epubType: 'epigraph', role: 'doc-epigraph' },
      chapterNote(book, chapter, text, 1, 'epigraph'),
      source ? h('footer', {}, h('cite', {}, inline(said.filter((block) => !isFootnote(block))))) : undefined,
      footnotes,
    ),
  );
}

/** The words of blocks without the blocks. */
const inline = (blocks: readonly ElementContent[]): Child[] =>
  blocks.map((block, index) => [
    index > 0 ? ' ' : undefined,
    block.type === 'element' && block.tagName === 'p' ? block.children : textOf(block),
  ]);

const isFootnote = (block: ElementContent): boolean => block.type === 'element' && block.tagName === 'aside';

function footnoteSection(book: Book, footnotes: readonly Element[]): Child {
  return h(
    'section',
    { className: ['prose', 'footnote-list'], epubType: 'footnotes', ariaLabelledBy: ['notes'] },
    h('h2', { id: 'notes', className: ['label'] }, say(book, book.words.notes)),
    '\n',
    footnotes.flatMap((footnote): Child[] => [footnote, '\n']),
  );
}

/**
 * Puts a way round before each passage that a reader may skip. It leads to an empty element behind it: a link to words
 * is a footnote to a Kobo, which would show them in a pop-up.
 */
function openPassages(book: Book, tree: Root): void {
  const found: { node: Element; parent: Root | Element }[] = [];
  visitElements(tree, (node, _, parent) => {
    const { className } = node.properties;
    if (parent && Array.isArray(className) && className.includes('passage')) found.push({ node, parent });
    return undefined;
  });
  for (const [at, { node, parent }] of found.entries()) {
    const { dataNote } = node.properties;
    const id = `past-${at + 1}`;
    const label = typeof dataNote === 'string' ? line(book, dataNote) : '';
    node.children.unshift(
      h(
        'p',
        { className: ['skip'] },
        label ? `${label}${SEPARATOR}` : undefined,
        h('a', { href: `#${id}` }, say(book, book.words.skipPassage)),
      ),
    );
    parent.children.splice(parent.children.indexOf(node) + 1, 0, h('div', { id, className: ['past'] }));
  }
}
