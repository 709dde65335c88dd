/** What the page of characters says of whom, and from which chapter on. */

import { expect, test } from 'vitest';
import { openPublication } from '../../src/editions/publication.ts';
import { openSite } from '../../src/site/site.ts';
import { manuscriptOf } from '../stock.ts';

const bible = `
characters:
  mira:
    name: Mira
    since: 1
    rank:
      - { is: Ensign, until: 43020.0 }
      - { is: Lieutenant, from: 43020.0 }
      - { is: Captain, from: 43040.0, since: 3 }
    aboard:
      - { is: heron }
      - { is: quay, from: 43030.0, since: 2 }
ships:
  heron: { name: Heron, prefix: USS }
places:
  quay: { name: the quay }
`;
const chapter = (stardate: string): string => `---\nstardate: ${stardate}\n---\n\nMira woke.\n`;

test('of what has changed the newest comes first, with when; nothing tells of a change before its chapter', () => {
  const { people } = openSite({
    publication: openPublication(
      manuscriptOf({
        'story.yaml': 'title: A\ncalendar: stardate\nera: [43000, 43999]\n',
        'bible.yaml': bible,
        '1.md': chapter('43021.0'),
        '2.md': chapter('43031.0'),
        '3.md': chapter('43041.0'),
      }),
    ),
  });
  const [mira] = people;
  expect(mira?.facts.map(({ name, words, when, prefix, since }) => [since, name, words, when, prefix])).toEqual([
    [1, 'Rank', 'Lieutenant', 'from 43020.0', undefined],
    [1, 'Rank', 'Ensign', undefined, undefined],
    [1, 'Aboard', 'Heron', undefined, 'USS'],
    [2, 'Aboard', 'the quay', 'from 43030.0', undefined],
    [3, 'Rank', 'Captain', 'from 43040.0', undefined],
  ]);
});
