/** A stated age that the birth, or another age, contradicts. */

import type { Fault, Rule } from '../../lint.ts';
import type { Entry } from '../../manuscript/bible.ts';
import { type Calendar, daysBetween, type Extent, type Moment } from '../../manuscript/calendar.ts';
import type { Stated } from '../../manuscript/fields.ts';

/** Days by which leap years may put a birthday off. */
const SLACK = 2;

type Written = NonNullable<Entry<'characters'>['fields']['age']>[number];
type Age = Written & { readonly is: Stated<number>; readonly at: Stated<Moment> };

const isDated = (age: Written): age is Age => age.is !== undefined && age.at !== undefined;

export const ageMismatch: Rule = {
  id: 'bible/age-mismatch',
  severity: 'error',
  *check({ bible, calendar }) {
    for (const entry of bible.characters.values()) {
      const ages = (entry.fields.age ?? []).filter(isDated);
      yield* entry.fields.born
        ? againstBirth(entry, entry.fields.born, ages, calendar)
        : againstOthers(entry, ages, calendar);
    }
  },
};

function* againstBirth(
  { name }: Entry,
  born: Stated<Moment>,
  ages: readonly Age[],
  calendar: Calendar,
): Iterable<Fault> {
  for (const { is, at } of ages) {
    const years = yearsBetween(calendar, born.value, at.value);
    if (!years) continue;
    const [least, most] = [Math.floor(years.least), Math.floor(years.most)];
    if (Math.floor(is.value) >= least && Math.floor(is.value) <= most) continue;
    const age =
      most < 0 ? 'is not born yet' : least === most ? `would be ${most}` : `would be ${Math.max(0, least)} or ${most}`;
    yield {
      message: `${name} is ${is.value} at ${at.value.text} here, and by the birth in ${born.value.text} ${age}; correct one of them`,
      span: is.span,
      related: [{ span: born.span, message: `the birth, ${born.value.text}, stands here` }],
    };
  }
}

/** Without a birth two ages can still not both be right: who is 31 in one year is not 35 in the next. */
function* againstOthers({ name }: Entry, ages: readonly Age[], calendar: Calendar): Iterable<Fault> {
  for (const [i, age] of ages.entries()) {
    const other = ages.slice(0, i).find((earlier) => {
      const years = yearsBetween(calendar, earlier.at.value, age.at.value);
      const aged = age.is.value - earlier.is.value;
      return (
        years !== undefined &&
        earlier.timeline?.value === age.timeline?.value &&
        (years.most <= aged - 1 || years.least >= aged + 1)
      );
    });
    if (!other) continue;
    yield {
      message: `${name} is ${age.is.value} at ${age.at.value.text} here, and ${other.is.value} at ${other.at.value.text}; the times between do not fit`,
      span: age.is.span,
      related: [{ span: other.is.span, message: `the age of ${other.is.value} stands here` }],
    };
  }
}

function yearsBetween(
  calendar: Calendar,
  a: Extent,
  b: Extent,
): { readonly least: number; readonly most: number } | undefined {
  const days = daysBetween(calendar, a, b);
  const year = calendar.daysPerYear;
  return days && year ? { least: (days.least - SLACK) / year, most: (days.most + SLACK) / year } : undefined;
}
