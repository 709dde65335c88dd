/** The lines of the timeline: where each begins. */

import { expect, test } from 'vitest';
import { openPublication } from '../../src/editions/publication.ts';
import { openSite } from '../../src/site/site.ts';
import { manuscriptOf } from '../stock.ts';

const chapter = (stardate: string, timeline = 'prime'): string =>
  `---\nstardate: ${stardate}\ntimeline: ${timeline}\n---\n\nMira woke.\n`;

test('several that fork between two chapters do so one after the other, in their time, none before its parent', () => {
  const { chronicle } = openSite({
    publication: openPublication(
      manuscriptOf({
        'story.yaml': [
          'title: A',
          'calendar: stardate',
          'era: [43000, 43999]',
          'timelines:',
          '  prime: {}',
          '  third: { from: second, at: 43002.5 }',
          '  second: { from: prime, at: 43002.5 }',
          '  first: { from: prime, at: 43002.0 }',
          'timeline: prime',
        ].join('\n'),
        '1.md': chapter('43001.0'),
        '2.md': chapter('43003.0', 'third'),
        '3.md': chapter('43003.5', 'first'),
        '4.md': chapter('43004.0'),
      }),
    ),
  });
  const by = (kind: 'told' | 'order'): string[] =>
    chronicle.lanes.toSorted((a, b) => a[kind] - b[kind]).map(({ id }) => id);
  expect(by('order')).toEqual(['prime', 'first', 'second', 'third']);
  expect(by('told')).toEqual(['prime', 'second', 'third', 'first']);
  for (const kind of ['told', 'order'] as const)
    expect(new Set(chronicle.lanes.map((lane) => lane[kind])).size, kind).toBe(4);
  // Each begins between two places, where its own row stands.
  expect(chronicle.lanes.map(({ order }) => Math.ceil(order))).toEqual([0, 1, 1, 1]);
});
