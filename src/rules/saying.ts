/** How findings speak of chapters and scenes. */

import type { Bible, Entry } from '../manuscript/bible.ts';
import type { Chapter, Scene } from '../manuscript/model.ts';
import { shipOf } from '../manuscript/places.ts';
import type { Related } from '../manuscript/problem.ts';
import type { Span } from '../manuscript/source.ts';
import type { Played } from '../manuscript/storytime.ts';

/** `chapter 3, “Regulus”`: as a reader knows it. */
export const chapterName = ({ number, title }: Chapter): string =>
  number === undefined ? `“${title.text}”` : `chapter ${number}, “${title.text}”`;

/** `a, b and c`. */
export const listed = (words: readonly string[], joint = 'and'): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}` : (words[0] ?? '');

/** A scene as its chapter, or as its number where the one who reads is in that chapter already. */
export const sceneName = ({ chapter, number }: Scene, from?: Scene): string =>
  chapter === from?.chapter ? `scene ${number} of this chapter` : chapterName(chapter);

/** A place in a scene's own chapter: what is inherited from story.yaml is said where the scene begins. */
export const spanIn = (scene: Scene, span: Span): Span =>
  span.source === scene.chapter.source ? span : (scene.time?.span ?? { ...scene.span, end: scene.span.start });

/** When a scene plays: `at stardate 43110.0`, or by the scene that it follows, `after stardate 43102.0 in chapter 1 …`. */
export function sayAfter({ time }: Scene, { after }: Played, noun: string): string {
  if (time) return `at ${noun} ${time.value.text}`;
  return after?.time ? `after ${noun} ${after.time.value.text}` : '';
}

/** The same by the scene that follows it: `before stardate 43110.0`. */
export function sayBefore({ time }: Scene, { before }: Played, noun: string): string {
  if (time) return `at ${noun} ${time.value.text}`;
  return before?.time ? `before ${noun} ${before.time.value.text}` : '';
}

/** The neighbour that tells when a scene plays where its own time says less, as another place of a finding. */
export function neighbour(scene: Scene, other: Scene | undefined): readonly Related[] {
  if (!other?.time) return [];
  const follows = other.index < scene.index ? 'this scene follows it' : 'this scene comes before it';
  return [
    { span: other.time.span, message: `${sceneName(other, scene)} plays at ${other.time.value.text}, and ${follows}` },
  ];
}

/** `the Saratoga`; a ship whose name has an article keeps it. */
export const sayShip = ({ name }: Entry<'ships'>): string => (/^(?:the|an?)\s/i.test(name) ? name : `the ${name}`);

export const sayRole = (as: 'pov' | 'cast'): string => (as === 'pov' ? 'the `pov`' : 'in the `cast`');

/** `at Harbour Station (the office)`, `aboard the Saratoga`: a place as far as it tells where somebody is. */
export function sayWhere(bible: Bible, place: Entry): string {
  const ship = shipOf(bible, place);
  if (ship) return `aboard ${sayShip(ship)}`;
  const outermost = bible.around(place).at(-1) ?? place;
  return outermost === place ? `at ${place.name}` : `at ${outermost.name} (${place.name})`;
}
