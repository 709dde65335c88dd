/** English. */

import type { SiteVocabulary } from './vocabulary.ts';

export const en: SiteVocabulary = {
  skipToText: 'Skip to the text',
  site: 'Site',
  begin: 'Begin',
  wholeStory: 'On one page',
  aboutSite: 'About',
  feed: 'Feed',
  previous: 'Previous',
  next: 'Next',
  turn: 'Other chapters',
  words: (printed, count) => `${printed}\u00A0${count === 1 ? 'word' : 'words'}`,
  minutes: (printed) => `${printed}\u00A0min`,
  showTitle: 'Show its title',
  spoiler: 'gives something away',
  length: 'Length',
  firstPublished: 'First published',
  readingTime: (hours, minutes) =>
    `about ${[hours && `${hours}\u00A0h`, minutes && `${minutes}\u00A0min`].filter(Boolean).join(' ')}`,
  nextOn: (date) => `next chapter ${date}`,
  theEnd: 'The end',
  endSoFar: 'This is the last chapter so far',
  noChapters: 'No chapter is published yet.',
  anonymous: 'Anonymous',
  archive: {},
  rights: 'Rights',
  disclaimer: 'Disclaimer',
  privacy: 'Privacy',
  privacyText: [
    'This site does not know you were here.',
    'It sets no cookies, counts no visits, and has no accounts.',
    'Nothing on it comes from anywhere else: no typefaces, no pictures, no scripts.',
    'Whoever keeps the server may keep its log; the pages themselves tell nobody anything.',
  ],
  setIn: (book, label) => `Set in ${book}, with labels in ${label}; both are free under the SIL Open Font License.`,
  notFound: 'There is nothing at this address',
  notFoundText: 'The chapter may have moved, or never been here. The contents list everything that is.',
  beta: 'Beta',
  scheduled: (date) => `Appears ${date}`,
};
