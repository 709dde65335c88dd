/** When entries of the bible begin and end to be: births and deaths, launches and losses. */

import type { Entry } from './bible.ts';
import type { Moment } from './calendar.ts';
import type { Happening } from './facts.ts';
import type { Reference, Stated } from './fields.ts';
import type { Timelines } from './timelines.ts';

/** When a person was born or a ship launched. */
export function beginningOf({ fields }: Entry): Stated<Moment> | undefined {
  const { born, launched } = fields as { born?: Stated<Moment>; launched?: Stated<Moment> };
  return born ?? launched;
}

/** All that ends an entry: most have one, some one in each timeline, a few return and end again. */
export function endingsOf({ fields }: Entry): readonly Happening[] {
  const { died, lost, destroyed } = fields as { [kind: string]: readonly Happening[] | undefined };
  return died ?? lost ?? destroyed ?? [];
}

/** The timeline that an entry as a whole is limited to, where it is. */
export const timelineOf = ({ fields }: Entry): Reference | undefined => (fields as { timeline?: Reference }).timeline;

/** The ending of an entry in a timeline: the last one; undefined where one has no date, and may be the last. */
export function endingIn(
  entry: Entry,
  timeline: string,
  timelines: Timelines,
): (Happening & { readonly at: Stated<Moment> }) | undefined {
  const own = timelineOf(entry);
  let last: (Happening & { readonly at: Stated<Moment> }) | undefined;
  for (const { at, ...ending } of endingsOf(entry)) {
    if (!timelines.holds({ timeline: (ending.timeline ?? own)?.value, at: at?.value }, timeline)) continue;
    if (!at) return undefined;
    if (!last || at.value.earliest >= last.at.value.earliest) last = { ...ending, at };
  }
  return last;
}
