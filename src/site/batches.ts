/** The whole work for the page of all chapters; a long one on several, each light enough for a phone. */

import type { ChapterPage } from './chapters.ts';

/** What a page of them may hold at most, unless a single chapter is more. */
const [CHAPTERS, WORDS] = [50, 150_000];

type Measured = Pick<ChapterPage, 'words' | 'part'>;

/** In order, none empty but where there is no chapter at all. A part that fits on one page is not torn apart. */
export function batchesOf<T extends Measured>(chapters: readonly T[]): readonly (readonly T[])[] {
  const batches: T[][] = [[]];
  const fits = (more: readonly T[]): boolean => {
    const all = [...(batches.at(-1) ?? []), ...more];
    return all.length <= CHAPTERS && all.reduce((sum, { words }) => sum + words, 0) <= WORDS;
  };
  const add = (more: readonly T[]): void => {
    if (batches.at(-1)?.length === 0 || fits(more)) batches.at(-1)?.push(...more);
    else batches.push([...more]);
  };
  for (const part of partsOf(chapters)) {
    const whole = part.length <= CHAPTERS && part.reduce((sum, { words }) => sum + words, 0) <= WORDS;
    if (whole) add(part);
    else for (const chapter of part) add([chapter]);
  }
  return batches;
}

/** Chapters that follow each other in the same part; those of a story without parts are one. */
function partsOf<T extends Measured>(chapters: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (const chapter of chapters) {
    const last = parts.at(-1);
    if (last && last[0]?.part?.number === chapter.part?.number) last.push(chapter);
    else parts.push([chapter]);
  }
  return parts;
}
