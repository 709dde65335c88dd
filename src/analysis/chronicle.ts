/** What happens when: the scenes and the bible's dated happenings, in the order of the story or in that of the telling. */

import type { Entry } from '../manuscript/bible.ts';
import { daysBetween, type Extent, type Moment } from '../manuscript/calendar.ts';
import type { Stated } from '../manuscript/fields.ts';
import type { Manuscript, Scene } from '../manuscript/model.ts';
import { playedAt } from '../manuscript/storytime.ts';

export interface Occasion {
  readonly what: 'scene' | 'event' | 'death' | 'loss';
  /** Of an event its name; of a death or a loss, who or which. Empty for a scene. */
  readonly name: string;
  readonly scene?: Scene;
  readonly timeline: string;
  /** As written; absent where nothing says so. */
  readonly time?: string;
  /** Where no time is written but the scenes around it tell some: the earliest and the latest. */
  readonly bounds?: Extent;
  /** Days since the occasion before it in story time, the fewest and the most; absent where nobody knows. */
  readonly since?: { readonly least: number; readonly most: number };
}

interface Placed extends Occasion {
  readonly at?: Extent;
  readonly order: number;
}

/**
 * Everything in story time; what has no time at all, or one of another scale, stands at the end in reading order. A scene
 * without a time of its own stands behind the one that it follows.
 */
export function chronicleOf(manuscript: Manuscript): readonly Occasion[] {
  const occasions = [...scenesOf(manuscript), ...happeningsOf(manuscript)];
  const dated = occasions.filter(({ at }) => at && at.scale === undefined && at.earliest > -Infinity);
  const rest = occasions.filter((one) => !dated.includes(one));
  const sorted = dated.sort((a, b) => (a.at?.earliest ?? 0) - (b.at?.earliest ?? 0) || a.order - b.order);
  return [...sorted.map((one, i) => withGap(one, sorted[i - 1], manuscript)), ...rest.map(told)];
}

function withGap(one: Placed, before: Placed | undefined, { calendar }: Manuscript): Occasion {
  const since = one.time && before?.time && one.at && before.at ? daysBetween(calendar, before.at, one.at) : undefined;
  return {
    ...told(one),
    ...(since && since.most >= 0 ? { since: { ...since, least: Math.max(0, since.least) } } : {}),
  };
}

const told = ({ at: _, order: __, ...occasion }: Placed): Occasion => occasion;

function scenesOf(manuscript: Manuscript): readonly Placed[] {
  return manuscript.scenes.map((scene): Placed => {
    const played = playedAt(manuscript, scene);
    return {
      what: 'scene',
      name: '',
      scene,
      timeline: scene.timeline,
      order: scene.index,
      ...(scene.time ? { time: scene.time.value.text } : played ? { bounds: played } : {}),
      ...(played ? { at: played } : {}),
    };
  });
}

function happeningsOf({ bible, timelines }: Manuscript): readonly Placed[] {
  const happening = (
    what: Occasion['what'],
    { name }: Entry,
    at: Stated<Moment> | undefined,
    timeline: string | undefined,
  ): Placed[] =>
    // Before the scenes of the same moment.
    at ? [{ what, name, timeline: timeline ?? timelines.main, time: at.value.text, at: at.value, order: -1 }] : [];
  return [
    ...[...bible.events.values()].flatMap((event) =>
      happening('event', event, event.fields.at, event.fields.timeline?.value),
    ),
    ...[...bible.characters.values()].flatMap((who) =>
      (who.fields.died ?? []).flatMap(({ at, timeline }) => happening('death', who, at, timeline?.value)),
    ),
    ...[...bible.ships.values()].flatMap((ship) =>
      (ship.fields.lost ?? []).flatMap(({ at, timeline }) => happening('loss', ship, at, timeline?.value)),
    ),
  ];
}
