/** The parts of a story: folders, or chapters that say `part:`. */

import { titleOfName } from './headings.ts';
import type { Part } from './model.ts';
import type { ChapterFields } from './schema.ts';

export const folderOf = (file: string): string => (file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '');

/**
 * The part that a chapter belongs to, given the file and the part of the one before, and how many parts there are so far. A folder is a part, called by its
 * name or by `part:` in its first chapter; outside folders `part:` begins one, which lasts until the next.
 */
export function partOf(
  file: string,
  fileBefore: string | undefined,
  fields: ChapterFields,
  before: Part | undefined,
  parts: number,
): Part | undefined {
  const folder = folderOf(file);
  const sameFolder = fileBefore !== undefined && folderOf(fileBefore) === folder;
  const said = fields.part?.value;
  if (sameFolder && (said === undefined || said === before?.title)) return before;
  const title = said ?? (folder === '' ? undefined : titleOfName(folder.slice(folder.lastIndexOf('/') + 1)));
  if (title === undefined) return undefined;
  return { title, number: parts + 1 };
}
