/** What may be written in YAML: every field of a chapter, a scene, the story and the bible, described once. */

import type { Read } from './fields.ts';
import type { RecordOf } from './record.ts';
import type { bibleTables, holding } from './schema/bible.ts';
import type { chapterFields, logFields, sceneFields } from './schema/chapter.ts';
import type { storyFields } from './schema/story.ts';

export { bibleTables } from './schema/bible.ts';
export {
  blogMarks,
  channels,
  chapterFields,
  chapterKeys,
  logFields,
  modes,
  sceneFields,
  severities,
} from './schema/chapter.ts';
export { calendarFields, storyFields } from './schema/story.ts';

export type SceneFields = Read<typeof sceneFields>;
export type LogFields = Read<typeof logFields>;
export type ChapterFields = Read<typeof chapterFields>;
export type StoryFields = Read<typeof storyFields>;
export type BibleFields = { readonly [T in keyof typeof bibleTables]: Read<(typeof bibleTables)[T]> };

/** A value that may change over time, with when and where it holds. */
export type Fact<T> = RecordOf<typeof holding> & { readonly is?: T };
