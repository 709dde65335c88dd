/** English. */

import type { Vocabulary } from './vocabulary.ts';

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
  published: (date) => `First published ${date}`,
  changed: (date) => `This edition ${date}`,
  license: (name) => `Licence: ${name}`,
  madeWith: 'Made with Padd',
};
