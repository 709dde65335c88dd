/** A date far from all others: a digit has slipped. */

import type { Rule } from '../../lint.ts';
import type { Calendar, Extent, Moment } from '../../manuscript/calendar.ts';
import { isBefore } from '../../manuscript/calendar.ts';
import type { Stated } from '../../manuscript/fields.ts';
import { sayLength } from '../../manuscript/lengths.ts';
import type { Scene } from '../../manuscript/model.ts';
import { type DatedScene, isDated } from '../../manuscript/storytime.ts';
import { sceneName } from '../saying.ts';

/** Scenes that play about the time of the story; a flashback or a frame may be told from any distance. */
const isOfTheTime = (scene: Scene): scene is DatedScene =>
  isDated(scene) && (scene.mode === 'linear' || scene.mode === 'parallel');

export const outsideEra: Rule = {
  id: 'time/outside-era',
  severity: 'warning',
  *check({ scenes, calendar, story }) {
    const dated = scenes.filter(isOfTheTime);
    const era = story.fields.era ?? [];
    if (era.length > 0) yield* outside(dated, era, calendar);
    else
      for (const told of Map.groupBy(dated, ({ timeline }) => timeline).values()) yield* farFromTheRest(told, calendar);
  },
};

function* outside(scenes: readonly DatedScene[], era: readonly Stated<Moment>[], calendar: Calendar) {
  const [first, last] = [era[0] as Stated<Moment>, era.at(-1) as Stated<Moment>];
  const strays = scenes.filter(({ time }) => isBefore(time.value, first.value) || isBefore(last.value, time.value));
  // Where most scenes lie outside, it is the era that is wrong, and that is one problem.
  const problem = strays.length > 1 && strays.length * 2 > scenes.length ? { problem: 'era' } : {};
  const said = first === last ? first.value.text : `${first.value.text} to ${last.value.text}`;
  for (const { time } of strays) {
    yield {
      message: `${calendar.noun} ${time.value.text} lies outside the era of the story, ${said}; correct it, widen \`era\` in story.yaml, or mark the scene \`mode: flashback\``,
      span: time.span,
      related: [{ span: first.span, message: `the era is ${said}` }],
      ...problem,
    };
  }
}

/** Enough scenes for a middle, and few enough strays: a story that spans years has no middle. */
const ENOUGH = 5;
const MOST_STRAYS = 1 / 5;

function* farFromTheRest(scenes: readonly DatedScene[], calendar: Calendar) {
  const { slip, daysPerUnit, noun } = calendar;
  const middle = medianOf(scenes.map(({ time }) => time.value));
  if (slip === undefined || scenes.length < ENOUGH || !middle) return;
  const strays = scenes.filter(({ time }) => distance(time.value, middle) > slip);
  if (strays.length > scenes.length * MOST_STRAYS) return;
  for (const scene of strays) {
    // A prologue or an epilogue may well be told from afar.
    if (scene.chapter.number === undefined) continue;
    const { time } = scene;
    const others = scenes.filter((other) => !strays.includes(other));
    const near = others.findLast(({ index }) => index < scene.index) ?? others[0];
    if (!near) continue;
    const far = daysPerUnit === undefined ? 'far' : sayLength(distance(time.value, middle) * daysPerUnit);
    yield {
      message: `${noun} ${time.value.text} lies ${far} from most of the story, as from ${near.time.value.text} in ${sceneName(near, scene)}; correct it where a digit has slipped, mark the scene \`mode: flashback\`, or set \`era\` in story.yaml`,
      span: time.span,
      related: [{ span: near.time.span, message: `${near.time.value.text} stands here` }],
    };
  }
}

const distance = (a: Extent, b: Extent): number => Math.max(a.earliest - b.latest, b.earliest - a.latest, 0);

function medianOf(times: readonly Moment[]): Moment | undefined {
  return times.toSorted((a, b) => a.earliest - b.earliest)[Math.floor(times.length / 2)];
}
