/** What the site says beside what every edition says (`editions/words/`), as each language has to say it. */

import type { Choice, choices, Switch } from '../settings.ts';

export interface SiteVocabulary {
  // Getting about
  readonly skipToText: string;
  readonly site: string;
  readonly begin: string;
  readonly wholeStory: string;
  readonly aboutSite: string;
  readonly feed: string;
  readonly news: string;
  readonly previous: string;
  readonly next: string;
  /** What stands behind a word that names what follows. */
  readonly colon: string;
  readonly turn: string;

  // Chapters. Counts come as they are printed, with the number itself for its grammar.
  readonly words: (printed: string, count: number) => string;
  readonly minutes: (printed: string) => string;
  readonly showTitle: string;
  readonly spoiler: string;

  // The story
  readonly length: string;
  readonly firstPublished: string;
  readonly readingTime: (hours: string | undefined, minutes: string | undefined) => string;
  readonly nextOn: (date: string) => string;
  readonly theEnd: string;
  readonly endSoFar: string;
  readonly noChapters: string;
  readonly anonymous: string;
  /** AO3’s ratings, warnings and categories; what is missing stands as AO3 writes it. */
  readonly archive: Readonly<Record<string, string>>;

  // The reader’s place
  readonly partway: string;
  readonly goThere: string;
  readonly continue: string;
  /** Of a chapter: its number, and its title within quotation marks. */
  readonly place: (number: string, title: string) => string;
  readonly seen: { readonly read: string; readonly begun: string; readonly new: string; readonly changed: string };
  /** Before the number of paragraphs. */
  readonly changedSince: string;
  readonly soFar: string;
  readonly backToStory: string;
  readonly copyPlace: string;
  readonly copied: string;
  readonly move: { readonly title: string; readonly text: string; readonly take: string; readonly done: string };
  readonly keysText: string;

  // Without a network. The size comes as it is printed.
  readonly offline: {
    readonly keep: (size: string) => string;
    readonly kept: string;
    /** Takes back what was kept; “it” is the story. */
    readonly remove: string;
    readonly failed: string;
    /** Beside it: that the file is what lasts. */
    readonly file: string;
    readonly title: string;
    readonly text: string;
  };

  // Characters and timeline. `{}` stands for the number of a chapter.
  readonly known: {
    readonly timeline: string;
    readonly told: string;
    readonly story: string;
    readonly from: (chapter: string) => string;
    /** Before a date. */
    readonly since: (when: string) => string;
    readonly readTo: string;
    readonly readNone: string;
    readonly showAll: string;
    readonly nobody: string;
    readonly noTimes: string;
    /** On the page about the site: what these pages hold beside what they show. */
    readonly folded: string;
    readonly species: string;
    readonly rank: string;
    readonly aboard: string;
    readonly died: string;
  };

  // Search. `{}` stands for a count, or for the words that were looked for.
  readonly search: {
    readonly title: string;
    readonly label: string;
    readonly found: string;
    readonly nothing: string;
    readonly past: string;
    readonly failed: string;
    /** A link to the story on one page. */
    readonly find: string;
  };

  readonly settings: {
    readonly title: string;
    readonly names: Readonly<Record<Choice | Switch | 'size', string>>;
    readonly values: Readonly<Record<(typeof choices)[Choice][number], string>>;
    readonly more: string;
    readonly reset: string;
  };

  // About
  readonly rights: string;
  readonly disclaimer: string;
  readonly privacy: string;
  readonly privacyText: readonly string[];
  /** `book` and `label` are typefaces with their makers. */
  readonly setIn: (book: string, label: string) => string;
  /** Behind it, of a story in letters that the book’s face does not have. */
  readonly lettersIn: (face: string) => string;

  // Where nothing is
  readonly notFound: string;
  readonly notFoundText: string;

  // Chapters that only their author sees
  readonly beta: string;
  readonly scheduled: (date: string) => string;
}
