/** A name that two entries of the bible bear at the same time. */

import type { Rule } from '../../lint.ts';
import { type Bible, type Entry, foldName, tableNames } from '../../manuscript/bible.ts';
import { compareMoments, type Moment } from '../../manuscript/calendar.ts';
import type { Stated, Table } from '../../manuscript/fields.ts';
import { beginningOf, endingIn, timelineOf } from '../../manuscript/lives.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import { listed } from '../saying.ts';

/** What the prose calls by name may not share one; an event may well be called as a thread is. */
const kinds: readonly (readonly Table[])[] = [['characters', 'ships', 'places', 'objects'], ['events']];

interface Bearer {
  readonly entry: Entry;
  readonly name: Stated<string>;
}

export const ambiguousName: Rule = {
  id: 'format/ambiguous-name',
  severity: 'warning',
  *check(manuscript) {
    for (const tables of kinds) {
      for (const bearers of byName(manuscript.bible, tables)) {
        const clashing = bearers.filter((a) => bearers.some((b) => a !== b && clash(a.entry, b.entry, manuscript)));
        const [first, ...others] = clashing;
        const last = others.at(-1);
        if (!first || !last) continue;
        const ids = clashing.map(({ entry }) => `\`${entry.id}\``);
        yield {
          message: `“${last.name.value}” may mean ${listed(ids, 'or')}; give each a name of its own, or say \`ambiguous: true\` in one of them if they share it on purpose`,
          span: last.name.span,
          related: [first, ...others.slice(0, -1)].map(({ entry, name }) => ({
            span: name.span,
            message: `“${name.value}” is \`${entry.id}\` here`,
          })),
        };
      }
    }
  },
};

/** The bearers of each name that has several, in the order in which they are written. */
function byName(bible: Bible, tables: readonly Table[]): (readonly Bearer[])[] {
  const names = new Map<string, Bearer[]>();
  for (const table of tableNames.filter((name) => tables.includes(name))) {
    for (const entry of bible[table].values() as Iterable<Entry>) {
      const own = new Map(entry.names.map((name) => [foldName(name.value), name]));
      for (const [key, name] of own) names.set(key, [...(names.get(key) ?? []), { entry, name }]);
    }
  }
  const order = (a: Bearer, b: Bearer): number =>
    a.name.span.source === b.name.span.source ? a.name.span.start - b.name.span.start : 0;
  return [...names.values()].filter((bearers) => bearers.length > 1).map((bearers) => bearers.sort(order));
}

/** Whether two entries can be taken for one another: in some timeline, at some time, and not in different places. */
function clash(a: Entry, b: Entry, { bible, timelines }: Manuscript): boolean {
  const shared = [a, b].some(({ fields }) => (fields as { ambiguous?: Stated<boolean> }).ambiguous?.value);
  if (shared) return false;
  if (a.table === 'places' && b.table === 'places' && bible.containerOf(a)?.id !== bible.containerOf(b)?.id)
    return false;
  const all = timelines.all.size > 0 ? [...timelines.all.keys()] : [timelines.main];
  const [ownA, ownB] = [timelineOf(a)?.value, timelineOf(b)?.value];
  // One for each timeline, though one of the two forks from the other: the later takes the earlier's place there.
  if (ownA !== undefined && ownB !== undefined && ownA !== ownB) return false;
  return all.some(
    (timeline) =>
      [ownA, ownB].every((own) => own === undefined || timelines.holds({ timeline: own }, timeline)) &&
      !isOver(endingIn(a, timeline, timelines)?.at.value, beginningOf(b)?.value) &&
      !isOver(endingIn(b, timeline, timelines)?.at.value, beginningOf(a)?.value),
  );
}

/** Whether one life ends before another begins, or at that very moment. */
const isOver = (end: Moment | undefined, beginning: Moment | undefined): boolean =>
  end !== undefined &&
  beginning !== undefined &&
  (compareMoments(end, beginning) < 0 || (end.scale === beginning.scale && end.latest === beginning.earliest));
