/** What typesetting must know of the edition that it sets for. */

import type { Chapter } from './model.ts';

/** Where an edition keeps what prose may point at. */
export interface House {
  /** The address of a chapter, from another chapter. */
  readonly chapterHref: (chapter: Chapter) => string;
  /** The address of a picture of the manuscript's folder; undefined: this edition cannot show it, and prints its alt text. */
  readonly imageHref: (path: string) => string | undefined;
  /** Words that the edition prints around notes, in the story's language. */
  readonly words: { readonly notes: string; readonly backToText: string };
}
