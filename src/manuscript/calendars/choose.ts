/** Which calendar a story keeps: the one it names, else the one that its chapters are dated by. */

import type { Calendar } from '../calendar.ts';
import { isBlogDate } from '../dates.ts';
import type { Reading } from '../fields.ts';
import { nearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import { calendarFields } from '../schema.ts';
import { isMapNode, type MapNode, type Node } from '../yaml.ts';
import { date } from './date.ts';
import { countingCalendar, type Month, monthCalendar } from './own.ts';
import { stardate, stardate2009, stardateTos } from './stardate.ts';

export const builtIn: readonly Calendar[] = [stardate, stardateTos, stardate2009, date];

export function calendarOf(
  story: Node | undefined,
  chapters: readonly (MapNode | undefined)[],
  bible: readonly { readonly node?: Node }[],
  problems: Problem[],
): Calendar {
  const named = isMapNode(story) ? story.entries.find(({ key }) => key.toLowerCase() === 'calendar')?.value : undefined;
  if (named) return namedCalendar(named, problems) ?? stardate;
  const dates = chapters.filter((fields) => fields && !isBlogDate(fields, '') && has(fields, 'date')).length;
  const stardates = chapters.filter((fields) => fields && has(fields, 'stardate')).length;
  if (dates !== stardates) return dates > stardates ? date : stardate;
  // No chapter says when it plays: the bible alone has times, in one form or the other.
  return bible.some(({ node }) => node && /:\s*["']?-?\d{4}-\d{2}-\d{2}/.test(node.span.source.text)) ? date : stardate;
}

const has = (fields: MapNode, key: string): boolean => fields.entries.some((entry) => entry.key.toLowerCase() === key);

/** The calendar that `calendar:` names or describes. What is wrong in the description is reported when the story is read. */
function namedCalendar(node: Node, problems: Problem[]): Calendar | undefined {
  const silent: Reading = { calendar: date, problems: [], references: [], times: [], unknownKeys: new Map() };
  const fields = calendarFields.read(node, silent);
  if (!fields) return undefined;
  const { name, unitsPerDay, format, eras, months } = fields;
  const known = builtIn.find((calendar) => calendar.name === name?.value.toLowerCase());
  if (known) return known;
  if (node.kind === 'scalar') {
    const near = nearest(
      node.text,
      builtIn.map((calendar) => calendar.name),
    );
    const hint = near
      ? `did you mean “${near}”?`
      : `it is one of ${builtIn.map((calendar) => calendar.name).join(', ')}, or a table of your own`;
    problems.push({
      rule: 'format/bad-value',
      message: `there is no calendar “${node.text}”; ${hint}`,
      span: node.span,
    });
    return undefined;
  }
  const called = name?.value ?? 'the story’s calendar';
  if (months && months.length > 0) {
    const named = months.map(
      (month): Month => ({ name: month.name?.value ?? '', ...(month.days ? { days: month.days.value } : {}) }),
    );
    return monthCalendar({ name: called, months: named, ...(eras ? { eras: eras.map(({ value }) => value) } : {}) });
  }
  return countingCalendar({
    name: called,
    ...(unitsPerDay && unitsPerDay.value > 0 ? { unitsPerDay: unitsPerDay.value } : {}),
    ...(format?.value.includes('{n}') ? { format: format.value } : {}),
  });
}
