/** Who is in a scene, where it plays, and who cannot be in two scenes at once. */

import { type Bible, type Entry, meant } from './bible.ts';
import type { Reference } from './fields.ts';
import type { Channel, Mode, Scene } from './model.ts';
import { commonContainer, overlaps, shipOf } from './places.ts';
import { shortestJourney } from './travel.ts';

/** Somebody whom the author names under `pov` or `cast`. */
export interface Listed {
  readonly who: Entry<'characters'>;
  /** Where that is said: the `cast`, where both do. */
  readonly reference: Reference;
  readonly as: 'pov' | 'cast';
  /** How they take part from elsewhere, where `via` says so. */
  readonly via?: Channel;
}

/** Whether a `pov` says that the story is told through nobody's eyes. */
export const isNobody = (pov: string): boolean =>
  /^(?:omniscient|narrator|none|nobody|no one|various|multiple|all|everyone)$/i.test(pov);

const imagined: ReadonlySet<Mode> = new Set(['dream', 'vision', 'document']);

/** Whether a scene tells what happened, and not what somebody dreamt, foresaw or wrote. */
export const isPlayed = (scene: Scene): boolean => !imagined.has(scene.mode);

/** All whom a scene lists, each once. Whom the bible does not know, or knows two of, is left out. */
export function listedIn(scene: Scene, bible: Bible): readonly Listed[] {
  const via = new Map(
    scene.via.flatMap(({ who, channel }) => {
      const entry = meant(bible, who, 'characters');
      return entry ? [[entry.id, channel] as const] : [];
    }),
  );
  const found = new Map<string, Listed>();
  const add = (reference: Reference, as: Listed['as']): void => {
    const who = meant(bible, reference, 'characters');
    if (!who || found.has(who.id)) return;
    const channel = via.get(who.id);
    found.set(who.id, { who, reference, as, ...(channel ? { via: channel } : {}) });
  };
  for (const reference of scene.cast ?? []) add(reference, 'cast');
  if (scene.pov) add(scene.pov, 'pov');
  return [...found.values()];
}

/** Those who are bodily there, as far as the scene lists them. */
export const presentIn = (scene: Scene, bible: Bible): readonly Listed[] =>
  isPlayed(scene) ? listedIn(scene, bible).filter(({ via }) => via === undefined) : [];

/**
 * Whether somebody in one scene cannot be in the other at the same time. Decks of a ship are one place. So are the rooms
 * of a station and the houses of a town, since a date is no clock: unless a road of the bible lies between them, or one of
 * the scenes is told as parallel, which says that both go on at once.
 */
export function areApart(bible: Bible, a: Scene, b: Scene): boolean {
  const [here, there] = [a.setting?.entry, b.setting?.entry];
  if (!here || !there || overlaps(bible, here, there)) return false;
  const common = commonContainer(bible, here, there);
  if (!common) return true;
  if (shipOf(bible, common)) return false;
  return a.mode === 'parallel' || b.mode === 'parallel' || (shortestJourney(bible, here, there)?.days ?? 0) > 0;
}
