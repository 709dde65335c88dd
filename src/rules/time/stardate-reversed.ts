/** A scene that plays before the one that it follows. */

import type { Rule } from '../../lint.ts';
import { isBefore } from '../../manuscript/calendar.ts';
import type { Scene } from '../../manuscript/model.ts';
import { type DatedScene, toldByDate } from '../../manuscript/storytime.ts';
import { chapterName, sceneName } from '../saying.ts';

export const stardateReversed: Rule = {
  id: 'time/stardate-reversed',
  severity: 'error',
  *check({ scenes, calendar }) {
    for (const { told, kept } of toldByDate(scenes)) {
      for (const { scene, last, count } of reversals(told, kept)) {
        const [now, then] = [scene.time.value.text, last.time.value.text];
        yield {
          message: `${scene.chapter === last.chapter ? 'this scene' : chapterName(scene.chapter)} plays at ${calendar.noun} ${now}, before ${then}, where ${sceneName(last, scene)} left the story; correct one of them, or mark this scene \`mode: flashback\``,
          span: scene.time.span,
          related: [{ span: last.time.span, message: `${then} stands here` }],
          ...(count > 1 ? { count } : {}),
        };
      }
    }
  },
};

interface Reversal {
  readonly scene: DatedScene;
  /** The scene before it that plays later. */
  readonly last: DatedScene;
  /** Scenes in a row that are out of order in the same way. */
  readonly count: number;
}

/** One for each slip: the fewest scenes whose correction puts all in order, those in a row taken together. */
function* reversals(scenes: readonly DatedScene[], kept: ReadonlySet<Scene>): Iterable<Reversal> {
  const inOrder = scenes.filter((scene) => kept.has(scene));
  for (let i = 0; i < scenes.length; i += 1) {
    const scene = scenes[i] as DatedScene;
    if (kept.has(scene)) continue;
    const before = lastThatPlaysLater(inOrder, scene);
    let count = 1;
    for (; i + 1 < scenes.length && !kept.has(scenes[i + 1] as DatedScene); i += 1, count += 1) {
      // Of a scene set too early and one set too late in a row, each is a slip of its own.
      if ((lastThatPlaysLater(inOrder, scenes[i + 1] as DatedScene) === undefined) !== (before === undefined)) break;
    }
    if (before) yield { scene, last: before, count };
    else {
      // Set too late: it is the scene after it that seems to go back.
      const late = scenes[i] as DatedScene;
      const after = inOrder.find((other) => other.index > late.index);
      const latest = scenes
        .slice(i - count + 1, i + 1)
        .findLast((other) => after && isBefore(after.time.value, other.time.value));
      if (after && latest) yield { scene: after, last: latest, count };
    }
  }
}

const lastThatPlaysLater = (inOrder: readonly DatedScene[], scene: DatedScene): DatedScene | undefined =>
  inOrder.findLast((other) => other.index < scene.index && isBefore(scene.time.value, other.time.value));
