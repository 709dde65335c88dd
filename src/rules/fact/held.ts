/** What the bible says of somebody at the time of a scene. */

import type { Entry } from '../../manuscript/bible.ts';
import type { Extent } from '../../manuscript/calendar.ts';
import { factsAt, type Holding } from '../../manuscript/facts.ts';
import { timelineOf } from '../../manuscript/lives.ts';
import type { Manuscript, Scene } from '../../manuscript/model.ts';
import { playedAt } from '../../manuscript/storytime.ts';

const anyTime: Extent = { earliest: -Infinity, latest: Infinity };

/** The values that may hold in a scene, the surest first; none where the bible does not know for certain that one does. */
export function heldIn<F extends Holding>(
  facts: readonly F[] | undefined,
  entry: Entry,
  scene: Scene,
  manuscript: Manuscript,
): readonly F[] {
  const { timelines } = manuscript;
  const within = { timelines, timeline: scene.timeline, own: timelineOf(entry) };
  const held = factsAt(facts, playedAt(manuscript, scene) ?? anyTime, within);
  if (!held.some(({ certain }) => certain)) return [];
  return held.toSorted((a, b) => Number(b.certain) - Number(a.certain)).map(({ fact }) => fact);
}
