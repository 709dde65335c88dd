/** Whom a story is about that does not say so itself. */

import { expect, test } from 'vitest';
import { openPublication } from '../../src/editions/publication.ts';
import { speakingCast } from '../../src/reports/speaking.ts';
import { manuscriptOf } from '../stock.ts';

const bible = `characters:
  mira: { name: Mira Okoro, aliases: [Mira] }
  tam: { name: Tam, ao3: Tam (Lamps) }
  sorel: { name: Sorel, since: 2 }
  dunn: { name: Dunn }
`;
const prose = '“Out,” said Tam. Dunn nodded.\n\n“All?” said Mira.\n\n“All,” said Tam.\n\n“Yes,” said Sorel.';
const castIn = (story: string): readonly unknown[] =>
  openPublication(
    manuscriptOf({
      'story.yaml': `title: A\n${story}`,
      'bible.yaml': bible,
      '1.md': prose,
      '2.md': `---\nstatus: draft\n---\n\n${'“No,” said Mira.\n\n'.repeat(3)}`,
    }),
    { now: 0, speaking: speakingCast },
  ).cast;

test('who speaks in what is published, the most talkative first, and nobody whom readers may not know yet', () => {
  expect(castIn('')).toEqual([
    { name: 'Tam', tag: 'Tam (Lamps)' },
    { name: 'Mira Okoro', tag: 'Mira Okoro' },
  ]);
});

test('the story’s own word comes first, and of what is not read nobody is told', () => {
  expect(castIn('characters: [dunn, Somebody]\n')).toEqual([
    { name: 'Dunn', tag: 'Dunn' },
    { name: 'Somebody', tag: 'Somebody' },
  ]);
  expect(castIn('language: fr\n')).toEqual([]);
});
