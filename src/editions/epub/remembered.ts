/** The pages of chapters that an earlier run has set from the same. */

import type { Chapter } from '../../manuscript/model.ts';
import { factsOf } from '../facts.ts';
import { digestOf, digestOfFile, type Memory, noMemory } from '../memory.ts';
import { shownNumber, titleOf } from '../naming.ts';
import { surroundingsOf } from '../surroundings.ts';
import type { Book } from './book.ts';
import type { ChapterPage } from './chapters.ts';
import type { Child } from './page.ts';
import type { Pictures } from './pictures.ts';

type SetPage = (book: Book, chapter: Chapter, soFar: Child) => ChapterPage;

interface Kept extends Omit<ChapterPage, 'places'> {
  readonly ids: readonly string[];
  readonly headings: readonly (readonly [words: string, id: string])[];
}

const kept = ({ places, ...page }: ChapterPage): Kept => ({
  ...page,
  ids: [...places.ids],
  headings: [...places.headings],
});

const pageOf = ({ ids, headings, ...page }: Kept): ChapterPage => ({
  ...page,
  places: { ids: new Set(ids), headings: new Map(headings) },
});

/** Sets pages as `set` does, but none twice; `soFar` is the way to what is known when it is read. */
export function rememberPages(set: SetPage, { publication }: Book, memory: Memory): SetPage {
  if (memory === noMemory) return set;
  const around = digestOf(surroundingsOf(publication));
  return (book, chapter, soFar) => {
    let made: ChapterPage | undefined;
    const known = memory.recall<Kept | null>([around, ...sourcesOf(book, chapter, soFar)], () => {
      const { pictures, touched } = watched(book.pictures);
      made = set({ ...book, pictures }, chapter, soFar);
      // The book keeps account of its pictures while their pages are set, so that these are set each time.
      return touched() ? null : kept(made);
    });
    return made ?? (known ? pageOf(known) : set(book, chapter, soFar));
  };
}

/** What a page shows that does not stand in the chapter’s file, or stands there and is counted from others. */
function sourcesOf({ manuscript, words }: Book, chapter: Chapter, soFar: Child): string[] {
  const { source, index, status } = chapter;
  const head = [index, status, shownNumber(chapter), titleOf(chapter, manuscript, words)];
  return [digestOfFile(source), JSON.stringify([head, factsOf(chapter, manuscript, words), soFar])];
}

function watched(pictures: Pictures): { readonly pictures: Pictures; readonly touched: () => boolean } {
  let count = 0;
  const counted =
    <A extends readonly unknown[], R>(ask: (...given: A) => R) =>
    (...given: A): R => {
      count += 1;
      return ask(...given);
    };
  const { fileOf, at, show, isPicture, shown, tell } = pictures;
  return {
    touched: () => count > 0,
    pictures: {
      fileOf: counted(fileOf),
      at: counted(at),
      show: counted(show),
      isPicture: counted(isPicture),
      shown: counted(shown),
      tell: counted(tell),
    },
  };
}
