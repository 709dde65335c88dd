/** The passages of a chapter and what is spoken in them, read once for all rules that ask. */

import type { Manuscript } from '../manuscript/model.ts';
import { type Passage, passagesIn, type Stretch } from '../manuscript/passages.ts';

/** The passages that are the story's own: no quotations, verse, footnotes, tables, code or headings. */
export function* ownPassages({ chapters }: Pick<Manuscript, 'chapters'>): Iterable<Passage> {
  for (const chapter of chapters) {
    for (const passage of passagesIn(chapter)) {
      if (passage.kind === 'narration' || passage.kind === 'document') yield passage;
    }
  }
}

/** Whether a place lies in one of some stretches. */
export const isIn = (stretches: readonly Stretch[], at: number): boolean =>
  stretches.some(({ start, end }) => at >= start && at < end);

/** Whether the story is told in English: some rules know no other language. */
export const isEnglish = ({ story }: Pick<Manuscript, 'story'>): boolean => /^en(?:$|[-_])/i.test(story.language);
