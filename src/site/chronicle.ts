/** What happens when: chapters and the bible’s events, in the order of the telling and in that of the story. */

import { timeAlone } from '../editions/facts.ts';
import type { Publication } from '../editions/publication.ts';
import { compareMoments, type Moment } from '../manuscript/calendar.ts';
import { plainMarks } from '../manuscript/typography/index.ts';
import type { ChapterPage } from './chapters.ts';
import type { Known } from './known.ts';
import type { Strings } from './strings/index.ts';

export interface Occasion {
  readonly words: string;
  readonly time: string;
  readonly since: number;
  /** Its place in the story’s own order, from 0. */
  readonly order: number;
  readonly timeline: string;
  /** The chapter, where it is one. */
  readonly page?: ChapterPage;
}

/** A timeline as it is drawn: a line beside the list, from where it parts from another. */
export interface Lane {
  readonly id: string;
  /** The lane that it forks from, where it does. */
  readonly from?: string;
  /** When it does. */
  readonly time?: string;
  readonly because?: string;
  /** The chapter that first tells of it. */
  readonly since: number;
  /** Where it begins, in the order of the telling and in that of the story: of a fork between two places. */
  readonly told: number;
  readonly order: number;
}

export interface Chronicle {
  /** In the order of the telling. */
  readonly occasions: readonly Occasion[];
  /** The timelines in which something is told, the story’s own first, and those that they fork from. */
  readonly lanes: readonly Lane[];
}

interface Dated extends Omit<Occasion, 'order' | 'time'> {
  readonly at: Moment;
}

export function chronicleOf(
  { manuscript }: Publication,
  pages: readonly ChapterPage[],
  known: Known,
  strings: Strings,
): Chronicle {
  const shown = (time: string): string => timeAlone(time, manuscript, strings);
  const { bible, story, timelines } = manuscript;
  const dated: Dated[] = pages.flatMap((page, i) => {
    const [scene] = page.chapter.scenes;
    if (!scene?.time || scene.time.value.scale !== undefined) return [];
    return [{ words: page.safeTitle, at: scene.time.value, since: i + 1, timeline: scene.timeline, page }];
  });
  for (const event of bible.events.values()) {
    const { at, since: said, phrases, timeline } = event.fields;
    const names = [...event.names, ...(phrases ?? [])].map(({ value }) => value);
    const since = said ? known.since(said) : known.named(names);
    if (!at || at.value.scale !== undefined || since === undefined) continue;
    const name = plainMarks(event.name, story.language);
    dated.push({ words: name, at: at.value, since, timeline: timeline?.value ?? timelines.main });
  }
  const inOrder = [...dated].sort((a, b) => compareMoments(a.at, b.at) || a.since - b.since);
  const places = new Map(inOrder.map((one, place) => [one, place]));
  const occasions = dated
    .map((one) => ({ one, order: places.get(one) as number }))
    .map(({ one: { at, ...rest }, order }) => ({ ...rest, time: shown(at.text), order }))
    .sort(
      (a, b) => a.since - b.since || Number(b.page !== undefined) - Number(a.page !== undefined) || a.order - b.order,
    );
  const used = [...new Set([timelines.main, ...inOrder.map(({ timeline }) => timeline)])];
  // Also those that they fork from.
  for (const id of used) {
    const from = timelines.all.get(id)?.from?.value;
    if (from !== undefined && !used.includes(from)) used.push(from);
  }
  /** Whether something is told of a timeline, or of one that forks from it. */
  const within = (own: string, id: string): boolean => {
    for (let at: string | undefined = own, steps = 0; at !== undefined && steps < used.length; steps += 1) {
      if (at === id) return true;
      at = timelines.all.get(at)?.from?.value;
    }
    return false;
  };
  const lanes = used.map((id): Lane => {
    const { from, at, because } = timelines.all.get(id) ?? {};
    const told = occasions.findIndex(({ timeline }) => within(timeline, id));
    const first = inOrder.findIndex(({ timeline }) => within(timeline, id));
    const fork = at ? inOrder.findIndex((one) => compareMoments(one.at, at.value) >= 0) : first;
    const isMain = id === timelines.main;
    return {
      id,
      since: isMain ? 1 : (occasions[told]?.since ?? 1),
      told: isMain ? 0 : told,
      order: isMain ? 0 : Math.min(first, fork < 0 ? first : fork),
      ...(from && used.includes(from.value) ? { from: from.value } : {}),
      ...(at ? { time: shown(at.value.text) } : {}),
      ...(because ? { because: plainMarks(because.value, story.language) } : {}),
    };
  });
  return { occasions, lanes: apart(lanes, (id) => timelines.all.get(id)?.at?.value) };
}

/** Forks stand before the place that they were found for, several of them one after the other: by time, a parent first. */
function apart(lanes: readonly Lane[], at: (id: string) => Moment | undefined): readonly Lane[] {
  const depth = ({ from }: Lane, steps = 0): number => {
    const parent = steps < lanes.length ? lanes.find(({ id }) => id === from) : undefined;
    return parent ? depth(parent, steps + 1) : steps;
  };
  const before = (a: Lane, b: Lane): number => {
    const [first, second] = [at(a.id), at(b.id)];
    return (first && second ? compareMoments(first, second) : 0) || depth(a) - depth(b);
  };
  const forks = lanes.filter(({ from }) => from !== undefined).sort(before);
  const place = (lane: Lane, kind: 'told' | 'order'): number => {
    const same = forks.filter((one) => one[kind] === lane[kind]);
    return same.includes(lane) ? lane[kind] - 1 + (same.indexOf(lane) + 1) / (same.length + 1) : lane[kind];
  };
  return lanes.map((lane) => ({ ...lane, told: place(lane, 'told'), order: place(lane, 'order') }));
}
