/** What may be written in `story.yaml`. */

import { list, table } from '../collections.ts';
import { flag, length, number, oneOf, reference, text, time, worldDate } from '../fields.ts';
import { field, record } from '../record.ts';
import { allowance, severities } from './chapter.ts';

const author = record(
  {
    name: field(text, 'as printed'),
    sortAs: field(text, 'as shelved: “Name, Pen”'),
    role: field(text, 'author, editor, illustrator … or a MARC relator code; default: author'),
  },
  'an author',
  { short: 'name' },
);

const month = record({ name: field(text, 'its name'), days: field(number, 'how many days it has') }, 'a month', {
  short: 'name',
});

export const calendarFields = record(
  {
    name: field(text, 'a built-in calendar, or the name of your own'),
    unitsPerDay: field(number, 'how many units make a day; absent: order only'),
    format: field(text, 'how a time is written, {n} for the number'),
    eras: field(list(text), 'the eras in their order'),
    months: field(list(month), 'the months in their order'),
  },
  'a calendar',
  { short: 'name' },
);

const timeline = record(
  {
    from: field(reference('timelines'), 'the timeline that it forks from'),
    at: field(time, 'when it forks'),
    because: field(text, 'why'),
  },
  'a timeline',
);

const announcement = record(
  {
    date: field(worldDate, 'its day; until then it waits'),
    title: field(text, 'a line above it'),
    text: field(text, 'what there is to tell, in Markdown'),
  },
  'an announcement',
);

export const storyFields = record(
  {
    title: field(text, 'the work’s title; default: the folder’s name'),
    subtitle: field(text, 'a second line of the title'),
    author: field(list(author), 'a pen name, or a list of names with sortAs and role'),
    language: field(text, 'BCP 47; default: en'),
    summary: field(text, 'what stands on the story page and in the shop'),
    fandoms: field(list(text), 'the worlds it plays in'),
    rating: field(
      oneOf('Not Rated', 'General Audiences', 'Teen And Up Audiences', 'Mature', 'Explicit'),
      'AO3’s own words for it',
    ),
    warnings: field(
      list(
        oneOf(
          'Choose Not To Use Archive Warnings',
          'Creator Chose Not To Use Archive Warnings',
          'No Archive Warnings Apply',
          'Graphic Depictions Of Violence',
          'Major Character Death',
          'Rape/Non-Con',
          'Underage Sex',
          'Underage',
        ),
      ),
      'AO3’s archive warnings',
    ),
    categories: field(list(oneOf('Gen', 'F/M', 'M/M', 'F/F', 'Multi', 'Other')), 'AO3’s categories'),
    relationships: field(list(text), '“/” romantic, “&” platonic'),
    characters: field(list(reference('characters')), 'ids or names; default: the speaking cast'),
    tags: field(list(text), 'additional tags'),
    series: field(
      record({ title: field(text, 'its title'), position: field(number, 'this work’s place in it') }, 'a series', {
        short: 'title',
      }),
      'the series it belongs to',
    ),
    status: field(oneOf('in progress', 'complete', 'on hiatus', 'abandoned'), 'how far the work is'),
    chaptersPlanned: field(number, 'how many chapters there will be; absent: “?”'),
    disclaimer: field(text, 'whose world it is, and that nothing is sold'),
    rights: field(text, 'the line of copyright'),
    license: field(text, 'an SPDX id, as in CC-BY-NC-SA-4.0'),
    genre: field(list(text), 'a shelf of a bookshop, the best first'),
    publisher: field(text, 'who publishes it, if anybody'),
    modified: field(worldDate, 'when it last changed; default: the last commit, else the latest `published`'),
    accessibility: field(
      record(
        { evaluatedBy: field(text, 'the person who did'), date: field(worldDate, 'when') },
        'a human accessibility evaluation',
      ),
      'a human evaluation, if there was one',
    ),
    theme: field(text, 'the site’s look: `log`, `plain`, or your own in `themes/`; default: log'),
    news: field(list(announcement), 'what you tell readers outside the story: a page of the site'),
    search: field(flag, 'whether the site can be searched; default: true'),
    showFacts: field(
      list(oneOf('stardate', 'date', 'pov', 'setting'), { commas: true }),
      'what stands at a chapter’s head',
    ),
    backMatter: field(list(oneOf('cast', 'timeline'), { commas: true }), 'what the EPUB adds at the back'),
    pov: field(reference('characters'), 'the point of view of chapters that name none'),
    id: field(text, 'an identifier that never changes; default: made from title and author'),
    url: field(text, 'where the site will live'),
    published: field(worldDate, 'when the work first appeared'),
    cover: field(
      record({ image: field(text, 'a picture in the folder'), alt: field(text, 'what it shows') }, 'a cover', {
        short: 'image',
      }),
      'default: drawn from the title',
    ),
    titleFont: field(text, 'a font in the folder (OTF, TTF, WOFF) that the EPUB sets its titles in'),
    calendar: field(calendarFields, 'stardate, stardate-tos, stardate-2009, date, or a table of your own'),
    era: field(list(time), 'the first and the last time of the story; others are slips of the pen'),
    tolerance: field(length, 'how far a stated length may be off; default: half a day'),
    timelines: field(table(timeline, 'a table of timelines'), 'alternate timelines; each forks from another'),
    timeline: field(reference('timelines'), 'the one that the story is told in'),
    dialect: field(
      record(
        {
          dialogue: field(
            oneOf('double', 'single', 'dash', 'guillemets', 'corner'),
            'the marks of speech; default: found',
          ),
        },
        'a dialect',
      ),
      'how the prose is written',
    ),
    rules: field(
      table(oneOf(...severities), 'a table of rules and severities'),
      'other severities: error, warning, info, off',
    ),
    allow: field(list(allowance), 'rules that the story breaks on purpose, each with its reason'),
  },
  'story.yaml',
);
