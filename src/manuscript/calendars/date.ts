/** ISO 8601 dates: years, months, days and times of day, on the proleptic Gregorian calendar. */

import type { Calendar, Malformed } from '../calendar.ts';

/** Days from 1970-01-01 to a civil date (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"); any year. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

const form =
  /^([+-]?\d{1,6})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/i;

/** The shortest stretch that is left open at a moment's end, so that midnight belongs to the next day. A second, in days. */
const SECOND = 1 / 86_400;

export const date: Calendar = {
  name: 'date',
  noun: 'date',
  daysPerUnit: 1,
  daysPerYear: 365.2425,
  slip: 366 * 30,
  read(text) {
    const parts = form.exec(text);
    if (!parts) return { why: 'a date is written year-month-day, as in 1815-06-18', ...repaired(text) };
    const [, y = '', m, d, hour, minute, second = '0', zone] = parts;
    const year = Number(y);
    if (m === undefined) {
      return { earliest: daysFromCivil(year, 1, 1), latest: daysFromCivil(year + 1, 1, 1) - SECOND, text };
    }
    const month = Number(m);
    if (month < 1 || month > 12) return { why: `there is no month ${m}` };
    const next = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1);
    if (d === undefined) return { earliest: daysFromCivil(year, month, 1), latest: next - SECOND, text };
    const day = daysFromCivil(year, month, Number(d));
    if (Number(d) < 1 || day >= next) return { why: `there is no day ${d} in ${y}-${m}` };
    if (hour === undefined || minute === undefined) return { earliest: day, latest: day + 1 - SECOND, text };
    const past = Number(hour) > 23 && !(hour === '24' && Number(minute) + Number(second) === 0);
    if (past || Number(minute) > 59 || Number(second) >= 61) return { why: `there is no time ${hour}:${minute}` };
    const moment = day + (Number(hour) * 3600 + Number(minute) * 60 + Number(second) - offsetOf(zone)) * SECOND;
    return { earliest: moment, latest: moment, text };
  },
};

/** Slashes or points for hyphens, and digits without their zero, where the year comes first and nothing is guessed. */
function repaired(text: string): Pick<Malformed, 'instead'> {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  return year ? { instead: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` } : {};
}

/** Seconds east of Greenwich. */
function offsetOf(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? [];
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60) : 0;
}
