/** When the words of a chapter last changed. */

import { lastChanges } from '../editions/history.ts';
import type { Publication } from '../editions/publication.ts';
import type { ChapterPage } from './chapters.ts';

const DAY = 86_400_000;

/** From the history of the folder, read once and only where it is asked for. */
export function changesOf({ manuscript, modified }: Publication): (page: Pick<ChapterPage, 'chapter'>) => number {
  let changes: ReadonlyMap<string, number> | undefined;
  return ({ chapter }) => {
    changes ??= lastChanges(manuscript.folder);
    const changed = changes.get(chapter.source.file);
    const appeared = chapter.published && chapter.published.value.earliest * DAY;
    return Math.max(changed ?? appeared ?? Date.parse(modified), appeared ?? 0);
  };
}
