/** Clock lines at the heads of scenes that run backwards within a date. */

import { isEnglish } from '../../analysis/narration.ts';
import type { Rule } from '../../lint.ts';
import { type Calendar, daysBetween, type Moment } from '../../manuscript/calendar.ts';
import type { Scene } from '../../manuscript/model.ts';
import { passagesOf } from '../../manuscript/passages.ts';
import type { Span } from '../../manuscript/source.ts';
import { type DatedScene, isDated, isInOrder } from '../../manuscript/storytime.ts';
import { sceneName } from '../saying.ts';

interface Clock {
  /** Days since midnight. */
  readonly at: number;
  readonly text: string;
  readonly span: Span;
}

/** `0800 hours`, `14:05`, `8:30 a.m.`, alone or behind a place, as in `The bridge, 0800 hours`. */
const line =
  /^(?:[\p{L}\p{N}'’ .-]{1,40}[,;:—–-] ?)?((?:([01]\d|2[0-3])([0-5]\d) (?:hours|hrs)|([01]?\d|2[0-3])[:.]([0-5]\d)(?: (?:hours|hrs))?(?: ?([ap])\.?m\.?)?|(1[0-2]|[1-9]) ?([ap])\.?m\.?))[.,;:]?$/iu;

export const clockReversed: Rule = {
  id: 'time/clock-reversed',
  severity: 'warning',
  *check(manuscript) {
    const { calendar, scenes } = manuscript;
    if (!isEnglish(manuscript) || calendar.daysPerUnit === undefined) return;
    for (const told of Map.groupBy(scenes.filter(isInOrder), ({ timeline }) => timeline).values()) {
      let last: { readonly scene: DatedScene; readonly clock: Clock } | undefined;
      for (const scene of told) {
        const clock = clockOf(scene);
        if (!isDated(scene)) {
          if (!last || !clock || last.scene.chapter !== scene.chapter) last = undefined;
          else if (isSlip(last.clock, clock, last.scene.time.value, scene)) {
            // Nobody says that the day is the same, so that it is only worth a look.
            yield {
              message: `${clock.text} comes before ${last.clock.text}, where ${sceneName(last.scene, scene)} opened, and nothing here says that it is another day; correct one of the clocks, or give this scene its ${calendar.noun}`,
              span: clock.span,
              related: [{ span: last.clock.span, message: `${last.clock.text} stands here` }],
              severity: 'info',
            };
          } else if (clock.at < last.clock.at) last = undefined;
          else last = { scene: last.scene, clock };
          continue;
        }
        if (last && clock && clock.at < last.clock.at) {
          const lack = 1 - (last.clock.at - clock.at);
          if (isSameDay(last.scene.time.value, scene.time.value, lack, calendar)) {
            yield {
              message: `${clock.text} comes before ${last.clock.text}, where ${sceneName(last.scene, scene)} opened on the same ${calendar.noun}, ${scene.time.value.text}; correct one of the clocks or the ${calendar.noun}, or mark this scene \`mode: flashback\``,
              span: clock.span,
              related: [{ span: last.clock.span, message: `${last.clock.text} stands here` }],
            };
            continue;
          }
        }
        last = clock ? { scene, clock } : undefined;
      }
    }
  },
};

/** The clock line among the first two lines of a scene. */
function clockOf(scene: Scene): Clock | undefined {
  for (const { text, place } of passagesOf(scene).slice(0, 2)) {
    if (text.length > 80) continue;
    // A line of its own may share its paragraph with the place and the date above it.
    for (const row of text.split('\n')) {
      const hit = line.exec(row.trim());
      const [, written, h1, m1, h2, m2, half2, h3, half3] = hit ?? [];
      if (written === undefined) continue;
      const half = (half2 ?? half3)?.toLowerCase();
      const hours = Number(h1 ?? h2 ?? h3);
      if (half && (hours < 1 || hours > 12)) continue;
      const at = ((half ? (hours % 12) + (half === 'p' ? 12 : 0) : hours) + Number(m1 ?? m2 ?? 0) / 60) / 24;
      const start = text.indexOf(written);
      return { at, text: written, span: place(start, start + written.length) };
    }
  }
  return undefined;
}

/** Whether two times leave no room for a midnight and the rest of the way around the clock, in days. */
function isSameDay(a: Moment, b: Moment, lack: number, calendar: Calendar): boolean {
  const isDay = calendar.daysPerUnit === 1 && a.latest - a.earliest <= 1;
  if (isDay && a.earliest === b.earliest && a.latest === b.latest) return true;
  const passed = daysBetween(calendar, a, b);
  return passed !== undefined && passed.most + (calendar.daysPerUnit ?? 1) / 10 < lack;
}

/** Days of which a clock goes back by a slip of the hand rather than by a night. */
const SLIP = 2.5 / 24;

/** Whether a scene without a date of its own opens a little earlier on the clock, and tells of no other day. */
function isSlip(last: Clock, clock: Clock, day: Moment, scene: Scene): boolean {
  const back = last.at - clock.at;
  if (back <= 0 || back > SLIP || day.latest - day.earliest > 1) return false;
  const opening = passagesOf(scene).slice(0, 3);
  return !opening.some(({ text }) => otherDay.test(text));
}

const otherDay =
  /\b(?:next|following|later|tomorrow|yesterday|days?|night|morning|slept|woke|earlier|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/i;
