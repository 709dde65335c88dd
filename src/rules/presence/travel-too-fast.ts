/** A person who is in two places with less time between them than the way takes. */

import type { Rule } from '../../lint.ts';
import type { Entry } from '../../manuscript/bible.ts';
import { daysBetween, isPoint } from '../../manuscript/calendar.ts';
import { sayLength } from '../../manuscript/lengths.ts';
import type { Manuscript, Scene } from '../../manuscript/model.ts';
import { shipOf } from '../../manuscript/places.ts';
import { areApart, isPlayed, presentIn } from '../../manuscript/presence.ts';
import type { Span } from '../../manuscript/source.ts';
import { interruptedAfter, type Played, playedAt, toldByDate } from '../../manuscript/storytime.ts';
import { toleranceFor } from '../../manuscript/tolerance.ts';
import { type Journey, shortestJourney } from '../../manuscript/travel.ts';
import { listed, sayWhere, sceneName, spanIn } from '../saying.ts';

/** Somebody's stay at a place that does not move. */
interface Stay {
  readonly scene: Scene;
  readonly place: Entry;
  readonly played: Played;
}

interface Rush {
  readonly before: Stay;
  readonly after: Stay;
  readonly journey: Journey;
  /** The most days that can lie between. */
  readonly left: number;
}

export const travelTooFast: Rule = {
  id: 'presence/travel-too-fast',
  severity: 'error',
  *check(manuscript) {
    const { bible, calendar } = manuscript;
    if (calendar.daysPerUnit === undefined) return;
    const rushes = new Map<string, Rush & { readonly who: Entry[] }>();
    for (const [who, stays] of staysOf(manuscript)) {
      for (const rush of rushesAmong(stays, manuscript)) {
        const key = `${rush.before.scene.index} ${rush.after.scene.index}`;
        const known = rushes.get(key) ?? { ...rush, who: [] };
        known.who.push(who);
        rushes.set(key, known);
      }
    }
    const inOrder = [...rushes.values()].sort((a, b) => laterOf(a).scene.index - laterOf(b).scene.index);
    for (const rush of inOrder) {
      const { before, after, journey, left, who } = rush;
      const here = laterOf(rush);
      const there = here === after ? before : after;
      const [first, last] = [journey.roads[0], journey.roads.at(-1)];
      const way = journey.roads.map(({ to }) => to.name);
      const over = way.length > 1 ? ` by ${listed(way.slice(0, -1))}` : '';
      const names = `${listed(who.map(({ name }) => name))} ${who.length > 1 ? 'have' : 'has'}`;
      const time = left < MINUTE ? 'no time' : `${sayLength(left)} at the most`;
      yield {
        message: `${names} ${time} between ${sceneName(there.scene, here.scene)} and ${sceneName(here.scene)}; the way from ${first?.from.name} to ${last?.to.name}${over} takes ${sayLength(journey.days)}; correct a date, a \`setting\` or a \`cast\`, or the \`travel\` in the bible`,
        span: placeOf(here.scene),
        related: [
          {
            span: placeOf(there.scene),
            message: `${sceneName(there.scene, here.scene)} plays ${sayWhere(bible, there.place)}`,
          },
          ...journey.roads.map(({ from, to, length }) => ({
            span: length.span,
            message: `from ${from.name} to ${to.name} it is ${sayLength(length.value)}`,
          })),
        ],
      };
    }
  },
};

const laterOf = ({ before, after }: Rush): Stay => (after.scene.index > before.scene.index ? after : before);

/**
 * For each person and timeline, their stays in the order of the story's time. Scenes aboard ships are left out: a ship may
 * be anywhere, and whoever stays aboard is carried along; what lies before and behind the voyage is still too far apart or not.
 */
function staysOf(manuscript: Manuscript): readonly (readonly [Entry, readonly Stay[]])[] {
  const { scenes, bible } = manuscript;
  const found = new Map<string, readonly [Entry, Stay[]]>();
  // A date that runs backwards is a slip of its own, and says nothing of how fast anybody was.
  const slips = new Set<Scene>(
    toldByDate(scenes).flatMap(({ told, kept }) => told.filter((scene) => !kept.has(scene))),
  );
  for (const scene of scenes) {
    if (slips.has(scene)) continue;
    const place = scene.setting?.entry;
    const played = place && isPlayed(scene) && !shipOf(bible, place) ? playedAt(manuscript, scene) : undefined;
    // Nor does a scene that may have played at any time.
    if (!place || !played || played.scale !== undefined || played.latest - played.earliest === Infinity) continue;
    for (const { who } of presentIn(scene, bible)) {
      const key = `${who.id} ${scene.timeline}`;
      const [, stays] = found.get(key) ?? [who, []];
      stays.push({ scene, place, played });
      found.set(key, [who, stays]);
    }
  }
  for (const [, stays] of found.values()) {
    stays.sort(
      (a, b) =>
        a.played.earliest - b.played.earliest || a.played.latest - b.played.latest || a.scene.index - b.scene.index,
    );
  }
  return [...found.values()];
}

function* rushesAmong(stays: readonly Stay[], manuscript: Manuscript): Iterable<Rush> {
  let last: Stay | undefined;
  let beforeLast: Stay | undefined;
  let rushed = false;
  for (const stay of stays) {
    let rush = last && rushBetween(last, stay, manuscript);
    // One scene out of place is one problem: whoever was in time without it is in time.
    if (rush && rushed && beforeLast && !rushBetween(beforeLast, stay, manuscript)) rush = undefined;
    if (rush) yield rush;
    rushed = rush !== undefined;
    beforeLast = last;
    last = stay;
  }
}

function rushBetween(before: Stay, after: Stay, manuscript: Manuscript): Rush | undefined {
  const { bible, calendar } = manuscript;
  const journey = shortestJourney(bible, before.place, after.place);
  if (!journey || journey.days === 0) return undefined;
  // Vague times may overlap, so that nobody knows which came first.
  const there = daysBetween(calendar, before.played, after.played);
  const back = daysBetween(calendar, after.played, before.played);
  if (!there || !back) return undefined;
  const left = Math.max(there.most, back.most);
  if (journey.days - toleranceFor(manuscript, journey.days) <= left) return undefined;
  return isAtOnce(before, after, manuscript) ? undefined : { before, after, journey, left };
}

/** At the very same time, or while the scene before still lasts: a person in two places, which is another rule's. */
function isAtOnce(before: Stay, after: Stay, manuscript: Manuscript): boolean {
  if (!areApart(manuscript.bible, before.scene, after.scene)) return false;
  const [a, b] = [before.scene.time?.value, after.scene.time?.value];
  if (a && b && isPoint(a) && isPoint(b) && a.earliest === b.earliest) return true;
  return interruptedAfter(manuscript, before.scene, after.scene) !== undefined;
}

/** Where a finding about a scene's time and place points. */
const placeOf = (scene: Scene): Span => scene.time?.span ?? spanIn(scene, scene.setting?.span ?? scene.span);

/** In days. */
const MINUTE = 1 / 1440;
