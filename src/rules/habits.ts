/** Slips told from habits: three pictures without a text are three slips, thirty are one way of working. */

import type { Fault } from '../lint.ts';

/** From the fourth on, faults of one kind are no longer slips that somebody would want to see one by one. */
const MOST_SLIPS = 3;

/**
 * The faults as they are where they are few, else the first of them with the number of all. `say` puts the habit into
 * words.
 */
export function slipsOrHabit(faults: readonly Fault[], say: (first: Fault) => string): readonly Fault[] {
  const [first] = faults;
  const problems = new Set(faults.map((fault) => fault.problem ?? fault));
  if (!first || problems.size <= MOST_SLIPS) return faults;
  const { fix: _, problem: __, ...rest } = first;
  const count = faults.reduce((sum, fault) => sum + (fault.count ?? 1), 0);
  return [{ ...rest, message: say(first), count }];
}
