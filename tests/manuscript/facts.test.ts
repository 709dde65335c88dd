import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Extent } from '../../src/manuscript/calendar.ts';
import { factsAt, surelyPast, type Within } from '../../src/manuscript/facts.ts';
import { manuscriptOf } from '../stock.ts';

const story = `
calendar: stardate
timelines: { first: {}, other: { from: first, at: 42000.0 } }
`;

/** The ranks or the deaths of somebody in the bible, and where they are asked about. */
function person(yaml: string, timeline = 'first') {
  const { bible, timelines } = manuscriptOf({
    'story.yaml': story,
    'bible.yaml': `characters:\n  tam: { ${yaml} }`,
    '01.md': 'Lamps.',
  });
  const fields = bible.characters.get('tam')?.fields ?? {};
  const within: Within = { timelines, timeline, own: fields.timeline };
  return { fields, within };
}

const at = (earliest: number, latest = earliest): Extent => ({ earliest, latest });

/** `Captain` for what holds for certain, `Captain?` for what may. */
function ranks(yaml: string, when: Extent, timeline?: string): string[] {
  const { fields, within } = person(yaml, timeline);
  return factsAt(fields.rank, when, within).map(({ fact, certain }) => `${fact.is?.value}${certain ? '' : '?'}`);
}

describe('what holds at a time', () => {
  const career =
    'rank: [{ is: Ensign, until: 42500.0 }, { is: Lieutenant, from: 42500.0, until: 43000.0 }, { is: Captain, from: 43000.0 }]';
  test.each<[string, string, Extent, string[]]>([
    ['a plain value, always', 'rank: Captain', at(-9e9), ['Captain']],
    ['the first of several', career, at(42499.9), ['Ensign']],
    ['one in the middle', career, at(42700), ['Lieutenant']],
    ['the old and the new at the moment of the change', career, at(43000), ['Lieutenant?', 'Captain?']],
    ['the last, from then on', career, at(99999), ['Captain']],
    ['both within a time that holds the change', career, at(42900, 43100), ['Lieutenant?', 'Captain?']],
    [
      'all of them at a time that nobody knows',
      career,
      at(-Infinity, Infinity),
      ['Ensign?', 'Lieutenant?', 'Captain?'],
    ],
    ['a plain value at a time that nobody knows', 'rank: Captain', at(-Infinity, Infinity), ['Captain']],
    ['nothing in a gap', 'rank: [{ is: Ensign, until: 42500.0 }, { is: Captain, from: 43000.0 }]', at(42700), []],
    ['nothing before the first', 'rank: [{ is: Captain, from: 43000.0 }]', at(42700), []],
    [
      'a fact without an end, until the next begins',
      'rank: [{ is: Ensign, from: 42000.0 }, { is: Captain, from: 43000.0 }]',
      at(43100),
      ['Captain'],
    ],
    [
      'a fact without a beginning, from the end of the one before',
      'rank: [{ is: Ensign, until: 42500.0 }, { is: Captain }]',
      at(42400),
      ['Ensign'],
    ],
    ['and after it', 'rank: [{ is: Ensign, until: 42500.0 }, { is: Captain }]', at(42600), ['Captain']],
    ['two without any time, perhaps', 'rank: [Ensign, Captain]', at(42600), ['Ensign', 'Captain?']],
    ['a year in which it began', 'rank: [{ is: Captain, from: 2366 }]', at(43500), ['Captain?']],
    ['a year after that', 'rank: [{ is: Captain, from: 2366 }]', at(44000.1), ['Captain']],
  ])('%s', (_, yaml, when, held) => {
    expect(ranks(yaml, when)).toEqual(held);
  });

  test.each<[string, string, string, string[]]>([
    ['a fact of this timeline', 'rank: [{ is: Captain, timeline: first }]', 'first', ['Captain']],
    ['not a fact of a fork', 'rank: [{ is: Captain, timeline: other }]', 'first', []],
    ['a fact from before the fork', 'rank: [{ is: Captain, from: 41000.0, timeline: first }]', 'other', ['Captain']],
    ['not one from after it', 'rank: [{ is: Captain, from: 42500.0, timeline: first }]', 'other', []],
    [
      'what holds everywhere, until what holds here begins',
      'rank: [{ is: Ensign }, { is: Captain, from: 42500.0, timeline: other }]',
      'other',
      ['Captain'],
    ],
    [
      'and on, where that does not hold',
      'rank: [{ is: Ensign }, { is: Captain, from: 42500.0, timeline: other }]',
      'first',
      ['Ensign'],
    ],
    ['the entry’s own timeline, where a fact has none', 'timeline: other, rank: Captain', 'first', []],
  ])('%s', (_, yaml, timeline, held) => {
    expect(ranks(yaml, at(43000), timeline)).toEqual(held);
  });

  test('within a narrower time less may hold than within a wider one around it, and more for certain', () => {
    const bound = fc.integer({ min: 42_400, max: 43_100 });
    fc.assert(
      fc.property(
        fc.constantFrom(career, 'rank: Captain', 'rank: [{ is: Ensign, from: 42450.0 }, { is: Captain, from: 2366 }]'),
        fc.array(bound, { minLength: 4, maxLength: 4 }),
        (yaml, bounds) => {
          const [a, b, c, d] = bounds.sort((x, y) => x - y) as [number, number, number, number];
          const [narrow, wide] = [ranks(yaml, at(b, c)), ranks(yaml, at(a, d))];
          const bare = (held: string[]) => held.map((rank) => rank.replace('?', ''));
          for (const rank of bare(narrow)) expect(bare(wide)).toContain(rank);
          for (const rank of wide) if (!rank.endsWith('?')) expect(narrow).toContain(rank);
        },
      ),
    );
  });
});

describe('what is surely past', () => {
  test.each<[string, string, Extent, string, string | undefined]>([
    ['a death before', 'died: 43000.0', at(43000.1), 'first', '43000.0'],
    ['not at its own moment', 'died: 43000.0', at(43000), 'first', undefined],
    ['not a death to come', 'died: 43000.0', at(42000), 'first', undefined],
    ['not where the time may be earlier', 'died: 43000.0', at(42000, 44000), 'first', undefined],
    ['where only the end is unknown', 'died: 43000.0', at(43001, Infinity), 'first', '43000.0'],
    ['not within its year', 'died: 2366', at(43500), 'first', undefined],
    ['not without a date', 'died: { how: nobody knows }', at(43500), 'first', undefined],
    ['the last of two', 'died: [{ at: 42000.0 }, { at: 43000.0 }]', at(43500), 'first', '43000.0'],
    ['not between two', 'died: [{ at: 42000.0 }, { at: 43000.0 }]', at(42500), 'first', undefined],
    [
      'not in a timeline that forked before it',
      'died: { at: 43000.0, timeline: first }',
      at(43500),
      'other',
      undefined,
    ],
    ['in one that forked after it', 'died: { at: 41000.0, timeline: first }', at(43500), 'other', '41000.0'],
    [
      'not where it happened as the timelines parted',
      'died: { at: 42000.0, timeline: first }',
      at(43500),
      'other',
      undefined,
    ],
    [
      'of the timeline alone that is asked about',
      'died: [{ at: 43000.0, timeline: first }, { at: 43900.0, timeline: other }]',
      at(43500),
      'first',
      '43000.0',
    ],
  ])('%s', (_, yaml, when, timeline, text) => {
    const { fields, within } = person(yaml, timeline);
    expect(surelyPast(fields.died, when, within)?.at.value.text).toBe(text);
  });

  test('what is past stays past', () => {
    const { fields, within } = person('died: [{ at: 42500.0 }, { at: 2366 }]');
    fc.assert(
      fc.property(fc.integer({ min: 42_000, max: 45_000 }), fc.nat(2000), (time, later) => {
        if (surelyPast(fields.died, at(time), within))
          expect(surelyPast(fields.died, at(time + later), within)).toBeDefined();
      }),
    );
  });
});
