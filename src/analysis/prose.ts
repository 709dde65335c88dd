/** The passages of a chapter and what is spoken in them, read once for all rules that ask. */

import type { Chapter, Manuscript } from '../manuscript/model.ts';
import { type Passage, passagesIn, type Stretch } from '../manuscript/passages.ts';
import { type Dialogue, type Speech, speechesIn } from './dialogue.ts';

const passages = new WeakMap<Chapter, readonly Passage[]>();

/** The passages of a chapter, in order. */
export function passagesOf(chapter: Chapter): readonly Passage[] {
  const known = passages.get(chapter);
  if (known) return known;
  const found = passagesIn(chapter);
  passages.set(chapter, found);
  return found;
}

/** The passages that are the story's own: no quotations, verse, footnotes, tables, code or headings. */
export function* ownPassages({ chapters }: Pick<Manuscript, 'chapters'>): Iterable<Passage> {
  for (const chapter of chapters) {
    for (const passage of passagesOf(chapter)) {
      if (passage.kind === 'narration' || passage.kind === 'document') yield passage;
    }
  }
}

const spoken = new WeakMap<Passage, readonly Speech[]>();

/** The spoken stretches of a passage, by the convention of its story. */
export function speechesOf(passage: Passage, dialogue: Dialogue): readonly Speech[] {
  const known = spoken.get(passage);
  if (known) return known;
  const found = speechesIn(passage, dialogue);
  spoken.set(passage, found);
  return found;
}

/** Whether a place lies in one of some stretches. */
export const isIn = (stretches: readonly Stretch[], at: number): boolean =>
  stretches.some(({ start, end }) => at >= start && at < end);

/** Whether the story is told in English: some rules know no other language. */
export const isEnglish = ({ story }: Pick<Manuscript, 'story'>): boolean => /^en(?:$|[-_])/i.test(story.language);
