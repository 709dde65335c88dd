import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Extent, isBefore } from '../../src/manuscript/calendar.ts';
import { longestInOrder } from '../../src/manuscript/order.ts';

const points = (...times: number[]): Extent[] => times.map((time) => ({ earliest: time, latest: time }));

test.each<[string, number[], number[]]>([
  ['nothing', [], []],
  ['all', [1, 2, 2, 3], [0, 1, 2, 3]],
  ['all but one that is too early', [10, 20, 5, 30], [0, 1, 3]],
  ['all but one that is too late', [10, 90, 20, 30], [0, 2, 3]],
  ['all but two that are too late', [10, 20, 90, 91, 30, 40, 50], [0, 1, 4, 5, 6]],
  ['all but the first', [90, 10, 20], [1, 2]],
])('what stands in order: %s', (_, times, places) => {
  expect([...longestInOrder(points(...times))].sort((a, b) => a - b)).toEqual(places);
});

const inOrder = (times: readonly Extent[]): boolean =>
  times.every((time, i) => times.slice(i + 1).every((later) => !isBefore(later, time)));

test('what is kept is in order, and nothing longer is', () => {
  const extent = fc
    .tuple(fc.nat(20), fc.constantFrom(0, 0, 0, 3, 20))
    .map(([earliest, length]): Extent => ({ earliest, latest: earliest + length }));
  fc.assert(
    fc.property(fc.array(extent, { maxLength: 9 }), (times) => {
      const kept = longestInOrder(times);
      expect(inOrder(times.filter((_, i) => kept.has(i)))).toBe(true);
      let best = 0;
      for (let choice = 0; choice < 2 ** times.length; choice += 1) {
        const chosen = times.filter((_, i) => choice & (1 << i));
        if (chosen.length > best && inOrder(chosen)) best = chosen.length;
      }
      expect(kept.size).toBe(best);
    }),
  );
});
