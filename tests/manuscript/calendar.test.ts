import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Calendar,
  compareMoments,
  daysBetween,
  type Extent,
  isMoment,
  isPoint,
  type Moment,
} from '../../src/manuscript/calendar.ts';
import { date, daysFromCivil } from '../../src/manuscript/calendars/date.ts';
import { countingCalendar, monthCalendar } from '../../src/manuscript/calendars/own.ts';
import { stardate, stardate2009, stardateTos } from '../../src/manuscript/calendars/stardate.ts';

const shire = monthCalendar({
  name: 'Shire Reckoning',
  months: ['Afteryule', 'Solmath', 'Rethe'].map((name) => ({ name, days: 30 })),
});
const ages = monthCalendar({
  name: 'the Ages',
  months: [{ name: 'Rethe', days: 30 }],
  eras: ['Second Age', 'Third Age'],
});
const seasons = monthCalendar({ name: 'seasons', months: [{ name: 'Spring' }, { name: 'Summer' }] });
const hours = countingCalendar({ name: 'the watch', unitsPerDay: 24, format: 'hour {n}' });
const sols = countingCalendar({ name: 'sols' });

function read(calendar: Calendar, text: string): Moment {
  const moment = calendar.read(text);
  if (!isMoment(moment)) throw new Error(`${text}: ${moment.why}`);
  return moment;
}

test.each<[Calendar, string, string, -1 | 0 | 1]>([
  [stardate, '43625.2', '43997.6', -1],
  [stardate, '43625.20', '43625.2', 0],
  [stardate, '2366', '43625.2', 0],
  [stardate, '2335', '43625.2', -1],
  [stardate, '2367', '43999.9', 1],
  [stardate, '2322', '2323', -1],
  [stardate, '43625', '43625.9', 0],
  [stardate, '43625', '43626.0', -1],
  [stardate, '2366-08-17', '43625.2', 0],
  [stardate, '2366-08-16', '43625.2', -1],
  [stardate, '2366-08-18', '43625.2', 1],
  [stardate, '2366-12-31', '2366', 0],
  [stardate, '2366-12-31', '2367', -1],
  [stardate, '2364-02-29', '2364-03-01', -1],
  [stardateTos, '4523.3', '4523.7', -1],
  [stardateTos, '4523.3', '4523.30', 0],
  [stardateTos, '5000.1', '4523.3', 1],
  [stardateTos, '2267', '4523.3', 0],
  [stardateTos, '2266', '2267', -1],
  [stardateTos, '2267-03-01', '2267', 0],
  [stardateTos, '2233-03-22', '2267', -1],
  [stardate2009, '2258.42', '2258.5', 1],
  [stardate2009, '2258.042', '2258.42', 0],
  [stardate2009, '2258.365', '2259.1', -1],
  [stardate2009, '2258', '2258.365', 0],
  [stardate2009, '2258', '2259.1', -1],
  [stardate2009, '2233-01-04', '2233.4', 0],
  [date, '1815-06-18', '1815-06-19', -1],
  [date, '1815-06', '1815-06-30', 0],
  [date, '1815', '1816-01-01', -1],
  [date, '1815', '1815-12-31T23:59', 0],
  [date, '1815-06-18', '1815-06-18T11:35', 0],
  [date, '1815-06-18T11:35', '1815-06-18T11:36', -1],
  [date, '1815-06-18T24:00', '1815-06-19T00:00', 0],
  [date, '1815-06-18 11:35', '1815-06-18T11:35', 0],
  [date, '1815-06-18T12:00+01:00', '1815-06-18T11:00Z', 0],
  [date, '-44-03-15', '14-08-19', -1],
  [date, '-44', '44', -1],
  [shire, '14 Solmath 1418', '1 Rethe 1418', -1],
  [shire, '14 solm 1418', '14 Solmath 1418', 0],
  [shire, '14. Solmath 1418', 'Solmath 1418', 0],
  [shire, '1418', '30 Rethe 1418', 0],
  [shire, '1418', '1 Afteryule 1419', -1],
  [ages, '3441 Second Age', '2 Third Age', -1],
  [ages, '9999 Second Age', '1 Rethe 1 Third Age', -1],
  [ages, '3019', '2 Third Age', 0],
  [ages, '3018', '3019', -1],
  [seasons, 'Spring 4', 'Summer 4', -1],
  [hours, 'hour 7', 'hour 8', -1],
  [hours, '7', 'hour 7.5', 0],
  [hours, 'HOUR 7.5', '7.25', 1],
  [sols, '-3', '12', -1],
])('$0.name: $1 against $2', (calendar, a, b, order) => {
  expect(compareMoments(read(calendar, a), read(calendar, b))).toBe(order);
  expect(compareMoments(read(calendar, b), read(calendar, a))).toBe(0 - order || 0);
});

test('stardate 43625.2 falls on 17 August 2366', () => {
  const days = (43625.2 / 1000) * 365.25;
  expect(Math.floor(days)).toBe(daysFromCivil(2366, 8, 17) - daysFromCivil(2323, 1, 1));
  expect(compareMoments(read(stardate, '41000.0'), read(stardate, '2364-01-01T00:00'))).toBe(0);
});

test.each<[Calendar, string, boolean]>([
  [stardate, '43625.2', true],
  [stardate, '43625', false],
  [stardate, '2366', false],
  [stardateTos, '4523.3', true],
  [stardate2009, '2258.42', false],
  [date, '1815-06-18', false],
  [date, '1815-06-18T11:35', true],
  [shire, '14 Solmath 1418', false],
  [hours, 'hour 7', false],
  [hours, 'hour 7.5', true],
])('$0.name: whether $1 is a point', (calendar, text, point) => {
  expect(isPoint(read(calendar, text))).toBe(point);
});

describe('the days between two times', () => {
  test.each<[Calendar, string, string, number | undefined, number | undefined]>([
    [stardate, '43000.0', '44000.0', 365.25, 365.25],
    [stardate, '43625.2', '43625.1', -0.036525, -0.036525],
    [stardateTos, '4523.3', '4524.3', undefined, undefined],
    [stardate2009, '2258.5', '2258.42', 36.001, 37.999],
    [date, '1815-06-18T06:00', '1815-06-18T18:00', 0.5, 0.5],
    [date, '2366-02-28', '2366-03-01', 0, 2],
    [date, '2368-02-28', '2368-03-01', 1, 3],
    [shire, '1 Solmath 1418', '1 Rethe 1418', 29.001, 30.999],
    [seasons, 'Spring 4', 'Summer 4', undefined, undefined],
    [ages, '3441 Second Age', '2 Third Age', undefined, undefined],
    [ages, '1 Rethe 2 Third Age', '1 Rethe 3 Third Age', 29.001, 30.999],
    [ages, '3018', '3019 Third Age', undefined, undefined],
    [hours, '7.5', '31.5', 1, 1],
    [sols, '7.5', '31.5', undefined, undefined],
  ])('$0.name: from $1 to $2', (calendar, a, b, least, most) => {
    const days = daysBetween(calendar, read(calendar, a), read(calendar, b));
    if (least === undefined || most === undefined) expect(days).toBeUndefined();
    else {
      expect(days?.least).toBeCloseTo(least, 3);
      expect(days?.most).toBeCloseTo(most, 3);
    }
  });
});

describe('what is no time, and what may have been meant', () => {
  test.each<[Calendar, string, string | undefined]>([
    [stardate, '4362.52', '43625.2'],
    [stardate, '43625,2', '43625.2'],
    [stardate, '436252', '43625.2'],
    [stardate, '43625 .2', '43625.2'],
    [stardate, '436.2', undefined],
    [stardate, '43625.2.1', '43625.21'],
    [stardate, '-43625.2', undefined],
    [stardate, '2366-13-01', undefined],
    [stardate, '', undefined],
    [stardate, 'soon', undefined],
    [stardateTos, '43625.2', undefined],
    [stardateTos, '4523,3', '4523.3'],
    [stardate2009, '2258,42', '2258.42'],
    [stardate2009, '2258.366', undefined],
    [stardate2009, '2258.0', undefined],
    [stardate2009, '43625.2', undefined],
    [date, '1815-02-29', undefined],
    [date, '1815-13-01', undefined],
    [date, '1815-6-18', '1815-06-18'],
    [date, '1815/06/18', '1815-06-18'],
    [date, '18.6.1815', undefined],
    [date, '1815-06-18T24:30', undefined],
    [date, '1815-06-18T11:60', undefined],
    [shire, '31 Solmath 1418', undefined],
    [shire, '3 Blotmath 1418', undefined],
    [shire, 'Solmath', undefined],
    [hours, 'day 7', undefined],
  ])('$0.name: “$1”', (calendar, text, instead) => {
    const answer = calendar.read(text);
    expect(isMoment(answer)).toBe(false);
    if (!isMoment(answer)) {
      expect(answer.why).not.toBe('');
      expect(answer.instead).toBe(instead);
      if (instead) expect(isMoment(calendar.read(instead))).toBe(true);
    }
  });
});

test('a leap day is a day of its year under the films’ calendar', () => {
  expect(compareMoments(read(stardate2009, '2260.366'), read(stardate2009, '2261.1'))).toBe(-1);
});

describe('laws', () => {
  const everyCalendar = [stardate, stardateTos, stardate2009, date, shire, ages, seasons, hours, sols];

  test('reading never throws, and no moment ends before it begins', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyCalendar), fc.string(), (calendar, text) => {
        const answer = calendar.read(text);
        if (isMoment(answer)) expect(answer.latest).toBeGreaterThanOrEqual(answer.earliest);
      }),
    );
  });

  const extent = fc
    .tuple(fc.integer({ min: -50, max: 50 }), fc.nat(20))
    .map(([earliest, length]): Extent => ({ earliest, latest: earliest + length }));

  test('order is strict: before is not after, and what is before what is before comes first', () => {
    fc.assert(
      fc.property(extent, extent, extent, (a, b, c) => {
        expect(compareMoments(a, b)).toBe(0 - compareMoments(b, a) || 0);
        if (compareMoments(a, b) < 0 && compareMoments(b, c) < 0) expect(compareMoments(a, c)).toBe(-1);
      }),
    );
  });

  test('the days between two times have a sign where the times have an order', () => {
    fc.assert(
      fc.property(extent, extent, (a, b) => {
        const days = daysBetween(stardate, a, b);
        expect(days?.least).toBeLessThanOrEqual(days?.most ?? Number.NaN);
        if (compareMoments(a, b) < 0) expect(days?.least).toBeGreaterThan(0);
        if (compareMoments(a, b) > 0) expect(days?.most).toBeLessThan(0);
      }),
    );
  });

  test('a day of our calendar lies within its month and its year under every stardate', () => {
    const day = fc.tuple(
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(stardate, stardateTos, stardate2009, date), day, (calendar, [y, m, d]) => {
        const year = read(calendar, String(y));
        const whole = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
        const inside = read(calendar, whole);
        expect(inside.earliest).toBeGreaterThanOrEqual(year.earliest - 1e-6);
        expect(inside.latest).toBeLessThanOrEqual(year.latest + 1e-6);
      }),
    );
  });
});
