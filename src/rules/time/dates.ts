/** Dates as prose writes them, in the form that a calendar reads. */

import type { Calendar } from '../../manuscript/calendar.ts';
import type { Stretch } from '../../manuscript/passages.ts';

export interface DateInProse extends Stretch {
  /** As written. */
  readonly said: string;
  /** As the calendar reads it. */
  readonly value: string;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
export const months = MONTHS.join('|');
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
export const weekdays = WEEKDAYS.join('|');

/** Days since 1970-01-01 to the day of the week, which was a Thursday then. */
export const weekdayOf = (days: number): string => WEEKDAYS[(((Math.floor(days) + 4) % 7) + 7) % 7] as string;

const ONES =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const ORDINALS = [...ONES, ...ONES.slice(0, 9).map((one) => `twenty-${one}`), 'thirtieth', 'thirty-first'];
/** Days of a month in words, the longer first: `twenty-first`. */
export const ordinals = [...ORDINALS].reverse().join('|');
/** A day of a month in figures, from figures or words. */
export const dayInFigures = (said: string): string =>
  /^\d/.test(said) ? said : String(ORDINALS.indexOf(said.toLowerCase().replace(' ', '-')) + 1);

const stardates = /\bstardate (\d[\d.]*\d)/gi;
const civil = new RegExp(
  `\\b(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>${months}),? (?<year>\\d{4})|(?<month2>${months}) (?<day2>\\d{1,2})(?:st|nd|rd|th)?,? (?<year2>\\d{4})|(?<month3>${months}),? (?<year3>\\d{4})|(?<=\\b[Ii]n (?:the year )?)(?<year4>\\d{4}))\\b(?![.,]\\d)`,
  'g',
);

const yearless = new RegExp(
  `\\b(?:(?:the )?(?<day>\\d{1,2}(?:st|nd|rd|th)?|${ordinals})(?: of)? (?<month>${months})|(?<month2>${months}) (?:the )?(?<day2>\\d{1,2}(?:st|nd|rd|th)?|${ordinals}))\\b(?!,? (?:of )?(?:the year )?\\d{3,4}\\b)`,
  'gi',
);

/** The days of a text that are written without their year, as of the year given. */
export function daysIn(text: string, year: string): readonly DateInProse[] {
  return [...text.matchAll(yearless)].map(({ 0: said, groups = {}, index }) => {
    const month = groups.month ?? groups.month2 ?? '';
    const day = dayInFigures(groups.day ?? groups.day2 ?? '').replace(/\D/g, '');
    const name = month.charAt(0).toUpperCase() + month.slice(1).toLowerCase();
    return { said, value: isoOf(year, name, day), start: index, end: index + said.length };
  });
}

/** The dates of a text: stardates, days, months and years. */
export function datesIn(text: string, calendar: Calendar): readonly DateInProse[] {
  const found: DateInProse[] = [];
  if (calendar.noun === 'stardate') {
    for (const { 0: said, 1: value = '', index } of text.matchAll(stardates)) {
      found.push({ said, value, start: index, end: index + said.length });
    }
  }
  for (const { 0: said, groups = {}, index } of text.matchAll(civil)) {
    const [day, name, year] = [
      groups.day ?? groups.day2,
      groups.month ?? groups.month2 ?? groups.month3,
      groups.year ?? groups.year2 ?? groups.year3 ?? groups.year4,
    ];
    found.push({ said, value: isoOf(year ?? '', name, day), start: index, end: index + said.length });
  }
  return found.sort((a, b) => a.start - b.start);
}

export const isoOf = (year: string, name?: string, day?: string): string =>
  [
    year,
    ...(name ? [String(MONTHS.indexOf(name) + 1).padStart(2, '0')] : []),
    ...(day ? [day.padStart(2, '0')] : []),
  ].join('-');
