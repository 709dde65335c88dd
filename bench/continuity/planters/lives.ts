/** The dead who speak and act. */

import type { Entry } from '../../../src/manuscript/bible.ts';
import { surelyPast } from '../../../src/manuscript/facts.ts';
import type { Scene } from '../../../src/manuscript/model.ts';
import { playedAt } from '../../../src/manuscript/storytime.ts';
import { type Fault, type Planter, placeOf, write } from '../fault.ts';
import { asWritten, deeds, namesPattern, paragraphsOf, sayings, usualName } from '../prose.ts';
import type { Text } from '../text.ts';

type Person = Entry<'characters'>;

function deadIn(text: Text, scene: Scene): readonly Person[] {
  const { bible, timelines } = text.manuscript;
  const played = playedAt(text.manuscript, scene);
  if (!played || scene.mode !== 'linear') return [];
  return [...bible.characters.values()].filter(
    ({ fields: { died, timeline, ambiguous } }) =>
      !ambiguous?.value && surelyPast(died, played, { timelines, timeline: scene.timeline, own: timeline }),
  );
}

const deathOf = ({ fields }: Person) => (fields.died ?? []).flatMap(({ at }) => (at ? [placeOf(at.span)] : []));

/** Puts a dead person's name in the place of a living one's, wherever one of some patterns finds the living. */
function* revived(
  text: Text,
  forms: (names: string) => readonly RegExp[],
  where: 'text' | 'narration',
): Iterable<Fault> {
  const { pattern, who } = namesPattern([...text.manuscript.bible.characters.values()]);
  for (const paragraph of paragraphsOf(text)) {
    const dead = deadIn(text, paragraph.scene);
    if (dead.length === 0) continue;
    for (const match of forms(pattern).flatMap((form) => [...paragraph[where].matchAll(form)])) {
      const [start, end] = match.indices?.groups?.name ?? [];
      const living = who(match.groups?.name ?? '');
      if (start === undefined || end === undefined || (living && dead.includes(living as Person))) continue;
      for (const person of dead) {
        const put = asWritten(text, usualName(text, person) ?? person.name);
        const span = paragraph.place(start, end);
        yield { edits: [write(span, put)], at: placeOf(span), others: deathOf(person) };
      }
    }
  }
}

export const deadSpeak: Planter = {
  kind: 'the dead revived',
  way: 'as speaker: the name in a speech tag',
  nature: 'prose',
  rules: ['presence/dead-character-acts'],
  *faults(text, chance) {
    const tags = (names: string) => [
      new RegExp(`[,!?—.…]["”] (?:${sayings}) (?<name>${names})\\b`, 'dgu'),
      new RegExp(`[,!?—.…]["”] (?<name>${names}) (?:${sayings})\\b`, 'dgu'),
    ];
    yield* chance.shuffle([...revived(text, tags, 'text')]);
  },
};

export const deadAct: Planter = {
  kind: 'the dead revived',
  way: 'as agent: the subject of a main clause',
  nature: 'prose',
  rules: ['presence/dead-character-acts'],
  *faults(text, chance) {
    const clauses = (names: string) => [
      new RegExp(`(?:^|[.!?] )(?<name>${names}) (?:${deeds})\\b(?! (?:been|be)\\b)`, 'dgu'),
    ];
    yield* chance.shuffle([...revived(text, clauses, 'narration')]);
  },
};
