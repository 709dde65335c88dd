/** A scene aboard a ship that is lost or not yet launched, or such a ship doing something in the prose. */

import { type Act, actsIn, isImagined, sentenceOf } from '../../analysis/acts.ts';
import { isReadable } from '../../analysis/scenes.ts';
import type { Fault, Rule } from '../../lint.ts';
import { type Entry, isOf } from '../../manuscript/bible.ts';
import { isBefore } from '../../manuscript/calendar.ts';
import { surelyPast } from '../../manuscript/facts.ts';
import type { Manuscript, Scene } from '../../manuscript/model.ts';
import { isPlayed } from '../../manuscript/presence.ts';
import { type Played, playedAt } from '../../manuscript/storytime.ts';
import { doesWhat } from '../acting.ts';
import { neighbour, sayAfter, sayBefore, sayShip, sceneName, spanIn } from '../saying.ts';

export const shipGone: Rule = {
  id: 'presence/ship-gone',
  severity: 'error',
  *check(manuscript) {
    for (const scene of manuscript.scenes) {
      const played = isPlayed(scene) ? playedAt(manuscript, scene) : undefined;
      if (!played) continue;
      const aboard = scene.setting?.entry ? manuscript.bible.around(scene.setting.entry) : [];
      for (const ship of aboard) {
        if (isOf(ship, 'ships')) yield* gone(scene, played, ship, manuscript);
      }
      if (!isReadable(manuscript) || manuscript.bible.ships.size === 0) continue;
      for (const act of actsIn(manuscript, scene)) {
        if (
          isOf(act.who, 'ships') &&
          !aboard.includes(act.who) &&
          act.as === 'acts' &&
          isShip(act) &&
          !wreck.test(sentenceOf(act))
        )
          yield* acting({ ...act, who: act.who }, scene, played, manuscript);
      }
    }
  },
};

/** What is left of a ship may drift and burn, and what became of her may be told. */
const wreck =
  /\b(?:wreck\w*|debris|hulk|hull|remains|remnants?|what (?:had been|was left|remained)|exploded|burned|burnt|burst|drifted|tumbled|crashed|disintegrated|sank|blew (?:up|apart))\b/i;

/** What a ship may be that still moves, near which her name stands. */
const derelict = /\b(?:wreck\w*|debris|hulk|derelict|remains|salvage\w*)\b/i;

/** Whether a name is the ship's there: behind an article or a prefix, in italics, or marked as one. */
function isShip({ span }: Act<'characters' | 'ships'>): boolean {
  const before = span.source.text.slice(Math.max(0, span.start - 8), span.start);
  return (
    /(?:\bthe\s|\b[UIH][SKM]S\s|[*_[])[*_]?$/i.test(before) ||
    /^[UIHV][SKM]S\s/.test(span.source.text.slice(span.start, span.end))
  );
}

function* acting(act: Act<'ships'>, scene: Scene, played: Played, manuscript: Manuscript): Iterable<Fault> {
  const { timelines, calendar } = manuscript;
  const { who: ship, span } = act;
  const imagined = isImagined(act) || derelict.test(act.paragraph) || derelict.test(act.before);
  const { lost, launched, timeline: own } = ship.fields;
  const name = sayShip(ship);
  const does = `${name} ${doesWhat(act)} in ${sceneName(scene)}`;
  const lighter = imagined ? { severity: 'info' as const } : {};
  const loss = surelyPast(lost, played, { timelines, timeline: scene.timeline, own });
  if (loss) {
    const how = loss.how ? ` (${loss.how.value})` : '';
    yield {
      message: `${does} ${sayAfter(scene, played, calendar.noun)}, and was lost at ${loss.at.value.text}${how}; correct the name or one of the dates, tell it as past (“had …”), or mark the scene \`mode: flashback\``,
      span,
      related: [
        { span: loss.at.span, message: `${name} was lost at ${loss.at.value.text}` },
        ...neighbour(scene, played.after),
      ],
      problem: `${ship.id} lost acts ${scene.timeline} ${imagined}`,
      ...lighter,
    };
  } else if (launched && isBefore(played, launched.value)) {
    yield {
      message: `${does} ${sayBefore(scene, played, calendar.noun)}, and was not launched until ${launched.value.text}; correct the name or one of the dates`,
      span,
      related: [
        { span: launched.span, message: `${name} was launched at ${launched.value.text}` },
        ...neighbour(scene, played.before),
      ],
      problem: `${ship.id} launched acts ${scene.timeline} ${imagined}`,
      ...lighter,
    };
  }
}

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
