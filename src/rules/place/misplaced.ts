/** Settings that name a place of their own within something else. */

import type { Bible, Entry } from '../../manuscript/bible.ts';
import type { Setting } from '../../manuscript/model.ts';

/** Rooms that every ship and every station may have, whether the bible lists them or not. */
const everywhere =
  /\b(?:airlock|armou?ry|bar|bay|bedroom|bridge|brig|cabin|canteen|cell|chapel|corridor|deck|dock|engineering|engine room|gallery|galley|garden|gym|hall|hallway|hangar|hold|holodeck|holosuite|infirmary|jail|kitchen|lab|laboratory|library|lift|lobby|lounge|mess|office|operations|ops|prison|promenade|quarters|room|school|shuttlebay|sickbay|turbolift|tube|ward)s?(?:\s+\w{1,3})?$/i;

/** Whether a setting’s inner half is known as a place of its own that lies elsewhere: Ten-Forward on a K’vort. */
export function isMisplaced(
  setting: Setting,
  bible: Bible,
): setting is Setting & { readonly entry: Entry<'places' | 'ships'>; readonly elsewhere: Entry<'places' | 'ships'> } {
  const { elsewhere, entry, unknown = '' } = setting;
  if (!elsewhere || !entry) return false;
  const isCommon = everywhere.test(elsewhere.name) || everywhere.test(unknown) || !/\p{Lu}/u.test(elsewhere.name);
  return !isCommon && bible.named(unknown, 'places').length === 1;
}
