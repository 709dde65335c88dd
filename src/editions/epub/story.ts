/** The story itself: a page for every chapter and every part, and the contents that follow from them. */

import type { Chapter, Part } from '../../manuscript/model.ts';
import type { Memory } from '../memory.ts';
import { type Book, chapterFile, line, partFile } from './book.ts';
import { type ChapterPage, chapterPage, hasHiddenNotes, hiddenNotesPage, notesFile } from './chapters.ts';
import type { Companion } from './companion.ts';
import type { Document } from './container.ts';
import { partPage } from './front.ts';
import { type InnerLink, placeIn } from './mend.ts';
import type { Entry } from './navigation.ts';
import { rememberPages } from './remembered.ts';

export interface StoryPages {
  readonly pages: readonly Document[];
  readonly entries: readonly Entry[];
  /** Pages that only those meet who ask for them. */
  readonly aside: readonly Document[];
}

/** Sets the published chapters one by one: of each, only its text and its ids are kept. */
export function storyPages(book: Book, { linksFrom }: Companion, memory: Memory): StoryPages {
  const { chapters } = book.publication;
  const noted = chapters.filter(hasHiddenNotes);
  const files = new Set([...chapters.map(chapterFile), ...noted.map(notesFile)]);
  const isPage = (file: string): boolean => files.has(file);
  const setPage = rememberPages(
    (within, chapter, soFar) => chapterPage(within, chapter, isPage, ({ fragment }) => fragment, soFar),
    book,
    memory,
  );
  const set = new Map(chapters.map((chapter) => [chapter, setPage(book, chapter, linksFrom(chapter))]));
  // Whether a link to a place in another chapter leads anywhere is known only now. Few chapters have any.
  const places = new Map([...set.values()].map((page) => [page.file, page.places]));
  const placeOf = ({ file, fragment }: InnerLink): string | undefined => {
    const there = places.get(file);
    return there && placeIn(there, fragment);
  };
  const isSettled = (link: InnerLink): boolean => placeOf(link) === link.fragment;
  for (const [chapter, page] of set) {
    if (!page.links.every(isSettled)) set.set(chapter, chapterPage(book, chapter, isPage, placeOf, linksFrom(chapter)));
  }
  return { ...inParts(book, set), aside: noted.map((chapter) => hiddenNotesPage(book, chapter)) };
}

function inParts(book: Book, set: ReadonlyMap<Chapter, ChapterPage>): Omit<StoryPages, 'aside'> {
  const pages: Document[] = [];
  const entries: (Entry & { entries?: Entry[] })[] = [];
  let part: Part | undefined;
  for (const [chapter, page] of set) {
    if (chapter.part && chapter.part.number !== part?.number) {
      const file = partFile(chapter.part);
      const title = line(book, chapter.part.title);
      pages.push({ file, title, xhtml: partPage(book, chapter.part) });
      entries.push({ title, file, entries: [] });
    }
    part = chapter.part;
    pages.push({ file: page.file, title: page.title, xhtml: page.xhtml });
    const list = part ? entries.at(-1)?.entries : entries;
    list?.push({ title: page.title, file: page.file });
  }
  return { pages, entries };
}
