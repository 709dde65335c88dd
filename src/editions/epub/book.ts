/** What every page of the book needs to know of the whole. */

import type { Element, ElementContent, Root } from 'hast';
import type { Chapter, Manuscript, Part } from '../../manuscript/model.ts';
import { typesetNote } from '../../manuscript/typeset.ts';
import { plainMarks } from '../../manuscript/typography/index.ts';
import { type Direction, directionOf, languageTag } from '../direction.ts';
import type { Publication } from '../publication.ts';
import { type Words, wordsOf } from '../words.ts';
import { takeFootnotes } from './footnotes.ts';
import { rankHeadings, textOf } from './mend.ts';
import { type Child, documentOf, h, type Page } from './page.ts';
import { type Pictures, picturesOf } from './pictures.ts';

export interface Book {
  readonly publication: Publication;
  readonly manuscript: Manuscript;
  /** What never changes about it, and what the package document and the NCX have to agree on. */
  readonly identifier: string;
  readonly title: string;
  readonly subtitle: string | undefined;
  /** The names of those who wrote it, joined as one line. */
  readonly authors: string;
  readonly language: string;
  readonly direction: Direction;
  readonly words: Words;
  readonly pictures: Pictures;
}

export function bookOf(publication: Publication): Book {
  const { manuscript } = publication;
  const { story } = manuscript;
  const language = languageTag(story.language);
  const plain = (text: string): string => oneLine(text, story.language);
  const writers = story.authors.filter(({ role }) => isAuthor(role));
  return {
    publication,
    manuscript,
    identifier: identifierOf(publication),
    title: plain(story.title) || 'Untitled',
    subtitle: plain(story.fields.subtitle?.value ?? '') || undefined,
    authors: writers.flatMap(({ name }) => plain(name) || []).join(', '),
    language,
    direction: directionOf(language),
    words: wordsOf(language),
    pictures: picturesOf(publication.readFile),
  };
}

const uuid = /^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What calls itself a UUID and is none would make the book invalid; without that claim it serves as well as any. */
function identifierOf({ identifier }: Publication): string {
  const plain = identifier.replace(/\s+/g, ' ').trim();
  return uuid.test(plain) ? plain : plain.replace(/^urn:uuid:/i, '') || 'untitled';
}

export const isAuthor = (role: string): boolean => /^(?:(?:co-?)?author|writer|aut)$/i.test(role.trim());

/** Between two things of a line. A line may end with it, and begins with none. */
export const SEPARATOR = '\u00a0· ';

/** The file of a chapter. It counts drafts too, so that it stays the same when one of them is published. */
export const chapterFile = ({ index }: Chapter): string => `chapter-${String(index + 1).padStart(3, '0')}.xhtml`;

export const partFile = ({ number }: Part): string => `part-${String(number).padStart(2, '0')}.xhtml`;

/** A text of YAML that is one line, with the marks of the story's language. */
export const line = ({ manuscript }: Book, text: string): string => oneLine(text, manuscript.story.language);

/** What no XML can hold. */
const unfit = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** No-break spaces stay, and what no XML can hold goes. */
const oneLine = (text: string, language: string): string =>
  plainMarks(text, language)
    .replace(unfit, '')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();

/** One of the edition's own words; marked as foreign where nobody has written them in the story's language yet. */
export function say({ words, language }: Book, text: string): Child {
  if (language.split('-')[0] === words.language) return text;
  return h('span', { lang: words.language, dir: words.direction }, text);
}

/**
 * A text of YAML that is Markdown, set under a heading of some rank, its footnotes behind it. `ids` begins the ids of
 * those, since several such texts may stand on one page.
 */
export function note({ manuscript }: Book, markdown: string, under: number, ids: string): ElementContent[] {
  const tree: Root = typesetNote(markdown, manuscript);
  const footnotes: Element[] = takeFootnotes(tree, `${ids}-`);
  for (const part of [tree, ...footnotes]) rankHeadings(part, under);
  const blocks = tree.children.filter(
    (node): node is ElementContent => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''),
  );
  return [...blocks, ...footnotes];
}

/** A text of YAML that is Markdown, as plain words that XML can hold: one line for each block. */
export const plainNote = ({ manuscript }: Book, markdown: string): string =>
  typesetNote(markdown, manuscript)
    .children.map((node) =>
      textOf(node as Element)
        .replace(unfit, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '')
    .join('\n');

/** A page in the book's language. */
export const pageOf = (book: Book, page: Omit<Page, 'language' | 'direction'>): string =>
  documentOf({ language: book.language, direction: book.direction, ...page });
