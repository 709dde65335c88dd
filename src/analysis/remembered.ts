/**
 * What the text of a file alone decides: found once, and again only when that file is edited. It can be written down, so that
 * the next run need not find it either.
 */

import { createHash } from 'node:crypto';
import type { Chapter } from '../manuscript/model.ts';
import { type PassageText, textsOf } from '../manuscript/passages.ts';
import type { Source } from '../manuscript/source.ts';

/** What was found in a file, by question: for what was given, and the answer as JSON. */
export type Notes = Readonly<Record<string, readonly (readonly [given: string, found: Json])[]>>;

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

interface Answer {
  readonly given: string;
  readonly found: unknown;
}

/** What is known of one file. */
interface Memory {
  /** By question, what was asked last first. */
  readonly answers: Map<string, readonly Answer[]>;
  /** What an earlier run has written down. */
  readonly notes: () => Notes;
  /** Whether something was found that does not stand there. */
  isNew: boolean;
}

const files = new WeakMap<Source, Memory>();

const questions = new Set<string>();

/** How many answers a question may have: one that is asked of a bible has another with each edit of it. */
const MOST = 4;

function memoryOf(source: Source, notes: () => Notes = () => ({})): Memory {
  const known = files.get(source) ?? { answers: new Map(), notes: once(notes), isNew: false };
  files.set(source, known);
  return known;
}

function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

/**
 * A memory for one question that is put to every chapter. `find` may depend on the text of the chapter’s file and on what
 * `given` says, and on nothing else of the manuscript: no entry of the bible, no other chapter, no scene’s place in the story.
 * What it gives outlives the manuscript and the process, so that it holds nothing but plain objects, lists, strings, numbers,
 * the source itself and the passages of `textsOf`.
 *
 * @param question its name, which no other has
 */
export function rememberedByFile<T>(question: string): (chapter: Chapter, given: string, find: () => T) => T {
  if (questions.has(question)) throw new Error(`two questions are called ${question}`);
  questions.add(question);
  return (chapter, given, find) => {
    const memory = memoryOf(chapter.source);
    const answers = memory.answers.get(question) ?? [];
    const before = answers.find((answer) => answer.given === given);
    if (before) return before.found as T;
    const noted = memory.notes()[question]?.find(([key]) => key === keyOf(given));
    if (!noted) memory.isNew = true;
    const found = noted ? read(noted[1], chapter) : find();
    memory.answers.set(question, [{ given, found }, ...answers].slice(0, MOST));
    return found as T;
  };
}

/** Tells of a file what was written down of one with the same name and text, before anything is asked of it. */
export function giveNotes({ source }: Chapter, notes: () => Notes): void {
  memoryOf(source, notes);
}

/** What was asked of a file so far; undefined where all of that has been written down already. */
export function notesOn(chapter: Chapter): Notes | undefined {
  const memory = files.get(chapter.source);
  if (!memory?.isNew) return undefined;
  const places = new Map(textsOf(chapter).map((passage, i) => [passage, i]));
  const entries = [...memory.answers].map(([question, answers]) => [
    question,
    answers.map(({ given, found }) => [keyOf(given), write(found, chapter.source, places)] as const),
  ]);
  return Object.fromEntries(entries);
}

/** What is given may be a whole bible’s names, for each of a thousand chapters: then its digest is written down. */
const LONG = 40;
let last = { given: '', key: '' };

function keyOf(given: string): string {
  if (given.length < LONG) return given;
  if (last.given !== given) last = { given, key: createHash('sha256').update(given).digest('base64url') };
  return last.key;
}

/** Keys by which what is no JSON stands in it. */
const PASSAGE = '$passage';
const SOURCE = '$source';

function write(value: unknown, source: Source, places: ReadonlyMap<PassageText, number>): Json {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (Array.isArray(value)) return value.map((item) => write(item, source, places));
  if (value === source) return { [SOURCE]: true };
  const place = places.get(value as PassageText);
  if (place !== undefined) return { [PASSAGE]: place };
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    throw new Error(`what is found in ${source.file} cannot be written down: ${typeof value}`);
  const json: Record<string, Json> = {};
  for (const [key, item] of Object.entries(value)) if (item !== undefined) json[key] = write(item, source, places);
  return json;
}

/** What was written, made of the JSON itself: most of it is lists of numbers, and may serve as it is. */
function read(json: Json, chapter: Chapter): unknown {
  if (isPlain(json)) return json;
  if (Array.isArray(json)) {
    const list: unknown[] = json;
    for (let i = 0; i < list.length; i += 1) if (!isPlain(list[i])) list[i] = read(list[i] as Json, chapter);
    return list;
  }
  const parts = json as Record<string, unknown>;
  if (SOURCE in parts) return chapter.source;
  if (PASSAGE in parts) return textsOf(chapter)[parts[PASSAGE] as number];
  for (const key in parts) if (!isPlain(parts[key])) parts[key] = read(parts[key] as Json, chapter);
  return parts;
}

const isPlain = (value: unknown): value is null | boolean | number | string =>
  value === null || typeof value !== 'object';
