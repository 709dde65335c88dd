/** `padd timeline`: what happens when, for a terminal, as JSON and as CSV. */

import type { Occasion } from '../analysis/chronicle.ts';
import { meant } from '../manuscript/bible.ts';
import { sayLength } from '../manuscript/lengths.ts';
import type { Manuscript, Scene } from '../manuscript/model.ts';
import { positionOf } from '../manuscript/source.ts';
import type { Paint } from './pretty.ts';
import { chapterName } from './stats.ts';
import { type Cell, type Column, csv, terminalTable } from './table.ts';

export type Order = 'story' | 'told';

/** The same occasions as the book tells them: only scenes, since nobody tells of an event when it happens. */
export const inOrder = (occasions: readonly Occasion[], order: Order): readonly Occasion[] =>
  order === 'story'
    ? occasions
    : occasions
        .flatMap((one) => (one.scene ? [{ one, index: one.scene.index }] : []))
        .sort((a, b) => a.index - b.index)
        .map(({ one: { since: _, ...rest } }) => rest);

export const placeName = ({ setting }: Scene): string => setting?.entry?.name ?? setting?.text ?? '';
export const povName = ({ pov }: Scene, { bible }: Manuscript): string =>
  pov ? (meant(bible, pov, 'characters')?.name ?? pov.value) : '';

/** The time as written; of a scene without one, that it plays after the one before it in the telling. */
export const timeName = ({ time, bounds }: Occasion): string => time ?? (bounds ? 'later' : 'unknown');

export const gapName = ({ since }: Occasion): string => {
  if (!since || since.most <= 0) return '';
  const length = sayLength(since.most);
  return since.most - since.least > Math.max(1, since.most / 10) ? `up to ${length}` : length;
};

const verbs = { event: '', death: ' dies', loss: ' is lost' } as const;

/** What an occasion is, in a few words. */
export const occasionName = ({ what, name, scene }: Occasion): string =>
  what === 'scene'
    ? scene
      ? `${chapterName(scene.chapter)}${scene.chapter.scenes.length > 1 ? `, scene ${scene.number}` : ''}`
      : ''
    : `${name}${verbs[what]}`;

const columns = (manuscript: Manuscript): readonly Column[] => [
  { head: manuscript.calendar.noun },
  { head: 'after' },
  { head: 'what' },
  { head: 'place', lesser: true },
  { head: 'point of view', lesser: true },
  ...(manuscript.timelines.all.size > 1 ? [{ head: 'timeline' }] : []),
  { head: 'mode' },
];

/** A death or a loss stands in the row of the event that names it at the same moment: `the loss of the Heron; Heron is lost`. */
function together(occasions: readonly Occasion[]): readonly (readonly [Occasion, ...Occasion[]])[] {
  const rows: [Occasion, ...Occasion[]][] = [];
  for (const one of occasions) {
    const of =
      one.what === 'death' || one.what === 'loss'
        ? rows.find(
            ([event]) =>
              event.what === 'event' &&
              event.time === one.time &&
              event.timeline === one.timeline &&
              names(event.name, one.name),
          )
        : undefined;
    if (of) of.push(one);
    else rows.push([one]);
  }
  return rows;
}

/** Whether a text has a name as a whole word: the Enterprise-C is not the Enterprise. */
const names = (text: string, name: string): boolean =>
  ` ${text} `
    .split(name)
    .some((before, i, parts) => i + 1 < parts.length && ends(before.at(-1)) && ends(parts[i + 1]?.[0]));
const ends = (letter = ' '): boolean => !/[\p{L}\p{N}-]/u.test(letter);

const rows = (
  happenings: readonly (readonly [Occasion, ...Occasion[]])[],
  manuscript: Manuscript,
): readonly (readonly Cell[])[] =>
  happenings.map(([one, ...more]) => [
    timeName(one),
    gapName(one),
    [one, ...more].map(occasionName).join('; '),
    one.scene ? placeName(one.scene) : '',
    one.scene ? povName(one.scene, manuscript) : '',
    ...(manuscript.timelines.all.size > 1 ? [one.timeline] : []),
    one.scene ? (one.scene.mode === 'linear' ? '' : one.scene.mode) : [one, ...more].map(({ what }) => what).join(', '),
  ]);

export const timelineReport = (
  occasions: readonly Occasion[],
  manuscript: Manuscript,
  { paint, width }: { readonly paint: Paint; readonly width: number },
): string => terminalTable(columns(manuscript), rows(together(occasions), manuscript), { width, strong: paint.faint });

/** As in JSON, each happening is one. */
export const timelineCsv = (occasions: readonly Occasion[], manuscript: Manuscript): string =>
  csv(
    columns(manuscript),
    rows(
      occasions.map((one) => [one] as const),
      manuscript,
    ),
  );

/** `{version: 1, calendar, occasions}`; `since` is in days since the occasion before, the fewest and the most. */
export function timelineJson(occasions: readonly Occasion[], manuscript: Manuscript): string {
  return `${JSON.stringify(
    {
      version: 1,
      calendar: manuscript.calendar.name,
      occasions: occasions.map((one) => ({
        what: one.what,
        ...(one.name === '' ? {} : { name: one.name }),
        time: one.time ?? null,
        ...(one.timeline === '' ? {} : { timeline: one.timeline }),
        ...(one.since ? { since: { least: hundredths(one.since.least), most: hundredths(one.since.most) } } : {}),
        ...(one.scene ? { scene: sceneJson(one.scene, manuscript) } : {}),
      })),
    },
    null,
    2,
  )}\n`;
}

/** A quarter of an hour; what is finer is the calendar's arithmetic. */
const hundredths = (days: number): number => Math.round(days * 100) / 100;

const sceneJson = (scene: Scene, manuscript: Manuscript): object => ({
  file: scene.chapter.source.file,
  line: positionOf(scene.span).line,
  number: scene.number,
  told: scene.index + 1,
  mode: scene.mode,
  pov: povName(scene, manuscript) || null,
  place: placeName(scene) || null,
});
