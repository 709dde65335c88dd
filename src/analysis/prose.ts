/** The passages of a chapter and what is spoken in them, read once for all rules that ask. */

import type { Manuscript } from '../manuscript/model.ts';
import { type Passage, type PassageText, passagesIn, type Stretch, textsOf } from '../manuscript/passages.ts';
import { rememberedByFile } from './remembered.ts';

/** The passages that are the story's own: no quotations, verse, footnotes, tables, code or headings. */
export function* ownPassages({ chapters }: Pick<Manuscript, 'chapters'>): Iterable<Passage> {
  for (const chapter of chapters) for (const passage of passagesIn(chapter)) if (isOwn(passage)) yield passage;
}

/** Whether a passage is the story’s own. */
export const isOwn = ({ kind }: PassageText): boolean => kind === 'narration' || kind === 'document';

/**
 * What is to be found in the story's own passages, each by itself. It is looked for once in a file: `find` may depend on the
 * passage and on what `given` says, and on nothing else.
 *
 * @param question as in `rememberedByFile`, whose demands on what is found are those here
 */
export function inOwnPassages<T, G extends string = string>(
  question: string,
  find: (passage: PassageText, given: G) => readonly T[],
): (manuscript: Pick<Manuscript, 'chapters'>, given?: G) => readonly T[] {
  const memory = rememberedByFile<readonly T[]>(question);
  return ({ chapters }, given = '' as G) =>
    chapters.flatMap((chapter) =>
      memory(chapter, given, () => {
        const found: T[] = [];
        for (const passage of textsOf(chapter)) if (isOwn(passage)) found.push(...find(passage, given));
        return found;
      }),
    );
}

/** Whether a place lies in one of some stretches. */
export const isIn = (stretches: readonly Stretch[], at: number): boolean =>
  stretches.some(({ start, end }) => at >= start && at < end);

/** Whether the story is told in English: some rules know no other language. */
export const isEnglish = ({ story }: Pick<Manuscript, 'story'>): boolean => /^en(?:$|[-_])/i.test(story.language);
