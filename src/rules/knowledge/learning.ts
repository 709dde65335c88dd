/** Who knows of an event by when: as the bible says, by being there, or by being told in an earlier scene. */

import { actsIn, isPersonal } from '../../analysis/acts.ts';
import { type Telling, tellingsIn } from '../../analysis/news.ts';
import { readScene } from '../../analysis/scenes.ts';
import { type Entry, meant } from '../../manuscript/bible.ts';
import { compareMoments, daysBetween, type Extent, isBefore, type Moment } from '../../manuscript/calendar.ts';
import type { Stated } from '../../manuscript/fields.ts';
import type { Manuscript, Scene } from '../../manuscript/model.ts';
import { isPlayed, listedIn } from '../../manuscript/presence.ts';
import { isInOrder, type Played, playedAt } from '../../manuscript/storytime.ts';

/** In days: longer than this no scene lasts that does not say so, and news of later does not come in the middle of it. */
const USUAL = 1;

/** A telling by somebody who cannot know, or of what has not happened. */
export interface Unknown extends Telling {
  readonly owner: Entry<'characters'>;
  readonly scene: Scene;
  readonly played: Played;
  /** `ahead`: it has not happened yet. `early`: they learn of it later. `never`: nothing in the bible tells them. */
  readonly why: 'ahead' | 'early' | 'never';
  /** When it happens, or when they learn of it; for `never`, the event itself. */
  readonly since: Stated<string> & { readonly how?: string };
}

const found = new WeakMap<Manuscript, readonly Unknown[]>();

export function unknownTellings(manuscript: Manuscript): readonly Unknown[] {
  const known = found.get(manuscript);
  if (known) return known;
  const unknown: Unknown[] = [];
  /** Who has heard of what in an earlier scene, by event and timeline. */
  const heard = new Map<string, Set<string>>();
  const witnessed = manuscript.bible.events.size > 0 ? witnesses(manuscript) : new Map<string, Set<string>>();
  for (const scene of manuscript.bible.events.size > 0 ? manuscript.scenes : []) {
    const played = isPlayed(scene) ? playedAt(manuscript, scene) : undefined;
    if (!played) continue;
    for (const telling of tellingsIn(manuscript, scene)) {
      const { event, owner, spoken } = telling;
      const key = `${event.id} ${scene.timeline}`;
      const knowing = heard.get(key) ?? new Set<string>();
      heard.set(key, knowing);
      const fault = owner && judged(event, owner, scene, played, manuscript);
      // Whoever is there when it happens knows, unless the bible says when they understood what they had seen.
      const knows = owner && (knowing.has(owner.id) || (!fault?.own && (witnessed.get(key)?.has(owner.id) ?? false)));
      // What has not happened yet nobody can have heard of.
      if (owner && fault && (fault.why === 'ahead' || !knows))
        unknown.push({ ...telling, owner, scene, played, ...fault });
      else if (spoken) for (const id of presentIds(scene, manuscript)) knowing.add(id);
      if (owner) knowing.add(owner.id);
    }
  }
  found.set(manuscript, unknown);
  return unknown;
}

function judged(
  event: Entry<'events'>,
  owner: Entry<'characters'>,
  scene: Scene,
  played: Played,
  manuscript: Manuscript,
): (Pick<Unknown, 'why' | 'since'> & { readonly own?: true }) | undefined {
  const { timelines, bible, calendar } = manuscript;
  const { at, known = [], public: open, timeline: own } = event.fields;
  // Of what happens in another timeline nothing is known here.
  if (
    own &&
    !timelines.surelyHolds({ timeline: own.value, at: at?.value }, scene.timeline) &&
    own.value !== scene.timeline
  )
    return undefined;
  const ends = nextOpening(scene, manuscript);
  const lasts = scene.duration?.value ?? USUAL;
  const isEarly = (when: Stated<Moment>): boolean =>
    isBefore(played, when.value) &&
    (!ends ||
      !isBefore(when.value, ends) ||
      compareMoments(ends, when.value) === 0 ||
      (daysBetween(calendar, played, when.value)?.least ?? 0) > lasts);
  const stated = (when: Stated<Moment>, how?: string) => ({
    value: when.value.text,
    span: when.span,
    ...(how === undefined ? {} : { how }),
  });
  if (at && isEarly(at)) return { why: 'ahead', since: stated(at) };
  const news = known.filter(({ by, timeline }) => {
    const holds = !timeline || timelines.holds({ timeline: timeline.value }, scene.timeline);
    return by && holds && meant(bible, by, 'characters') === owner;
  });
  if (open && !isBefore(played, open.value)) return undefined;
  if (news.length > 0) {
    const dated = news.flatMap(({ from, how }) => (from ? [{ from, how }] : []));
    const [first] = dated;
    if (!first || dated.length < news.length || !dated.every(({ from }) => isEarly(from))) return undefined;
    return { why: 'early', since: stated(first.from, first.how?.value), own: true };
  }
  if (open) return isEarly(open) ? { why: 'early', since: stated(open) } : undefined;
  // A bible that says of nobody how they learn of it says nothing of this one either.
  if (known.length === 0) return undefined;
  return { why: 'never', since: { value: event.name, span: event.span } };
}

/** When the next dated scene of the telling opens: up to then, and no longer than a day, this one may last, and bring the news. */
function nextOpening(scene: Scene, { scenes }: Manuscript): Extent | undefined {
  if (!isInOrder(scene)) return undefined;
  const next = scenes.find(
    (other) => other.index > scene.index && other.timeline === scene.timeline && isInOrder(other) && other.time,
  );
  return next?.time?.value;
}

const presentIds = (scene: Scene, manuscript: Manuscript): readonly string[] => [
  ...listedIn(scene, manuscript.bible).map(({ who }) => who.id),
  ...scene.via.flatMap(({ who }) => meant(manuscript.bible, who, 'characters')?.id ?? []),
  ...readScene(manuscript, scene).said.flatMap(({ speaker }) => speaker?.id ?? []),
  ...actsIn(manuscript, scene)
    .filter(isPersonal)
    .map(({ who }) => who.id),
];

/** Whoever is in a scene in which an event happens knows of it, by event and timeline. */
function witnesses(manuscript: Manuscript): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>();
  for (const event of manuscript.bible.events.values()) {
    const at = event.fields.at?.value;
    if (!at) continue;
    for (const scene of manuscript.scenes) {
      if (!scene.time || !isPlayed(scene)) continue;
      const ends = nextOpening(scene, manuscript);
      const during =
        compareMoments(scene.time.value, at) === 0 || (ends && isBefore(scene.time.value, at) && isBefore(at, ends));
      if (!during) continue;
      const key = `${event.id} ${scene.timeline}`;
      all.set(key, new Set([...(all.get(key) ?? []), ...presentIds(scene, manuscript)]));
    }
  }
  return all;
}
