/** English. */

import type { Vocabulary } from './vocabulary.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

export const en: Vocabulary = {
  contents: 'Contents',
  chapter: (number) => `Chapter ${number}`,
  untitledChapter: 'Untitled chapter',
  start: 'Start of the story',
  cover: 'Cover',
  coverOf: (title) => `Cover of “${title}”`,
  titlePage: 'Title page',
  about: 'About this story',
  colophon: 'Colophon',
  notes: 'Notes',
  backToText: 'Back to the text',
  authorsNote: 'Author’s note',
  contentNotes: 'Content notes',
  skipPassage: 'Skip this passage',
  draft: 'Draft',
  stardate: (date) => `Stardate ${date}`,
  by: (names) => `by ${names}`,
  inSeries: (series, number) => (number === undefined ? series : `${series}, ${number}`),
  fandoms: 'Fandom',
  rating: 'Rating',
  warnings: 'Warnings',
  categories: 'Category',
  relationships: 'Relationships',
  characters: 'Characters',
  tags: 'Tags',
  status: 'Status',
  states: { 'in progress': 'In progress', complete: 'Complete', 'on hiatus': 'On hiatus', abandoned: 'Abandoned' },
  chaptersOf: (count, planned) =>
    planned === undefined
      ? `${count} ${count === 1 ? 'chapter' : 'chapters'}`
      : `${count} of ${planned} ${planned === 1 ? 'chapter' : 'chapters'}`,
  series: 'Series',
  website: 'On the web',
  day: (year, month, day) => `${day}\u00a0${months[month - 1]} ${year}`,
  published: (date) => `First published ${date}`,
  changed: (date) => `This edition ${date}`,
  license: (name) => `Licence: ${name}`,
  cast: 'Persons of the Story',
  timeline: 'Timeline',
  asOf: (chapter) => `As of: ${chapter}`,
  castSoFar: 'Persons so far',
  timelineSoFar: 'Timeline so far',
  death: 'Death',
  spoiler: 'May give something away',
  newest: (chapters) => `New in it: ${chapters}`,
  madeWith: 'Made with Padd',
};
