import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Extent } from '../../src/manuscript/calendar.ts';
import { manuscriptOf } from '../stock.ts';

const timelinesOf = (yaml: string) => manuscriptOf({ 'story.yaml': yaml, '01.md': 'Lamps.' }).timelines;

const known = timelinesOf(`
calendar: stardate
timelines:
  prime: {}
  wartime: { from: prime, at: 21500.0 }
  mirror: { from: prime, at: 2344 }
  late: { from: wartime, at: 43000.0 }
  loose: { from: prime }
timeline: wartime
`);

const at = (earliest: number, latest = earliest): Extent => ({ earliest, latest });

test('the story’s timeline is the one that it names, else the first, else none', () => {
  expect(known.main).toBe('wartime');
  expect(timelinesOf('timelines: { prime: {}, wartime: { from: prime } }').main).toBe('prime');
  expect(timelinesOf('title: Lamps').main).toBe('');
});

describe('whether a fact of one timeline holds in another', () => {
  test.each<[string, string | undefined, Extent | undefined, string, boolean, boolean]>([
    ['everywhere without a timeline', undefined, at(30_000), 'wartime', true, true],
    ['in its own', 'wartime', at(30_000), 'wartime', true, true],
    ['in a timeline that nobody declared, if it is its own', 'dream', undefined, 'dream', true, true],
    ['in a fork from before it', 'prime', at(21_499.9), 'wartime', true, true],
    ['of the moment of the fork', 'prime', at(21_500), 'wartime', true, false],
    ['not in a fork that left earlier', 'prime', at(21_500.1), 'wartime', false, false],
    ['perhaps, where a year leaves it open', 'prime', at(21_000), 'mirror', true, false],
    ['perhaps, without a time', 'prime', undefined, 'wartime', true, false],
    ['perhaps, where nobody says when the fork was', 'prime', at(1000), 'loose', true, false],
    ['not in what it forked from', 'wartime', at(21_000), 'prime', false, false],
    ['not in a sister', 'wartime', at(21_000), 'mirror', false, false],
    ['through two forks', 'prime', at(21_000), 'late', true, true],
    ['not past the first of two forks', 'prime', at(30_000), 'late', false, false],
    ['between two forks', 'wartime', at(30_000), 'late', true, true],
  ])('%s', (_, timeline, time, asked, holds, surely) => {
    expect(known.holds({ timeline, at: time }, asked)).toBe(holds);
    expect(known.surelyHolds({ timeline, at: time }, asked)).toBe(surely);
  });
});

test('forks that run in a circle end', () => {
  const circle = timelinesOf('timelines: { a: { from: b, at: 43000.0 }, b: { from: a, at: 43100.0 } }');
  expect(circle.holds({ timeline: 'c', at: at(1) }, 'a')).toBe(false);
});

test('what holds surely holds, and what holds early enough holds for whatever is earlier still', () => {
  const timeline = fc.constantFrom('prime', 'wartime', 'mirror', 'late', 'loose', undefined);
  const asked = fc.constantFrom('prime', 'wartime', 'mirror', 'late', 'loose');
  fc.assert(
    fc.property(timeline, asked, fc.integer({ min: 20_000, max: 45_000 }), fc.nat(9000), (from, to, time, earlier) => {
      const fact = { timeline: from, at: at(time) };
      const before = { timeline: from, at: at(time - earlier) };
      if (known.surelyHolds(fact, to)) expect(known.holds(fact, to)).toBe(true);
      if (known.holds(fact, to)) expect(known.holds(before, to)).toBe(true);
      if (known.surelyHolds(fact, to)) expect(known.surelyHolds(before, to)).toBe(true);
    }),
  );
});
