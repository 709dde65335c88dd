/** How long the way from one place to another takes at the least, by the roads of the bible. */

import { type Bible, type Entry, meant } from './bible.ts';
import type { Stated } from './fields.ts';
import { commonContainer, overlaps, shipOf } from './places.ts';
import { contains } from './settings.ts';

/** A line of some place's `travel`. */
export interface Road {
  readonly from: Entry<'places'>;
  readonly to: Entry<'places'>;
  /** In days. */
  readonly length: Stated<number>;
}

export interface Journey {
  /** The fewest there can be, in days. */
  readonly days: number;
  /** The roads that it takes, in their order. */
  readonly roads: readonly Road[];
}

/** A map of the bible: each road with those that go on from where it ends. */
type RoadMap = ReadonlyMap<Road, readonly Road[]>;

const known = new WeakMap<Bible, RoadMap>();

function roadMap(bible: Bible): RoadMap {
  let map = known.get(bible);
  if (!map) {
    const roads = readRoads(bible);
    map = new Map(roads.map((road) => [road, roads.filter(({ from }) => overlaps(bible, road.to, from))]));
    known.set(bible, map);
  }
  return map;
}

/** All roads, both ways where only one is written. Those from or to a place aboard a ship are left out: ships move. */
function readRoads(bible: Bible): readonly Road[] {
  const written = [...bible.places.values()].flatMap((from) =>
    (from.fields.travel ?? []).flatMap(({ key, value: length }): Road[] => {
      const to = meant(bible, key, 'places');
      return to && to.id !== from.id && !shipOf(bible, from) && !shipOf(bible, to) ? [{ from, to, length }] : [];
    }),
  );
  const pairs = new Set(written.map(({ from, to }) => `${from.id} ${to.id}`));
  const back = written.filter(({ from, to }) => !pairs.has(`${to.id} ${from.id}`));
  return [...written, ...back.map(({ from, to, length }) => ({ from: to, to: from, length }))];
}

/**
 * The shortest way between two places; undefined where no known roads lead there. Nobody needs time between places of
 * which one contains the other. A place shares the roads of what contains it; who arrives at a place may be anywhere
 * within it. Two places within a third (the houses of a town) are no way apart that the bible knows, unless it gives one.
 */
export function shortestJourney(bible: Bible, from: Entry, to: Entry): Journey | undefined {
  const journeys = planned.get(bible) ?? new Map<string, Journey | undefined>();
  planned.set(bible, journeys);
  const key = `${from.id} ${to.id}`;
  if (!journeys.has(key)) journeys.set(key, plan(bible, from, to));
  return journeys.get(key);
}

/** Asked for every two scenes of a person, mostly about the same few places. */
const planned = new WeakMap<Bible, Map<string, Journey | undefined>>();

function plan(bible: Bible, from: Entry, to: Entry): Journey | undefined {
  if (overlaps(bible, from, to)) return { days: 0, roads: [] };
  if (shipOf(bible, from) || shipOf(bible, to)) return undefined;
  const map = roadMap(bible);
  // Out of the town and back again is no way from one of its houses to another.
  const common = commonContainer(bible, from, to);
  const leadsOut = ({ from, to }: Road): boolean => [from, to].some((end) => common && contains(bible, end, common));
  /** By road, the shortest journey that ends with it. */
  const ending = new Map<Road, Journey>();
  const open = new Set<Road>();
  const reach = (road: Road, before: Journey): void => {
    const days = before.days + road.length.value;
    const shortest = ending.get(road);
    if ((shortest && shortest.days <= days) || leadsOut(road)) return;
    ending.set(road, { days, roads: [...before.roads, road] });
    open.add(road);
  };
  for (const road of map.keys()) if (overlaps(bible, from, road.from)) reach(road, { days: 0, roads: [] });
  while (open.size > 0) {
    const next = [...open].reduce((a, b) => (daysTo(ending, b) < daysTo(ending, a) ? b : a));
    open.delete(next);
    for (const road of map.get(next) ?? []) reach(road, ending.get(next) as Journey);
  }
  const arriving = [...ending].filter(([road]) => overlaps(bible, road.to, to)).map(([, journey]) => journey);
  return arriving.length === 0 ? undefined : arriving.reduce((a, b) => (b.days < a.days ? b : a));
}

const daysTo = (ending: ReadonlyMap<Road, Journey>, road: Road): number => ending.get(road)?.days ?? Infinity;
