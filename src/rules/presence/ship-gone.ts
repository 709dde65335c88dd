/** A scene aboard a ship that is lost, or not yet launched. */

import type { Fault, Rule } from '../../lint.ts';
import { type Entry, isOf } from '../../manuscript/bible.ts';
import { isBefore } from '../../manuscript/calendar.ts';
import { surelyPast } from '../../manuscript/facts.ts';
import type { Manuscript, Scene } from '../../manuscript/model.ts';
import { isPlayed } from '../../manuscript/presence.ts';
import { type Played, playedAt } from '../../manuscript/storytime.ts';
import { neighbour, sayAfter, sayBefore, sayShip, sceneName, spanIn } from '../saying.ts';

export const shipGone: Rule = {
  id: 'presence/ship-gone',
  severity: 'error',
  *check(manuscript) {
    for (const scene of manuscript.scenes) {
      const place = scene.setting?.entry;
      const played = place && isPlayed(scene) ? playedAt(manuscript, scene) : undefined;
      if (!place || !played) continue;
      for (const ship of manuscript.bible.around(place)) {
        if (isOf(ship, 'ships')) yield* gone(scene, played, ship, manuscript);
      }
    }
  },
};

function* gone(scene: Scene, played: Played, ship: Entry<'ships'>, manuscript: Manuscript): Iterable<Fault> {
  const { timelines, calendar } = manuscript;
  const { lost, launched, timeline: own } = ship.fields;
  if (!scene.setting) return;
  const name = sayShip(ship);
  const span = spanIn(scene, scene.setting.span);
  const loss = surelyPast(lost, played, { timelines, timeline: scene.timeline, own });
  if (loss) {
    const how = loss.how ? ` (${loss.how.value})` : '';
    yield {
      message: `${sceneName(scene)} plays aboard ${name} ${sayAfter(scene, played, calendar.noun)}, and ${name} was lost at ${loss.at.value.text}${how}; correct the \`setting\` or one of the dates, mark the scene \`mode: flashback\`, or make the wreck a place of its own`,
      span,
      related: [
        { span: loss.at.span, message: `${name} was lost at ${loss.at.value.text}` },
        ...neighbour(scene, played.after),
      ],
      problem: `${ship.id} lost ${scene.timeline}`,
    };
  } else if (launched && isBefore(played, launched.value)) {
    yield {
      message: `${sceneName(scene)} plays aboard ${name} ${sayBefore(scene, played, calendar.noun)}, and ${name} was not launched until ${launched.value.text}; correct the \`setting\` or one of the dates`,
      span,
      related: [
        { span: launched.span, message: `${name} was launched at ${launched.value.text}` },
        ...neighbour(scene, played.before),
      ],
      problem: `${ship.id} launched ${scene.timeline}`,
    };
  }
}
