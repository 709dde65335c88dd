import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLength, sayLength } from '../../src/manuscript/lengths.ts';

const HOUR = 1 / 24;

test.each<[string, number]>([
  ['20 minutes', HOUR / 3],
  ['3 hours', 3 * HOUR],
  ['2 days', 2],
  ['a week', 7],
  ['6 months', 6 * 30.44],
  ['half a day', 0.5],
  ['half an hour', HOUR / 2],
  ['an hour', HOUR],
  ['one day', 1],
  ['Twelve Hours', 12 * HOUR],
  ['forty minutes', 40 / 1440],
  ['forty-two days', 42],
  ['twenty days', 20],
  ['1.5 days', 1.5],
  ['90 min', 90 / 1440],
  ['2h', 2 * HOUR],
  ['a day and a half', 1.5],
  ['two and a half days', 2.5],
  ['2 and a half hours', 2.5 * HOUR],
  ['2 days and 4 hours', 2 + 4 * HOUR],
  ['2 days, 4 hours and 30 minutes', 2 + 4.5 * HOUR],
  ['2 days, 4 hours, and 30 minutes', 2 + 4.5 * HOUR],
  ['a fortnight', 14],
  ['two centuries', 73_050],
  ['0 minutes', 0],
  ['PT3H', 3 * HOUR],
  ['P2DT4H', 2 + 4 * HOUR],
  ['P1W', 7],
  ['P0.5D', 0.5],
  ['pt20m', 20 / 1440],
  ['P1Y6M', 365.25 + 6 * 30.44],
  ['  3 hours  ', 3 * HOUR],
])('“%s”', (text, days) => {
  expect(readLength(text)).toBeCloseTo(days, 9);
});

test.each([
  '',
  'soon',
  'hours',
  '3',
  '-3 hours',
  'a few days',
  'a couple of hours',
  'several weeks',
  'twenty-zero days',
  'forty-ten days',
  'P',
  'PT',
  '3 hours later',
  '3 parsecs',
  'a',
])('“%s” is no length', (text) => {
  expect(readLength(text)).toBeUndefined();
});

test.each<[number, string]>([
  [0, '0 minutes'],
  [1 / 1440, '1 minute'],
  [0.036525, '53 minutes'],
  [HOUR, '1 hour'],
  [1.5 * HOUR, '1.5 hours'],
  [1, '1 day'],
  [1.02, '1 day'],
  [6.9, '6.9 days'],
  [7, '7 days'],
  [14, '2 weeks'],
  [40, '5.7 weeks'],
  [61, '2 months'],
  [365.25, '1 year'],
  [-2, '2 days'],
])('%d days are said as “%s”', (days, text) => {
  expect(sayLength(days)).toBe(text);
});

test('what is said can be read again, and is near', () => {
  fc.assert(
    fc.property(fc.double({ min: 1 / 1440, max: 40_000, noNaN: true }), (days) => {
      const again = readLength(sayLength(days)) ?? Number.NaN;
      expect(Math.abs(again - days)).toBeLessThanOrEqual(days * 0.06);
    }),
  );
});

test('reading never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const days = readLength(text);
      if (days !== undefined) expect(days).toBeGreaterThanOrEqual(0);
    }),
  );
});
