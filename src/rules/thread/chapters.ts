/** The chapters that threads speak of. */

import { type Entry, isOf } from '../../manuscript/bible.ts';
import type { Reference } from '../../manuscript/fields.ts';
import type { Chapter, Manuscript } from '../../manuscript/model.ts';

/** The chapter of a number or a slug; undefined where it is not written yet. */
export function chapterOf({ chapters }: Manuscript, written: Reference | undefined): Chapter | undefined {
  if (!written) return undefined;
  const { value } = written;
  if (/^\d+$/.test(value)) return chapters.find(({ number }) => number === Number(value));
  return chapters.find(({ slug }) => slug === value.toLowerCase());
}

export const threadsOf = ({ bible }: Manuscript): readonly Entry<'threads'>[] =>
  [...bible.threads.values()].filter((entry): entry is Entry<'threads'> => isOf(entry, 'threads'));
