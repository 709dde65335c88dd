/** Calendars that a story brings along: numbers that count units, or days of named months in named eras. */

import type { Calendar, Moment } from '../calendar.ts';

export interface CountingCalendar {
  readonly name: string;
  /** Absent: order only. */
  readonly unitsPerDay?: number;
  /** How a time is written, `{n}` standing for the number: `S.R. {n}`. */
  readonly format?: string;
}

export interface Month {
  readonly name: string;
  /** Absent: nobody knows how long a month is, and the calendar knows order only. */
  readonly days?: number;
}

export interface MonthCalendar {
  readonly name: string;
  readonly months: readonly Month[];
  /** The eras in their order; each counts its years from 1. Absent: one era without a name. */
  readonly eras?: readonly string[];
}

const literal = (text: string): string =>
  text
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');

export function countingCalendar({ name, unitsPerDay, format = '{n}' }: CountingCalendar): Calendar {
  const [before = '', after = ''] = format.split('{n}');
  // The wording may be left out: under `S.R. {n}` a bare 1418 is a time too.
  const form = new RegExp(`^(?:${literal(before)})?\\s*(-?\\d+(?:\\.\\d+)?)\\s*(?:${literal(after)})?$`, 'i');
  return {
    name,
    noun: 'date',
    ...(unitsPerDay ? { daysPerUnit: 1 / unitsPerDay } : {}),
    read(text) {
      const [, n] = form.exec(text) ?? [];
      if (n === undefined) return { why: `a time of ${name} is written ${format.replace('{n}', '1418')}` };
      // A whole number is as vague as its unit, be that an hour or a year.
      return { earliest: Number(n), latest: Number(n) + (n.includes('.') ? 0 : 0.999), text };
    },
  };
}

/** Years between the beginnings of two eras, so that their times fall in order. They have no distance: `Extent.era`. */
const ERA = 1_000_000;

export function monthCalendar({ name, months, eras = [] }: MonthCalendar): Calendar {
  const measured = months.every((month) => month.days !== undefined);
  const lengths = months.map((month) => month.days ?? 31);
  const yearLength = lengths.reduce((sum, days) => sum + days, 0);
  const start = (month: number): number => lengths.slice(0, month).reduce((sum, days) => sum + days, 0);
  const monthIndex = (word: string): number => {
    const exact = months.findIndex((month) => month.name.toLowerCase() === word.toLowerCase());
    return exact >= 0 || word.length < 3
      ? exact
      : months.findIndex((month) => month.name.toLowerCase().startsWith(word.toLowerCase()));
  };
  return {
    name,
    noun: 'date',
    ...(measured ? { daysPerUnit: 1, daysPerYear: yearLength } : {}),
    read(text) {
      const form = `14 ${months[0]?.name ?? 'Month'} 1418${eras[0] ? ` ${eras[0]}` : ''}`;
      const why = `a date of ${name} is written ${form}`;
      const eraAt = eras.findIndex((era) => new RegExp(`(?:^|\\s)${literal(era)}$`, 'i').test(text));
      const bare = eraAt >= 0 ? text.slice(0, text.length - (eras[eraAt] as string).length).trim() : text;
      const [, day, word, year] = /^(?:(?:(\d{1,2})\.?\s+)?(\p{L}[\p{L}'’ -]*?)\s+)?(\d+)$/u.exec(bare) ?? [];
      if (year === undefined) return { why };
      const newYear = (Math.max(eraAt, 0) * ERA + Number(year)) * yearLength;
      // A year that names none of several eras may lie in any of them.
      const within =
        eras.length < 2 ? {} : eraAt < 0 ? { scale: 'an era that is not named' } : { era: eras[eraAt] as string };
      const moment = (earliest: number, days: number): Moment => ({
        earliest,
        latest: earliest + days - 0.001,
        ...within,
        text,
      });
      if (word === undefined) return moment(newYear, yearLength);
      const month = monthIndex(word);
      if (month < 0) return { why: `there is no month “${word}” in ${name}` };
      const days = lengths[month] as number;
      if (day === undefined) return moment(newYear + start(month), days);
      if (Number(day) < 1 || Number(day) > days) return { why: `there is no day ${day} in ${months[month]?.name}` };
      return moment(newYear + start(month) + Number(day) - 1, 1);
    },
  };
}
