/** A scene that lasts longer than the dates leave it. */

import type { Fault, Rule } from '../../lint.ts';
import { daysBetween, type Moment } from '../../manuscript/calendar.ts';
import type { Stated } from '../../manuscript/fields.ts';
import { sayLength } from '../../manuscript/lengths.ts';
import type { Manuscript, Scene } from '../../manuscript/model.ts';
import { areApart, presentIn } from '../../manuscript/presence.ts';
import { interruptedAfter, isInOrder } from '../../manuscript/storytime.ts';
import { toleranceFor } from '../../manuscript/tolerance.ts';
import { sceneName } from '../saying.ts';

/** A scene, or a chapter of several, that says how long it lasts. */
interface Lasting {
  readonly time: Stated<Moment>;
  readonly duration: Stated<number>;
  /** One scene, or all of the chapter that stand in the order of the telling. */
  readonly scenes: readonly Scene[];
}

export const duration: Rule = {
  id: 'time/duration',
  severity: 'warning',
  *check(manuscript) {
    for (const lasting of lastingIn(manuscript)) {
      const last = lasting.scenes.at(-1) as Scene;
      const next = manuscript.scenes.find((scene) => scene.index > last.index && follows(scene, lasting, manuscript));
      if (next) yield* interrupted(lasting, next, manuscript);
      if (lasting.scenes.length > 1) yield* outlasted(lasting, manuscript);
    }
  },
};

function* lastingIn({ chapters }: Manuscript): Iterable<Lasting> {
  for (const { fields, scenes } of chapters) {
    const told = scenes.filter(isInOrder);
    for (const scene of told) {
      const { time, duration } = scene;
      if (time && duration) yield { time, duration, scenes: [scene] };
    }
    const time = told[0]?.time;
    const sameTimeline = told.filter(({ timeline }) => timeline === told[0]?.timeline);
    if (scenes.length > 1 && time && fields.duration) yield { time, duration: fields.duration, scenes: sameTimeline };
  }
}

/** Whether a scene is told as what comes next for somebody who was there, or in the same place. */
function follows(scene: Scene, { scenes }: Lasting, { bible }: Manuscript): boolean {
  if (!isInOrder(scene) || !scene.time || scene.timeline !== scenes[0]?.timeline) return false;
  const place = scene.setting?.entry;
  const here = new Set(presentIn(scene, bible).map(({ who }) => who.id));
  return scenes.some(
    (before) =>
      (place && before.setting?.entry === place) || presentIn(before, bible).some(({ who }) => here.has(who.id)),
  );
}

function* interrupted(lasting: Lasting, next: Scene, manuscript: Manuscript): Iterable<Fault> {
  const { bible } = manuscript;
  const passed = interruptedAfter(manuscript, lasting, next);
  const last = lasting.scenes.at(-1);
  if (passed === undefined || !next.time || !last) return;
  // Somebody who would have to be in two places is a case of that rule.
  const here = new Set(presentIn(next, bible).map(({ who }) => who.id));
  const torn = presentIn(last, bible).some(({ who }) => here.has(who.id)) && areApart(bible, last, next);
  if (torn && lasting.scenes.length === 1) return;
  const length = sayLength(lasting.duration.value);
  yield {
    message: `${sceneName(last, next)} lasts ${length} from ${lasting.time.value.text}, and ${sceneName(next)} opens ${passed < MOMENT ? 'at the same time' : `${sayLength(passed)} after it began`}, at ${next.time.value.text}; correct the \`duration\` or one of the dates, or mark this scene \`mode: parallel\``,
    span: next.time.span,
    related: [{ span: lasting.duration.span, message: `it lasts ${length}` }],
  };
}

/** A scene of a chapter that opens when the chapter is said to be over. */
function* outlasted({ time, duration, scenes }: Lasting, manuscript: Manuscript): Iterable<Fault> {
  const allowed = duration.value + toleranceFor(manuscript, duration.value);
  for (const scene of scenes) {
    const passed = scene.time && daysBetween(manuscript.calendar, time.value, scene.time.value);
    if (!passed || !scene.time || passed.least <= allowed) continue;
    yield {
      message: `this scene opens ${sayLength(passed.least)} after its chapter, which lasts ${sayLength(duration.value)}; correct the \`duration\` or one of the dates`,
      span: scene.time.span,
      related: [{ span: duration.span, message: `the chapter lasts ${sayLength(duration.value)}` }],
      problem: `${duration.span.source.file} ${duration.span.start}`,
    };
  }
}

/** A minute, in days. */
const MOMENT = 1 / 1440;
