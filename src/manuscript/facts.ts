/** What holds at a time: facts that change, and things that happen once in a life. */

import { compareMoments, type Extent, isBefore, type Moment } from './calendar.ts';
import type { Reference, Stated } from './fields.ts';
import type { Timelines } from './timelines.ts';

/** When and where a fact holds, as the bible says it. */
export interface Holding {
  readonly from?: Stated<Moment>;
  readonly until?: Stated<Moment>;
  readonly timeline?: Reference;
}

export interface Held<F> {
  readonly fact: F;
  /**
   * Whether it holds all through the time asked about, neither beginning nor ending within it. At the very moment of a
   * change the old and the new may both hold, and neither does for certain.
   */
  readonly certain: boolean;
}

/** Where a fact is asked about: a timeline, and the entry's own where the entry is limited to one. */
export interface Within {
  readonly timelines: Timelines;
  readonly timeline: string;
  /** `timeline:` of the entry itself: what its facts belong to where they do not say. */
  readonly own?: Reference | undefined;
}

/**
 * The facts of a list that may hold at some moment of a time. A fact without `until` holds until the next one begins; one
 * without `from`, from where the one written before it ends.
 */
export function factsAt<F extends Holding>(facts: readonly F[] | undefined, when: Extent, within: Within): Held<F>[] {
  const { timelines, timeline, own } = within;
  const known = (facts ?? []).flatMap((fact) => {
    const dated = { timeline: (fact.timeline ?? own)?.value, at: fact.from?.value };
    return timelines.holds(dated, timeline) ? [{ fact, sure: timelines.surelyHolds(dated, timeline) }] : [];
  });
  return known.flatMap(({ fact, sure }, i) => {
    const begins = fact.from?.value ?? (i === 0 ? always : endBefore(known.slice(0, i)));
    const later = (others: typeof known): Extent | undefined =>
      fact.until?.value ??
      others
        .flatMap((other) => other.fact.from?.value ?? [])
        .filter((from) => begins !== unknown && (begins === always || isBefore(begins, from)))
        .reduce<Extent | undefined>((first, from) => (first && isBefore(first, from) ? first : from), undefined);
    const endsAtLatest = later(known.filter((other) => other.sure));
    const endsAtEarliest = later(known);
    if (isBefore(when, begins) || (endsAtLatest && isBefore(endsAtLatest, when))) return [];
    const certain =
      sure &&
      (begins === always || isBefore(begins, when)) &&
      (endsAtEarliest === undefined || isBefore(when, endsAtEarliest));
    return [{ fact, certain }];
  });
}

/** From the beginning of all things, which is before any time that can be asked about. */
const always: Extent = { earliest: -Infinity, latest: -Infinity };
/** At some time, nobody knows which. */
const unknown: Extent = { earliest: -Infinity, latest: Infinity };

/** Where the last of the facts written before ends, if it says. */
function endBefore(before: readonly { readonly fact: Holding; readonly sure: boolean }[]): Extent {
  const last = before.at(-1);
  return (last?.sure && last.fact.until?.value) || unknown;
}

/** A death, a loss: something that happens to an entry at a time. */
export interface Happening {
  readonly at?: Stated<Moment>;
  readonly how?: Stated<string>;
  readonly timeline?: Reference;
}

/**
 * The last of some happenings (deaths, losses) where all of them are over before a time begins, in its timeline;
 * undefined where one may still lie ahead: who dies twice lived in between. A time without a date is no answer.
 */
export function surelyPast<H extends Happening>(
  happenings: readonly H[] | undefined,
  when: Extent,
  { timelines, timeline, own }: Within,
): (H & { readonly at: Stated<Moment> }) | undefined {
  let last: (H & { readonly at: Stated<Moment> }) | undefined;
  let certain = false;
  for (const happening of happenings ?? []) {
    const dated = { timeline: (happening.timeline ?? own)?.value, at: happening.at?.value };
    if (!timelines.holds(dated, timeline)) continue;
    if (!isAt(happening) || !isBefore(happening.at.value, when)) return undefined;
    certain ||= timelines.surelyHolds(dated, timeline);
    if (!last || compareMoments(last.at.value, happening.at.value) <= 0) last = happening;
  }
  return certain ? last : undefined;
}

const isAt = <H extends Happening>(happening: H): happening is H & { readonly at: Stated<Moment> } =>
  happening.at !== undefined;
