/** The dates of a chapter: when it plays, when it appears, and how other tools write either. */

import { isMoment, type Moment } from './calendar.ts';
import { date } from './calendars/date.ts';
import type { Reading, Stated } from './fields.ts';
import { blogMarks, type ChapterFields } from './schema.ts';
import type { MapEntry, MapNode } from './yaml.ts';

const keyOf = (entry: MapEntry): string => entry.key.toLowerCase();

/** Whether a `date:` is a day of publication, as blogs write it: with a time of day, or beside keys that only blogs use. */
export function isBlogDate(frontmatter: MapNode, calendarNoun: string): boolean {
  const written = frontmatter.entries.find((entry) => keyOf(entry) === 'date')?.value;
  if (written?.kind !== 'scalar') return false;
  if (/\d[T ]\d{1,2}:\d{2}/.test(written.text)) return true;
  // No stardate is written like a date of ours.
  if (calendarNoun === 'stardate' && /^\d{4}-\d{2}-\d{2}/.test(written.text)) return true;
  return frontmatter.entries.some((entry) => blogMarks.has(keyOf(entry)));
}

/** Frontmatter whose `date:` stands under the name of what it means. */
export function chapterDates(frontmatter: MapNode, reading: Reading): MapNode {
  if (!isBlogDate(frontmatter, reading.calendar.noun)) return frontmatter;
  const hasPublished = frontmatter.entries.some((entry) => keyOf(entry) === 'published');
  const entries = frontmatter.entries.flatMap((entry) =>
    keyOf(entry) !== 'date' ? [entry] : hasPublished ? [] : [{ ...entry, key: 'published' }],
  );
  return { ...frontmatter, entries };
}

/** The day a chapter appears. `published: true` and `false` are Jekyll's, and tell no day. */
export function publishedOn({ published }: ChapterFields, reading: Reading): Stated<Moment> | undefined {
  if (!published || /^(true|false)$/i.test(published.value)) return undefined;
  const read = date.read(
    published.value.replace(/^(\d{4})\/(\d{2})\/(\d{2})/, '$1-$2-$3').replace(/ ([A-Z]{3,4}|UTC)$/, ''),
  );
  if (isMoment(read)) return { value: read, span: published.span };
  reading.problems.push({
    rule: 'format/bad-value',
    message: `“${published.value}” is no date: ${read.why}`,
    span: published.span,
  });
  return undefined;
}
