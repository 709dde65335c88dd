/** A ship's registry number or class that the bible contradicts. */

import { type Called, namesOf, theOne } from '../../analysis/called.ts';
import { isEnglish, type Narrated, narrationWhere, sentenceAt, spanAt } from '../../analysis/narration.ts';
import type { Fault, Rule } from '../../lint.ts';
import type { Entry } from '../../manuscript/bible.ts';
import type { Manuscript, Scene } from '../../manuscript/model.ts';
import { sayShip } from '../saying.ts';
import { heldIn } from './held.ts';

type Ship = Entry<'ships'>;

/** A number of a registry, as far as it has the shape of one: letters, a hyphen, digits, perhaps a letter. */
const registry = /(?<![\p{L}\p{N}-])[A-Z]{2,4}[-–‑ ]?\d{2,6}(?:[-–‑][A-Z](?![\p{L}]))?(?![\p{L}\p{N}]|[-–‑]\p{L})/gu;
const shipClass = /(?<![\p{L}'-])(\p{Lu}[\p{L}']+)[- ]class(?= )/gu;

/** How many words may stand between a ship's name and its number. */
const NEAR = 6;

const ofShips = narrationWhere(
  'fact/wrong-registry',
  (text) =>
    (/[A-Z][-–‑ ]?\d/.test(text) && text.search(registry) >= 0) ||
    (text.includes('class') && text.search(shipClass) >= 0),
);

export const wrongRegistry: Rule = {
  id: 'fact/wrong-registry',
  severity: 'error',
  *check(manuscript) {
    if (!isEnglish(manuscript) || manuscript.bible.ships.size === 0) return;
    for (const { scene, narrated } of ofShips(manuscript)) {
      yield* numbers(narrated, scene, manuscript);
      yield* classes(narrated, scene, manuscript);
    }
  },
};

const bare = (number: string): string => number.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
const letters = (number: string): string => /^[A-Z]+/.exec(bare(number))?.[0] ?? '';

function* numbers(narrated: Narrated, scene: Scene, manuscript: Manuscript): Iterable<Fault> {
  const { text } = narrated;
  for (const { 0: said, index } of text.matchAll(registry)) {
    const near = shipsNear(text, index, index + said.length, manuscript);
    // The number of any ship that is spoken of is no slip; of two ships nobody can say whose it should be.
    if (ownersOf(said, manuscript).some((owner) => near.some(({ entries }) => entries.includes(owner)))) continue;
    const ship = new Set(near.map(theOne)).size === 1 ? theOne(near[0]) : undefined;
    if (!ship) continue;
    const held = heldIn(ship.fields.registry, ship, scene, manuscript);
    const [fact] = held;
    if (!fact?.is || letters(fact.is.value) !== letters(said)) continue;
    if (held.some(({ is }) => !is || bare(is.value) === bare(said))) continue;
    const span = spanAt(narrated, { start: index, end: index + said.length });
    yield {
      message: `${said} is not the number of ${sayShip(ship)}, which is ${fact.is.value}; correct it here or in the bible`,
      span,
      related: [{ span: fact.is.span, message: `${sayShip(ship)} bears ${fact.is.value}` }],
      fix: { safe: false, edits: [{ span, text: fact.is.value }] },
      problem: `${ship.id} ${bare(said)}`,
    };
  }
}

const ownersOf = (number: string, { bible }: Manuscript): readonly Ship[] =>
  [...bible.ships.values()].filter(({ fields }) =>
    fields.registry?.some(({ is }) => is && bare(is.value) === bare(number)),
  );

/** The ships whose names stand within a few words of a place, in its sentence. */
function shipsNear(text: string, from: number, to: number, { bible }: Manuscript): readonly Called<'ships'>[] {
  const { start, end } = sentenceAt(text, from);
  const sentence = text.slice(start, end);
  const words = (between: string): number => between.match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu)?.length ?? 0;
  return namesOf(bible, 'ships')
    .allIn(sentence)
    .map((called) => ({ ...called, start: called.start + start, end: called.end + start }))
    .filter((called) => {
      const between = called.end <= from ? text.slice(called.end, from) : text.slice(to, called.start);
      // What is spoken between them parts them.
      return words(between) <= NEAR && !/ {3}/.test(between);
    });
}

/** `the Miranda-class Kestrel`, `the Kestrel, a Miranda-class cruiser`, `the Kestrel was a Miranda-class ship`. */
function* classes(narrated: Narrated, scene: Scene, manuscript: Manuscript): Iterable<Fault> {
  const { text } = narrated;
  const names = namesOf(manuscript.bible, 'ships');
  for (const { 0: whole, 1: said = '', index } of text.matchAll(shipClass)) {
    const end = index + whole.length;
    const lead = /^ (?:(?:star)?ship |cruiser |frigate |scout |tug |vessel |destroyer )?(?:USS )?/.exec(
      text.slice(end),
    );
    const [joint] = /(?:, (?:an?|her|another) | (?:is|was) an? )(?:[a-z]+ )?$/.exec(text.slice(0, index)) ?? [];
    const ship =
      theOne(names.startingAt(text, end + (lead?.[0].length ?? 0))) ??
      (joint ? theOne(names.endingAt(text, index - joint.length)) : undefined);
    if (!ship) continue;
    const held = heldIn(ship.fields.class, ship, scene, manuscript);
    const [fact] = held;
    const same = (known: string): boolean => known.toLowerCase().replace(/[‘’ʼ]/g, "'").startsWith(said.toLowerCase());
    if (!fact?.is || held.some(({ is }) => !is || same(is.value))) continue;
    const span = spanAt(narrated, { start: index, end: index + said.length });
    yield {
      message: `${sayShip(ship)} is of the ${said} class here, and of the ${fact.is.value} class in the bible; correct one of them`,
      span,
      related: [{ span: fact.is.span, message: `${sayShip(ship)} is of the ${fact.is.value} class` }],
      fix: { safe: false, edits: [{ span, text: fact.is.value }] },
      problem: `${ship.id} ${said}`,
    };
  }
}
