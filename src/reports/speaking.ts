/** The speaking cast of a story, for whoever publishes it without saying whom it is about. */

import { isReadable, readScene } from '../analysis/scenes.ts';
import type { Entry } from '../manuscript/bible.ts';
import type { Chapter, Manuscript } from '../manuscript/model.ts';

/** More would bury the ones whom a reader looks for. */
const MOST = 20;

/**
 * Who of the bible is said to speak in some chapters, who does so most often first; at most twenty. Whom readers may not know
 * yet (`since`) is left out; of a language that is not read, all are.
 */
export function speakingCast(manuscript: Manuscript, chapters: readonly Chapter[]): readonly Entry<'characters'>[] {
  if (manuscript.bible.characters.size === 0 || !isReadable(manuscript)) return [];
  const spoken = new Map<Entry<'characters'>, number>();
  for (const scene of chapters.flatMap(({ scenes }) => scenes))
    for (const { speaker } of readScene(manuscript, scene).said)
      if (speaker && !isHidden(speaker)) spoken.set(speaker, (spoken.get(speaker) ?? 0) + 1);
  return [...spoken]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([entry]) => entry);
}

const isHidden = ({ fields: { since } }: Entry<'characters'>): boolean => since !== undefined && since.value !== '1';
