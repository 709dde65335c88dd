/** Alternate timelines: each forks from another, and shares its past with it. */

import { type Extent, isBefore, type Moment } from './calendar.ts';
import type { Keyed } from './collections.ts';
import type { Reference, Stated } from './fields.ts';
import type { Span } from './source.ts';

export interface Timeline {
  readonly id: string;
  readonly span: Span;
  readonly from?: Reference;
  readonly at?: Stated<Moment>;
  readonly because?: Stated<string>;
}

export interface Timelines {
  /** The one that the story is told in; `''` where the story knows no timelines. */
  readonly main: string;
  readonly all: ReadonlyMap<string, Timeline>;
  /**
   * Whether what happened in one timeline at some time holds in another: in the same, and in all that fork from it
   * later. Without a timeline a fact holds in all of them; without a time, in every fork. Where a vague time leaves it
   * open which was first, the fact or the fork, it may hold.
   */
  readonly holds: (fact: Dated, timeline: string) => boolean;
  /** The same, and for certain: no vague time, no missing one, and no fact of the fork's own moment. */
  readonly surelyHolds: (fact: Dated, timeline: string) => boolean;
}

/** Something that happened in one timeline (or, without one, in all of them) at some time. */
export interface Dated {
  readonly timeline?: string | undefined;
  readonly at?: Extent | undefined;
}

export function readTimelines(
  written: readonly Keyed<Omit<Timeline, 'id' | 'span'>>[],
  main: string | undefined,
): Timelines {
  const all = new Map(written.map(({ key, keySpan, value }) => [key, { ...value, id: key, span: keySpan }]));
  const inPast = (fact: Dated, timeline: string, survives: (at?: Extent, fork?: Extent) => boolean): boolean => {
    if (fact.timeline === undefined || fact.timeline === timeline) return true;
    const passed = new Set<string>();
    // Back from the timeline asked about, fork by fork: what came after any of the forks is not in its past.
    for (let here = all.get(timeline); here?.from && !passed.has(here.id); here = all.get(here.from.value)) {
      passed.add(here.id);
      if (!survives(fact.at, here.at?.value)) return false;
      if (here.from.value === fact.timeline) return true;
    }
    return false;
  };
  return {
    main: main ?? [...all.keys()][0] ?? '',
    all,
    holds: (fact, timeline) => inPast(fact, timeline, (at, fork) => !at || !fork || !isBefore(fork, at)),
    surelyHolds: (fact, timeline) =>
      inPast(fact, timeline, (at, fork) => at !== undefined && fork !== undefined && isBefore(at, fork)),
  };
}
