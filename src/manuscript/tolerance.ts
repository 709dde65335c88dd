/** How far a stated length may be off before it contradicts the dates. */

import type { Manuscript } from './model.ts';

/**
 * In days. A story says it with `tolerance`. Else half a day, or half of a length that is itself shorter than a day, and a
 * fifth of the length: the canon's own dates are no better.
 */
export function toleranceFor({ story }: Pick<Manuscript, 'story'>, days: number): number {
  return story.fields.tolerance?.value ?? Math.min(days, 1) / 2 + days / 5;
}
