/** How places lie within one another, and aboard which ship. */

import { type Bible, type Entry, isOf } from './bible.ts';
import { contains } from './settings.ts';

/** The ship that an entry is or lies aboard: the innermost, where a shuttle stands in a bay. */
export const shipOf = (bible: Bible, entry: Entry): Entry<'ships'> | undefined =>
  bible.around(entry).find((outer): outer is Entry<'ships'> => isOf(outer, 'ships'));

/** Whether two entries are the same, or one contains the other: who is in one may be in the other. */
export const overlaps = (bible: Bible, a: Entry, b: Entry): boolean => contains(bible, a, b) || contains(bible, b, a);

/** What contains both of two places, where anything does: the ship of two decks, the town of two houses. */
export const commonContainer = (bible: Bible, a: Entry, b: Entry): Entry | undefined =>
  bible.around(a).find((outer) => contains(bible, outer, b));
