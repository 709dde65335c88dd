/** What an edition itself says, as each language has to say it. */

export interface Vocabulary {
  readonly contents: string;
  /** What stands for a title that is hidden: “Chapter 9”. */
  readonly chapter: (number: number) => string;
  readonly untitledChapter: string;
  readonly start: string;
  readonly cover: string;
  readonly coverOf: (title: string) => string;
  readonly titlePage: string;
  readonly about: string;
  readonly colophon: string;
  readonly notes: string;
  readonly backToText: string;
  readonly authorsNote: string;
  readonly contentNotes: string;
  readonly skipPassage: string;
  readonly draft: string;
  readonly stardate: (date: string) => string;
  readonly by: (names: string) => string;
  readonly inSeries: (series: string, position: number | undefined) => string;
  readonly fandoms: string;
  readonly rating: string;
  readonly warnings: string;
  readonly categories: string;
  readonly relationships: string;
  readonly characters: string;
  readonly tags: string;
  readonly status: string;
  /** The four states of a work, by the words of story.yaml. */
  readonly states: Readonly<Record<'in progress' | 'complete' | 'on hiatus' | 'abandoned', string>>;
  readonly chaptersOf: (count: number, planned: number | undefined) => string;
  readonly series: string;
  readonly website: string;
  /** A day as it is said in running text. */
  readonly day: (year: number, month: number, day: number) => string;
  readonly published: (date: string) => string;
  readonly changed: (date: string) => string;
  readonly license: (name: string) => string;
  /** The list of those who are in the story, and that of what happens in it. */
  readonly cast: string;
  readonly timeline: string;
  /** Up to which chapter such a list tells. */
  readonly asOf: (chapter: string) => string;
  readonly castSoFar: string;
  readonly timelineSoFar: string;
  readonly death: string;
  /** What stands for a content note that is a spoiler itself. */
  readonly spoiler: string;
  /** Which chapters the last edition did not have. */
  readonly newest: (chapters: string) => string;
  readonly madeWith: string;
}
