/** When a scene can have played, at the earliest and at the latest: by its own time, or by the scenes around it. */

import { daysBetween, type Extent, type Moment } from './calendar.ts';
import type { Stated } from './fields.ts';
import type { Manuscript, Scene } from './model.ts';
import { longestInOrder } from './order.ts';
import { toleranceFor } from './tolerance.ts';

/** The time in which a scene opens. */
export interface Played extends Extent {
  /** The scene that it follows and cannot play before, where its own time says less. */
  readonly after?: Scene;
  /** The scene that follows it and that it cannot play after. */
  readonly before?: Scene;
}

/** Whether a scene stands in the order of the telling: its place says that it plays after the one before it. */
export const isInOrder = (scene: Scene): boolean => scene.mode === 'linear';

export type DatedScene = Scene & { readonly time: Stated<Moment> };

/** A scene whose date can be put in order. A year among stardates of the original series has no place there. */
export const isDated = (scene: Scene): scene is DatedScene =>
  scene.time !== undefined && scene.time.value.scale === undefined;

/** The dated scenes in the order of the telling, by timeline, and those whose dates put none of the others out of order. */
export function toldByDate(
  scenes: readonly Scene[],
): readonly { readonly told: readonly DatedScene[]; readonly kept: ReadonlySet<Scene> }[] {
  const byTimeline = Map.groupBy(scenes.filter(isInOrder).filter(isDated), ({ timeline }) => timeline);
  return [...byTimeline.values()].map((told) => {
    const places = longestInOrder(told.map(({ time }) => time.value));
    return { told, kept: new Set<Scene>(told.filter((_, i) => places.has(i))) };
  });
}

const known = new WeakMap<readonly Scene[], ReadonlyMap<Scene, Played>>();

/**
 * When a scene opens. A scene in the order of the telling plays no earlier than the dated one before it in its timeline,
 * and no later than the dated one behind it; flashbacks and their like are told by their own date alone. Undefined where
 * nothing is known. An end that nobody knows is infinite.
 */
export function playedAt({ scenes }: Pick<Manuscript, 'scenes'>, scene: Scene): Played | undefined {
  const times = known.get(scenes) ?? storyTimes(scenes);
  if (!known.has(scenes)) known.set(scenes, times);
  return times.get(scene);
}

/** The nearest dated scene on one side of another, and the end of its time that bounds the other's. */
interface Bound {
  readonly scene: Scene;
  readonly at: number;
  readonly era?: string;
}

function storyTimes(scenes: readonly Scene[]): ReadonlyMap<Scene, Played> {
  const floors = bounds(scenes, 'earliest');
  const ceilings = bounds([...scenes].reverse(), 'latest');
  const times = new Map<Scene, Played>();
  for (const scene of scenes) {
    const own = scene.time?.value;
    const floor = floors.get(scene);
    const ceiling = ceilings.get(scene);
    const time = own ? narrowed(own, floor, ceiling) : between(floor, ceiling);
    if (time) times.set(scene, time);
  }
  return times;
}

/** For each scene in the order given, the last dated one of its timeline before it, with one end of its time. */
function bounds(scenes: readonly Scene[], end: 'earliest' | 'latest'): ReadonlyMap<Scene, Bound> {
  const last = new Map<string, Bound>();
  const found = new Map<Scene, Bound>();
  for (const scene of scenes) {
    if (!isInOrder(scene)) continue;
    const bound = last.get(scene.timeline);
    if (bound) found.set(scene, bound);
    const own = scene.time?.value;
    // A year among stardates of the original series has no place in their order.
    if (!own || own.scale !== undefined) continue;
    const at = narrows(bound, own) ? bound.at : own[end];
    last.set(scene.timeline, { scene, at, ...(own.era === undefined ? {} : { era: own.era }) });
  }
  return found;
}

/** Whether a neighbour's time lies within a vague one: the evening of a day narrows the day of the scene after it. */
const narrows = (bound: Bound | undefined, own: Extent): bound is Bound =>
  bound !== undefined &&
  own.scale === undefined &&
  bound.era === own.era &&
  own.earliest <= bound.at &&
  bound.at <= own.latest;

function narrowed(own: Extent, floor: Bound | undefined, ceiling: Bound | undefined): Played {
  const earliest = narrows(floor, own) ? floor.at : own.earliest;
  const latest = narrows(ceiling, own) ? ceiling.at : own.latest;
  if (earliest > latest) return own;
  return {
    ...own,
    earliest,
    latest,
    ...(floor && earliest > own.earliest ? { after: floor.scene } : {}),
    ...(ceiling && latest < own.latest ? { before: ceiling.scene } : {}),
  };
}

function between(floor: Bound | undefined, ceiling: Bound | undefined): Played | undefined {
  const near = floor ?? ceiling;
  if (!near) return undefined;
  const era = near.era === undefined ? {} : { era: near.era };
  // An era's end is nobody's knowledge: a scene that borders on another is only known not to play before.
  const last = ceiling && ceiling.era === near.era ? ceiling : undefined;
  // Where the neighbours contradict each other, one of them is a slip, and nobody knows which.
  if (floor && last && floor.at > last.at) return undefined;
  return {
    earliest: floor?.at ?? -Infinity,
    latest: last?.at ?? Infinity,
    ...era,
    ...(floor ? { after: floor.scene } : {}),
    ...(last ? { before: last.scene } : {}),
  };
}

/**
 * The days from the opening of one scene to that of another, at the most, where the first is said to last longer: by more
 * than the story tolerates. Undefined where the dates fit, or do not tell.
 */
export function interruptedAfter(
  manuscript: Pick<Manuscript, 'calendar' | 'story'>,
  lasting: Pick<Scene, 'time' | 'duration'>,
  next: Pick<Scene, 'time'>,
): number | undefined {
  if (!lasting.time || !lasting.duration || !next.time) return undefined;
  const passed = daysBetween(manuscript.calendar, lasting.time.value, next.time.value);
  if (!passed || passed.least < 0) return undefined;
  const length = lasting.duration.value;
  return length - passed.most > toleranceFor(manuscript, length) ? passed.most : undefined;
}
