/** Dates that contradict the order of the telling, and opening phrases that contradict the dates. */

import { type Calendar, daysBetween, type Extent, isBefore, isMoment } from '../../../src/manuscript/calendar.ts';
import { type DatedScene, toldByDate } from '../../../src/manuscript/storytime.ts';
import { type Fault, type Planter, placeOf, write } from '../fault.ts';
import { paragraphsOf } from '../prose.ts';
import type { Text } from '../text.ts';

/** A time as the calendar writes it, in the form of another; undefined where it cannot. */
export function timeLike(calendar: Calendar, units: number, like: string): string | undefined {
  const text =
    calendar.name === 'date'
      ? new Date(Math.floor(units) * 86_400_000).toISOString().slice(0, 10)
      : like.replace(/\d+(?:\.\d+)?/, (number) => units.toFixed(number.includes('.') ? 1 : 0));
  return isMoment(calendar.read(text)) ? text : undefined;
}

/** The dated scenes of a text in the order of the telling, by timeline: those that are in order. */
export const ordered = ({ manuscript }: Text): readonly (readonly DatedScene[])[] =>
  toldByDate(manuscript.scenes).map(({ told, kept }) => told.filter((scene) => kept.has(scene)));

/** Some units away from a time: about a tenth of a unit, up to the given number. */
const steps = (calendar: Calendar): readonly number[] => (calendar.name === 'date' ? [1, 2, 9, 40] : [0.2, 1, 4.7, 25]);

const ownTime = ({ chapter, time }: DatedScene): boolean => time.span.source === chapter.source;

export const dateAcrossNeighbour: Planter = {
  kind: 'scene date moved across a neighbour',
  way: 'before the scene in front of it, or behind the one after it',
  nature: 'exact',
  rules: ['time/stardate-reversed'],
  *faults(text, chance) {
    const { calendar } = text.manuscript;
    const pairs = ordered(text).flatMap((scenes) =>
      scenes.slice(1).map((scene, i) => [scenes[i] as DatedScene, scene] as const),
    );
    for (const [before, scene] of chance.shuffle(pairs.filter((pair) => pair.every(ownTime)))) {
      // Two scenes of one time are no neighbours that could be crossed by little.
      const early = chance.below(2) === 0;
      const step = chance.pick(steps(calendar));
      const [fixed, shifted] = early ? [before, scene] : [scene, before];
      const units = early ? fixed.time.value.earliest - step : fixed.time.value.latest + step;
      const put = timeLike(calendar, units, shifted.time.value.text);
      const read = put === undefined ? undefined : calendar.read(put);
      if (put === undefined || !read || !isMoment(read)) continue;
      const [first, second]: readonly Extent[] = early ? [before.time.value, read] : [read, scene.time.value];
      if (!first || !second || !isBefore(second, first)) continue;
      yield {
        edits: [write(shifted.time.span, put)],
        at: placeOf(scene.time.span),
        others: [placeOf(before.time.span)],
      };
    }
  },
};

const openings: readonly (readonly [phrase: string, days: number])[] = [
  ['An hour later', 1 / 24],
  ['The next morning', 1],
  ['Three days later', 3],
  ['Five days later', 5],
  ['A week later', 7],
  ['Two weeks later', 14],
  ['Three months later', 91],
  ['Two years later', 730],
];

export const againstOpening: Planter = {
  kind: 'in order but against its opening phrase',
  way: 'a phrase that the dates contradict opens the scene',
  nature: 'prose',
  rules: ['time/relative-phrase'],
  *faults(text, chance) {
    const { calendar } = text.manuscript;
    const paragraphs = paragraphsOf(text);
    const pairs = ordered(text).flatMap((scenes) =>
      scenes.slice(1).map((scene, i) => [scenes[i] as DatedScene, scene] as const),
    );
    const found: Fault[] = [];
    for (const [before, scene] of pairs) {
      // Only scenes that stand next to each other: a phrase may count from a scene without a date between them.
      if (scene.index !== before.index + 1) continue;
      const days = daysBetween(calendar, before.time.value, scene.time.value);
      const opening = paragraphs.find((paragraph) => paragraph.scene === scene);
      if (!days || !opening || !/^\p{L}/u.test(opening.narration)) continue;
      const start = opening.place(0, 0).start;
      const { file } = scene.chapter.source;
      for (const [phrase, length] of openings) {
        if (days.most > length * 0.4 - 0.2 && days.least < length * 2.2 + 0.6) continue;
        const comma =
          chance.below(2) === 0 && /^(?:The|A|An|They|He|She|It|His|Her|There|In|On|At|When|As)\b/.test(opening.text);
        const first = opening.text[0] as string;
        const text = comma ? `${phrase}, ${first.toLowerCase()}` : `${phrase}. `;
        found.push({
          edits: [{ file, start, end: comma ? start + 1 : start, text }],
          at: { file, start, end: comma ? start + 1 : start },
          others: [placeOf(before.time.span)],
        });
      }
    }
    yield* chance.shuffle(found);
  },
};

/** A slip of the pen in a date itself. */
export const malformedDate: Planter = {
  kind: 'YAML typos',
  way: 'a time that the calendar cannot read',
  nature: 'exact',
  rules: ['time/malformed-stardate', 'format/bad-value'],
  *faults(text, chance) {
    const scenes = ordered(text).flat().filter(ownTime);
    for (const { time } of chance.shuffle(scenes)) {
      const { text: written } = time.value;
      const slips = {
        date: [written.replace(/-(\d+)$/, '-3$1'), written.replaceAll('-', '/'), written.replace(/\d$/, 'o')],
        stardate: [written.replace('.', ','), written.replace(/^\d/, ''), written.replace(/\d$/, 'o')],
      }[text.manuscript.calendar.name] ?? [
        written.replace('.', ','),
        written.replace(/\d$/, 'o'),
        written.replace(/^(.)./, '$1'),
      ];
      yield { edits: [write(time.span, chance.pick(slips))], at: placeOf(time.span) };
    }
  },
};
