/** A scene that plays before the one that it follows. */

import type { Rule } from '../../lint.ts';
import { isBefore, type Moment } from '../../manuscript/calendar.ts';
import type { Stated } from '../../manuscript/fields.ts';
import type { Mode, Scene } from '../../manuscript/model.ts';
import { chapterName } from '../saying.ts';

/** Scenes that stand outside the order of the telling. */
const apart: ReadonlySet<Mode> = new Set([
  'flashback',
  'flashforward',
  'frame',
  'document',
  'dream',
  'vision',
  'parallel',
]);

const isDated = (scene: Scene): scene is Scene & { time: Stated<Moment> } => scene.time !== undefined;

export const stardateReversed: Rule = {
  id: 'time/stardate-reversed',
  severity: 'error',
  *check({ scenes, calendar }) {
    /** By timeline, the latest scenes so far: the last, and the one before it. */
    const latest = new Map<string, readonly (Scene & { time: Stated<Moment> })[]>();
    for (const scene of scenes) {
      if (!isDated(scene) || apart.has(scene.mode)) continue;
      const [last, beforeLast] = latest.get(scene.timeline) ?? [];
      if (!last || !isBefore(scene.time.value, last.time.value)) {
        latest.set(scene.timeline, last ? [scene, last] : [scene]);
        continue;
      }
      yield {
        message: `${calendar.noun} ${scene.time.value.text} lies before ${last.time.value.text}, where ${chapterName(last.chapter)} left the story; correct one of them, or mark this scene \`mode: flashback\``,
        span: scene.time.span,
        related: [{ span: last.time.span, message: `${last.time.value.text} stands here` }],
      };
      // One slip is one finding. Where this scene still follows the one before the last, the last was set too late.
      const tooLate = !beforeLast || !isBefore(scene.time.value, beforeLast.time.value);
      if (tooLate) latest.set(scene.timeline, beforeLast ? [scene, beforeLast] : [scene]);
    }
  },
};
