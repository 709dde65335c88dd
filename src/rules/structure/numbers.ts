/** The numbers that the chapters' file names begin with. */

import type { Chapter, Manuscript } from '../../manuscript/model.ts';
import { folderOf } from '../../manuscript/parts.ts';

export type Numbered = Chapter & { readonly fileNumber: number };

/** The chapters of each folder whose files bear a number; 0 is none. Parts may count on or begin again. */
export function numberedByFolder({ chapters }: Manuscript): ReadonlyMap<string, readonly Numbered[]> {
  const folders = new Map<string, Numbered[]>();
  for (const chapter of chapters) {
    if (!chapter.fileNumber) continue;
    const folder = folderOf(chapter.source.file);
    folders.set(folder, [...(folders.get(folder) ?? []), chapter as Numbered]);
  }
  return folders;
}
