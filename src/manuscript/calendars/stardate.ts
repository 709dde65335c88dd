/** The three stardates of Star Trek. */

import { type Calendar, isMoment, type Malformed, type Moment } from '../calendar.ts';
import { date, daysFromCivil } from './date.ts';

const point = (value: number, text: string): Moment => ({ earliest: value, latest: value, text });

/** A year, a month, a day or an hour of our own calendar, as births are often given: a year takes four digits. */
function readCivil(text: string): Moment | undefined {
  const read = /^\d{4}(?:-|$)/.test(text) ? date.read(text) : undefined;
  return read && isMoment(read) ? read : undefined;
}

const daysIn = (year: number): number => daysFromCivil(year + 1, 1, 1) - daysFromCivil(year, 1, 1);

/** The years from the beginning of the year 0 to a day, so that every year has the same length: 2366.5 is in July 2366. */
function inYears(days: number): number {
  const guess = Math.floor(1970 + days / 365.2425);
  const year = [guess + 1, guess, guess - 1].find((near) => daysFromCivil(near, 1, 1) <= days) ?? guess;
  return year + (days - daysFromCivil(year, 1, 1)) / daysIn(year);
}

/**
 * The Next Generation era, after Okuda's Star Trek Chronology: 1000 units a year from 2323-01-01, so that 41000.0 is
 * 2364-01-01, 43625.2 is 17 August 2366, and one unit is 8.766 hours. A whole number of four digits is a year; a date of
 * ours is read too, and a whole number of five digits covers its unit.
 */
export const stardate: Calendar = {
  name: 'stardate',
  noun: 'stardate',
  daysPerUnit: 365.25 / 1000,
  daysPerYear: 365.25,
  slip: 1000,
  read(text) {
    const civil = readCivil(text);
    if (civil) {
      const [earliest, latest] = [civil.earliest, civil.latest].map((days) => (inYears(days) - 2323) * 1000);
      return { earliest: earliest as number, latest: latest as number, text };
    }
    if (/^\d{5}$/.test(text)) return { earliest: Number(text), latest: Number(text) + 0.999, text };
    if (/^\d{5}\.\d+$/.test(text)) return point(Number(text), text);
    return { why: 'a stardate of this era has five digits before its point, as in 43625.2', ...repaired(text) };
  },
};

/** A comma for the point, a point that slipped, a space: what can be mended without a guess about digits. */
function repaired(text: string): Pick<Malformed, 'instead'> {
  if (/^\d{5},\d+$/.test(text)) return { instead: text.replace(',', '.') };
  const digits = text.replace(/[\s.,_]/g, '');
  const slipped = /^[\d\s.,_]+$/.test(text) && digits.length >= 6 && digits.length <= 7;
  return slipped ? { instead: `${digits.slice(0, 5)}.${digits.slice(5)}` } : {};
}

/**
 * The original series: four digits and a decimal, which rise but measure nothing. Order only. A whole number is a year,
 * and a year or a date has no place among them.
 */
export const stardateTos: Calendar = {
  name: 'stardate-tos',
  noun: 'stardate',
  slip: 3000,
  read(text) {
    if (/^\d{4}\.\d+$/.test(text)) return point(Number(text), text);
    const civil = readCivil(text);
    if (civil) return { earliest: inYears(civil.earliest), latest: inYears(civil.latest), text, scale: 'year' };
    const instead = /^\d{4},\d+$/.test(text) ? { instead: text.replace(',', '.') } : {};
    return { why: 'a stardate of the original series has four digits before its point, as in 4523.3', ...instead };
  },
};

/** The films from 2009: the year, a point and the day of the year, so that 2258.42 (day 42) comes after 2258.5 (day 5). */
export const stardate2009: Calendar = {
  name: 'stardate-2009',
  noun: 'stardate',
  daysPerUnit: 1,
  daysPerYear: 365.2425,
  slip: 366,
  read(text) {
    const civil = readCivil(text);
    if (civil) return civil;
    const [, year, day] = /^(\d{4})\.(\d{1,3})$/.exec(text) ?? [];
    const why = 'a stardate of these films is a year and a day of the year, as in 2258.42';
    if (!year) return /^\d{4},\d{1,3}$/.test(text) ? { why, instead: text.replace(',', '.') } : { why };
    if (Number(day) < 1 || Number(day) > daysIn(Number(year))) {
      return { why: `the year ${year} has no day ${day}; ${why}` };
    }
    const start = daysFromCivil(Number(year), 1, 1) + Number(day) - 1;
    return { earliest: start, latest: start + 0.999, text };
  },
};
