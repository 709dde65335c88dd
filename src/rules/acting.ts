/** How findings speak of what somebody does, and whom a scene names outside its prose. */

import type { Act } from '../analysis/acts.ts';
import { type Bible, meant } from '../manuscript/bible.ts';
import type { Scene } from '../manuscript/model.ts';
import { listedIn } from '../manuscript/presence.ts';

/** `speaks`, or the verb that stands there: `acts (“laughed”)`. */
export const doesWhat = ({ as, verb }: Pick<Act, 'as' | 'verb'>): string => (as === 'acts' ? `acts (“${verb}”)` : as);

/** The ids of all whom a scene names under `pov`, `cast` or `via`. */
export function namedUnder(scene: Scene, bible: Bible): ReadonlySet<string> {
  const ids = listedIn(scene, bible).map(({ who }) => who.id);
  const away = scene.via.flatMap(({ who }) => meant(bible, who, 'characters')?.id ?? []);
  return new Set([...ids, ...away]);
}
