/** The times that the story's calendar cannot read: each a slip, or all of them times of another calendar. */

import { type Calendar, isMoment } from './calendar.ts';
import { builtIn } from './calendars/choose.ts';
import type { Reading, Stated, WrittenTime } from './fields.ts';
import type { Problem } from './problem.ts';

/**
 * What is wrong with the times of a story. Where its calendar reads none of them (save years and dates of ours, which
 * several read) and another calendar reads them all, that is one problem, and the calendar is the slip.
 */
export function malformedTimes(
  { times, calendar }: Pick<Reading, 'times' | 'calendar'>,
  named: Stated<string> | undefined,
): Problem[] {
  const misread = times.filter(({ malformed }) => malformed !== undefined);
  const others = builtIn.filter((other) => other.name !== calendar.name);
  const other = likeliest(
    others.filter((candidate) => reads(candidate, times)),
    misread,
  );
  if (other && misread.length > 1) return [wrongCalendar(misread, calendar, other, named)];
  return misread.map((time) => {
    const fits = likeliest(
      others.filter((candidate) => reads(candidate, [time])),
      [time],
    );
    return slip(time, calendar, fits);
  });
}

const reads = (calendar: Calendar, times: readonly WrittenTime[]): boolean =>
  times.every(({ value }) => isMoment(calendar.read(value)));

/** Of several calendars that would do: 2258.42 is of the films of 2009, though the original series could count so far. */
function likeliest(calendars: readonly Calendar[], times: readonly WrittenTime[]): Calendar | undefined {
  const ofTheFilms = times.every(({ value }) => /^22\d\d\b/.test(value));
  return (ofTheFilms && calendars.find(({ name }) => name === 'stardate-2009')) || calendars[0];
}

function slip({ value, span, malformed }: WrittenTime, calendar: Calendar, other: Calendar | undefined): Problem {
  const { why, instead } = malformed ?? { why: '' };
  const meant = instead ? `; did you mean ${instead}?` : '';
  const elsewhere = other ? `${meant ? ' It' : '; it'} would be one under \`calendar: ${other.name}\`` : '';
  return {
    rule: 'time/malformed-stardate',
    message: `“${value}” is no ${calendar.noun} here: ${why}${meant}${elsewhere}`,
    span,
    ...(instead ? { fix: { safe: false, edits: [{ span, text: instead }] } } : {}),
  };
}

function wrongCalendar(
  misread: readonly WrittenTime[],
  calendar: Calendar,
  other: Calendar,
  named: Stated<string> | undefined,
): Problem {
  // The bible is read before the chapters; the first place is the first that a reader comes to.
  const first = misread.find(({ span }) => /\.(?:md|markdown)$/i.test(span.source.file)) ?? misread[0];
  const { value, span } = first as WrittenTime;
  return {
    rule: 'time/malformed-stardate',
    message: `“${value}” and ${misread.length - 1} more are no ${calendar.noun}s under \`calendar: ${calendar.name}\`; \`calendar: ${other.name}\` in story.yaml reads them all`,
    span,
    count: misread.length,
    ...(named
      ? {
          related: [{ span: named.span, message: `the story’s calendar is \`${calendar.name}\`` }],
          fix: { safe: false, edits: [{ span: named.span, text: other.name }] },
        }
      : {}),
  };
}
