/** Whom a name means where it stands. */

import { type Bible, type Entry, isOf } from '../manuscript/bible.ts';
import type { Manuscript, Scene } from '../manuscript/model.ts';
import type { Timelines } from '../manuscript/timelines.ts';
import type { NameAt } from './lexicon.ts';

/** The one entry that a name means in a timeline; undefined where it may mean several, or is somebody else's. */
export function entryOf(
  { sure, ids }: NameAt,
  { timeline }: Pick<Scene, 'timeline'>,
  { bible, timelines }: { bible: Bible; timelines: Timelines },
): Entry | undefined {
  if (!sure) return undefined;
  if (ids.length === 1) return bible.entry(ids[0] as string);
  const [only, ...others] = ids.flatMap((id) => {
    const entry = bible.entry(id);
    const own = (entry?.fields as Entry<'characters'>['fields'] | undefined)?.timeline;
    const elsewhere = own && !timelines.holds({ timeline: own.value }, timeline);
    return entry && !elsewhere ? [entry] : [];
  });
  return others.length === 0 ? only : undefined;
}

export const characterOf = (
  name: NameAt | undefined,
  scene: Pick<Scene, 'timeline'>,
  manuscript: Manuscript,
): Entry<'characters'> | undefined => {
  const entry = name && entryOf(name, scene, manuscript);
  return isOf(entry, 'characters') ? entry : undefined;
};
