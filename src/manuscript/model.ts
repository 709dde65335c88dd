/** The manuscript: everything that an author wrote, read once, never changed. */

import type { Root, RootContent } from 'mdast';
import type { Bible, Entry } from './bible.ts';
import type { Calendar, Moment } from './calendar.ts';
import type { Reference, Stated } from './fields.ts';
import type { Problem } from './problem.ts';
import type { ChapterFields, channels, modes, StoryFields } from './schema.ts';
import type { Source, Span } from './source.ts';
import type { Timelines } from './timelines.ts';

export interface Manuscript {
  /** Where it was read from: an absolute path, for messages and for editions that embed pictures. */
  readonly folder: string;
  readonly story: Story;
  readonly bible: Bible;
  readonly calendar: Calendar;
  readonly timelines: Timelines;
  /** All chapters in reading order, drafts included. */
  readonly chapters: readonly Chapter[];
  /** All scenes in reading order. */
  readonly scenes: readonly Scene[];
  /** Every place where the author names an entry of the bible, a timeline or a chapter in YAML or a directive. */
  readonly references: readonly Reference[];
  readonly allowances: readonly Allowance[];
  /** What is wrong with how it is written. */
  readonly problems: readonly Problem[];
  /** Every file of the folder, by path: what pictures and links may point to. */
  readonly files: ReadonlySet<string>;
  /** Files that look like chapters and were not read, each with why. */
  readonly passedOver: readonly PassedOver[];
}

export interface PassedOver {
  readonly file: string;
  readonly why: string;
}

export interface Story {
  readonly title: string;
  readonly language: string;
  readonly authors: readonly Author[];
  /** The names of other fields are those of story.yaml; each value knows its place. */
  readonly fields: StoryFields;
  /** `story.yaml` itself, where there is one. */
  readonly source?: Source;
}

export interface Author {
  readonly name: string;
  readonly sortAs?: string;
  /** As written: `author`, `editor`, `ill` … */
  readonly role: string;
}

export type Status = 'draft' | 'beta' | 'ready';

export interface Chapter {
  readonly source: Source;
  /** From 0, in reading order. */
  readonly index: number;
  /** From 1, over the whole story; absent for a prologue or an interlude. */
  readonly number?: number;
  /** The number that its file name begins with, if it does. */
  readonly fileNumber?: number;
  /** Unique in the story: the last part of its address. */
  readonly slug: string;
  readonly title: Title;
  /** The first heading, where it is not the title and so is printed. */
  readonly otherHeading?: Stated<string>;
  readonly part?: Part;
  readonly status: Status;
  /** The day it appears, in days since 1970-01-01. */
  readonly published?: Stated<Moment>;
  readonly summary?: Stated<string>;
  readonly fields: ChapterFields;
  /** The prose as a Markdown tree, without frontmatter and without the heading that is the title. */
  readonly tree: Root;
  /** At least one. */
  readonly scenes: readonly Scene[];
  /** The breaks between scenes as written, the last of them perhaps with nothing after it. */
  readonly breaks: readonly SceneBreak[];
}

export interface Title {
  readonly text: string;
  /** Where it is written; absent where the file's name had to serve. */
  readonly span?: Span;
  readonly from: 'frontmatter' | 'heading' | 'file';
}

export interface Part {
  readonly title: string;
  /** From 1, in reading order. */
  readonly number: number;
}

export interface SceneBreak {
  readonly span: Span;
  /** A rule or a line of marks, or the directive that takes its place. */
  readonly kind: 'marks' | 'directive';
  /** Whether anything follows before the next break or the end. */
  readonly followed: boolean;
}

export type Mode = (typeof modes)[number];
export type Channel = (typeof channels)[number];

export interface Scene {
  readonly chapter: Chapter;
  /** From 0, in reading order over the whole story. */
  readonly index: number;
  /** From 1, within the chapter. */
  readonly number: number;
  /** From its first block to its last; where it has none, where it would begin. */
  readonly span: Span;
  readonly blocks: readonly RootContent[];
  /** Its opening in story time; absent where nothing says so. */
  readonly time?: Stated<Moment>;
  readonly pov?: Reference;
  readonly setting?: Setting;
  /** Who is said to be present; absent where the author declares nobody. */
  readonly cast?: readonly Reference[];
  /** Who takes part from elsewhere. */
  readonly via: readonly { readonly who: Reference; readonly channel: Channel }[];
  /** Its id; the story's own when nothing else is said. */
  readonly timeline: string;
  readonly mode: Mode;
  /** In days. */
  readonly duration?: Stated<number>;
  /** Logs, letters and other documents that stand in it. */
  readonly documents: readonly StoryDocument[];
}

/** A log, a letter or a message within a scene: its date and voice are not the scene's. */
export interface StoryDocument {
  readonly span: Span;
  readonly blocks: readonly RootContent[];
  readonly of?: Reference;
  readonly time?: Stated<Moment>;
}

/** Where a scene plays, as written and as the bible knows it. */
export interface Setting {
  readonly text: string;
  readonly span: Span;
  /** The entry that was found for the whole, or for its outer half where the inner is unknown. */
  readonly entry?: Entry<'places' | 'ships'>;
  /** The half that the bible lacks, where it lacks one: the whole, or what stands after the first comma. */
  readonly unknown?: string;
  /** An entry of that name that lies within something else: Ten-Forward on a K'vort. */
  readonly elsewhere?: Entry<'places' | 'ships'>;
}

export interface Allowance {
  /** A rule's id, as written. */
  readonly rule: string;
  readonly reason: string;
  readonly span: Span;
  /** All of it, as it would be taken away: a comment, or an item of a YAML list. */
  readonly whole: Span;
  /** What it covers: a block or a chapter by its span; absent: the whole story. */
  readonly covers?: Span;
}
