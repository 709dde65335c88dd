/** What a calendar answers: which written forms are times, in what order two times stand, and how many days lie between. */

/** A point or a stretch of story time, in the units of its calendar. Either end may be infinite, where nobody knows it. */
export interface Extent {
  readonly earliest: number;
  /** Still within it; equal to `earliest` for a point. */
  readonly latest: number;
  /** Times of different scales (a year beside a TOS stardate) cannot be put in order. Absent: the calendar's own. */
  readonly scale?: string;
  /** Times of different eras have an order and no distance, since nobody knows how long an era was. */
  readonly era?: string;
}

/**
 * A time as written: the year 2366 is a thousand stardates long, a date without a time of day lasts until midnight, and
 * a whole stardate, 43625, until 43626.
 */
export interface Moment extends Extent {
  /** As the author wrote it. */
  readonly text: string;
}

/** A written form that is no time: why, and what may have been meant. */
export interface Malformed {
  readonly why: string;
  readonly instead?: string;
}

export interface Calendar {
  /** As an author knows it: `stardate`, `date`, or the name that a story gives its own. */
  readonly name: string;
  /** The word for one of its times: `stardate`, `date`. */
  readonly noun: string;
  readonly read: (text: string) => Moment | Malformed;
  /** Days in one unit; absent where the calendar knows order only, and nothing may be said of lengths. */
  readonly daysPerUnit?: number;
  /** Days in a year, for ages; absent where nobody knows. */
  readonly daysPerYear?: number;
  /** How far from the others a time may be before it looks like a slip of the pen, in units; absent: no guess. */
  readonly slip?: number;
}

export const isMoment = (read: Moment | Malformed): read is Moment => 'earliest' in read;

/** Below zero where `a` is over before `b` begins, above where it begins after `b` is over, else 0: they may coincide. */
export function compareMoments(a: Extent, b: Extent): number {
  if (a.scale !== b.scale) return 0;
  if (a.latest < b.earliest) return -1;
  if (a.earliest > b.latest) return 1;
  return 0;
}

export const isBefore = (a: Extent, b: Extent): boolean => compareMoments(a, b) < 0;

/** A moment without extent: only of two points can it be said that they are the same time. */
export const isPoint = (moment: Extent): boolean => moment.earliest === moment.latest;

/** The fewest and the most days that can lie between two times, below zero where `b` is the earlier; absent where nobody knows. */
export function daysBetween(
  calendar: Calendar,
  a: Extent,
  b: Extent,
): { readonly least: number; readonly most: number } | undefined {
  if (calendar.daysPerUnit === undefined || a.scale !== b.scale || a.era !== b.era) return undefined;
  return {
    least: (b.earliest - a.latest) * calendar.daysPerUnit,
    most: (b.latest - a.earliest) * calendar.daysPerUnit,
  };
}
