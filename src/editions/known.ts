/**
 * What readers may know of the bible when they have read a chapter: nothing that is told later.
 *
 * A fact with `since` is known from that chapter on, and never if that is not published. One without is known as soon as
 * its entry is, but what has happened by some time (a death, a change, an event) no sooner than the story has come there.
 */

import { type Entry, isOf, meant } from '../manuscript/bible.ts';
import type { Extent, Moment } from '../manuscript/calendar.ts';
import { factsAt, type Happening } from '../manuscript/facts.ts';
import type { Reference, Stated } from '../manuscript/fields.ts';
import { timelineOf } from '../manuscript/lives.ts';
import type { Chapter, Manuscript, Mode, Scene } from '../manuscript/model.ts';
import type { Fact } from '../manuscript/schema.ts';
import { isDated } from '../manuscript/storytime.ts';
import type { Publication } from './publication.ts';

export interface Person {
  readonly entry: Entry<'characters'>;
  readonly rank: string | undefined;
  readonly species: string | undefined;
  /** The ship or station of the posting. */
  readonly aboard: Entry<'ships' | 'places'> | undefined;
  readonly death: Happening | undefined;
}

export interface Occurrence {
  readonly at: Moment;
  /** An event of the bible, or a chapter that opens then. */
  readonly what: Entry<'events'> | Chapter;
}

/** The occurrences of one timeline in the order of their times; what it shares with the story's own is told there alone. */
export interface Course {
  /** Its id; `''` for the story's own. */
  readonly timeline: string;
  /** Why it forked, and when. */
  readonly because: string | undefined;
  readonly forked: Moment | undefined;
  readonly occurrences: readonly Occurrence[];
}

export interface Known {
  readonly persons: readonly Person[];
  readonly courses: readonly Course[];
}

/** What is known after each published chapter, in their order. */
export function knownAfter({ manuscript, chapters }: Publication): ReadonlyMap<Chapter, Known> {
  const published = new Set(chapters);
  const reached = new Map<string, Extent>();
  const placed = new Map<string, Occurrence[]>([[manuscript.timelines.main, []]]);
  const known = new Map<Chapter, Known>();
  const named = new Map<string, Chapter | undefined>();
  // From chapter to chapter, since a long story would be gone through once for each of them.
  for (const last of chapters) {
    reach(last, reached);
    place(last, placed);
    known.set(last, knownAt({ manuscript, published, named, last, reached, placed }));
  }
  return known;
}

function knownAt(reading: Reading): Known {
  return {
    persons: [...reading.manuscript.bible.characters.values()].flatMap((entry) => personOf(entry, reading) ?? []),
    courses: [...reading.placed.keys()].flatMap((timeline) => courseOf(timeline, reading) ?? []),
  };
}

interface Reading {
  readonly manuscript: Manuscript;
  readonly published: ReadonlySet<Chapter>;
  /** What has been found so far by the number or the slug of a chapter. */
  readonly named: Map<string, Chapter | undefined>;
  readonly last: Chapter;
  /** How far the story has come in each timeline. */
  readonly reached: ReadonlyMap<string, Extent>;
  /** The chapters that have been read, in each timeline that they play in, where it is known when. */
  readonly placed: ReadonlyMap<string, readonly Occurrence[]>;
}

function place(chapter: Chapter, placed: Map<string, Occurrence[]>): void {
  const first = new Map<string, Scene>();
  for (const scene of chapter.scenes) if (!first.has(scene.timeline)) first.set(scene.timeline, scene);
  for (const [timeline, { time }] of first) {
    const course = placed.get(timeline) ?? [];
    placed.set(timeline, course);
    if (time) course.push({ at: time.value, what: chapter });
  }
}

/** What is foreseen or dreamt has not come yet. */
const notYet: ReadonlySet<Mode> = new Set<Mode>(['flashforward', 'dream', 'vision', 'document']);

function reach({ scenes }: Chapter, reached: Map<string, Extent>): void {
  for (const scene of scenes) {
    if (notYet.has(scene.mode) || !isDated(scene)) continue;
    const before = reached.get(scene.timeline);
    if (!before || scene.time.value.earliest > before.earliest) reached.set(scene.timeline, scene.time.value);
  }
}

/** Whether a chapter that is named by number or slug has been read. */
function isRead({ value }: Reference, { published, manuscript, last, named }: Reading): boolean {
  if (!named.has(value)) named.set(value, chapterNamed(value.toLowerCase(), manuscript));
  const chapter = named.get(value);
  return chapter !== undefined && published.has(chapter) && chapter.index <= last.index;
}

const chapterNamed = (written: string, { chapters }: Manuscript): Chapter | undefined =>
  /^\d+$/.test(written)
    ? chapters.find(({ number }) => number === Number(written))
    : chapters.find(({ slug }) => slug.toLowerCase() === written);

const sinceOf = ({ fields }: Entry): Reference | undefined => (fields as { since?: Reference }).since;

/** Whether readers know that an entry exists. */
const isKnown = (entry: Entry, reading: Reading): boolean => {
  const since = sinceOf(entry);
  return since === undefined || isRead(since, reading);
};

/** Whether the story has come to a time for certain, in a timeline. */
function isPast(at: Extent, timeline: string, { reached }: Reading): boolean {
  const now = reached.get(timeline);
  return now !== undefined && at.scale === now.scale && at.latest <= now.earliest;
}

function personOf(entry: Entry<'characters'>, reading: Reading): Person | undefined {
  if (!isKnown(entry, reading)) return undefined;
  const { manuscript } = reading;
  const { main } = manuscript.timelines;
  const { rank, species, aboard, died } = entry.fields;
  const posting = currentOf(aboard, entry, reading);
  const ship = posting && meant(manuscript.bible, posting, 'ships', 'places');
  return {
    entry,
    rank: currentOf(rank, entry, reading)?.value,
    species: currentOf(species, entry, reading)?.value,
    aboard: ship && isKnown(ship, reading) ? ship : undefined,
    death: died?.findLast((death) => isTold(death, entry, main, reading)),
  };
}

/** The value that holds where the story has come, of those that may be told. */
function currentOf<V extends Stated<string>>(
  facts: readonly Fact<V>[] | undefined,
  entry: Entry,
  reading: Reading,
): V | undefined {
  const { timelines } = reading.manuscript;
  const told = (facts ?? []).filter(({ since }) => since === undefined || isRead(since, reading));
  const now = reading.reached.get(timelines.main);
  const within = { timelines, timeline: timelines.main, own: timelineOf(entry) };
  // Where nobody knows the time, only what holds at all times can be told.
  const held = now
    ? factsAt(told, now, within).map(({ fact }) => fact)
    : told.filter(({ from, until, timeline }) => !from && !until && !timeline);
  return held.at(-1)?.is;
}

/** A death is told by its `since`; without one, when the story has come to it. One that has no time is known to nobody. */
function isTold(
  happening: Happening & { readonly since?: Reference },
  entry: Entry,
  timeline: string,
  reading: Reading,
): boolean {
  const { timelines } = reading.manuscript;
  const at = happening.at?.value;
  if (!timelines.holds({ timeline: (happening.timeline ?? timelineOf(entry))?.value, at }, timeline)) return false;
  if (happening.since) return isRead(happening.since, reading);
  return at !== undefined && isPast(at, timeline, reading);
}

function courseOf(timeline: string, reading: Reading): Course | undefined {
  const { timelines, bible } = reading.manuscript;
  const isMain = timeline === timelines.main;
  const events = [...bible.events.values()].flatMap((entry): Occurrence[] => {
    const at = entry.fields.at?.value;
    if (!at || !isKnown(entry, reading)) return [];
    const dated = { timeline: timelineOf(entry)?.value, at };
    if (!timelines.holds(dated, timeline) || (!isMain && timelines.holds(dated, timelines.main))) return [];
    return sinceOf(entry) || isPast(at, timeline, reading) ? [{ at, what: entry }] : [];
  });
  const chapters = reading.placed.get(timeline) ?? [];
  const occurrences = [...events, ...chapters]
    .filter(({ at }) => at.scale === undefined)
    .sort((a, b) => a.at.earliest - b.at.earliest);
  if (occurrences.length === 0) return undefined;
  const { because, at: forked } = timelines.all.get(timeline) ?? {};
  const toldFork = forked && isPast(forked.value, timeline, reading);
  return {
    timeline: isMain ? '' : timeline,
    because: toldFork ? because?.value : undefined,
    forked: toldFork ? forked.value : undefined,
    occurrences,
  };
}

/** Whether an occurrence is a chapter and not an event of the bible. */
export const isChapter = (what: Occurrence['what']): what is Chapter => 'scenes' in what;

/** Whether a posting is aboard a ship. */
export const isShip = (entry: Entry): entry is Entry<'ships'> => isOf(entry, 'ships');
