/** What may be written in YAML: every field of a chapter, a scene, the story and the bible, described once. */

import {
  field,
  flag,
  type Kind,
  length,
  list,
  number,
  oneOf,
  type Read,
  type RecordOf,
  record,
  reference,
  table,
  text,
  time,
  worldDate,
} from './fields.ts';

export const modes = [
  'linear',
  'flashback',
  'flashforward',
  'dream',
  'vision',
  'parallel',
  'frame',
  'document',
] as const;
export const channels = ['comm', 'viewscreen', 'telepathy', 'hologram', 'letter'] as const;
export const severities = ['error', 'warning', 'info', 'off'] as const;

const allowance = record(
  { rule: field(text, 'the rule that is allowed'), reason: field(text, 'why; required') },
  'an allowance',
);

/** The facts that a scene may have of its own. */
const scene = {
  stardate: field(time, 'when it opens, in the story’s calendar'),
  date: field(time, 'the same under another calendar'),
  pov: field(reference('characters'), 'whose eyes: an id, a name or an alias of the bible'),
  setting: field(reference('places', 'ships'), 'the place: an id, a name, or “outer, inner”'),
  cast: field(list(reference('characters'), { commas: true }), 'who is present; else found in the prose'),
  via: field(
    table(oneOf(...channels), 'pairs of a name and a channel'),
    'who takes part without being there: comm, viewscreen, telepathy, hologram, letter',
  ),
  timeline: field(reference('timelines'), 'which timeline; default: the story’s'),
  mode: field(oneOf(...modes), 'how it is told; default: linear'),
  duration: field(length, 'how long it lasts, where that matters'),
};

export const sceneFields = record(scene, 'a scene');

export const logFields = record(
  {
    of: field(reference('characters', 'ships'), 'who speaks or writes it'),
    stardate: field(time, 'its own date'),
    date: field(time, 'the same under another calendar'),
  },
  'a log',
);

/** What Jekyll, Hugo, Astro and their like write, and Padd has no use for. */
const blogKeys =
  'layout permalink slug weight tags categories author id menu aliases image category tag authors type url keywords toc lang lastmod updated modified pubdate updateddate heroimage publishdate expirydate comments excerpt excerpt_separator sitemap featured math cover series linktitle translationkey markup outputs cascade resources images videos audio headless sidebar_position redirect_from header'.split(
    ' ',
  );

/** The keys beside which `date:` is a day of publication. */
export const blogMarks: ReadonlySet<string> = new Set(
  'layout permalink slug weight tags categories author id menu aliases image draft description'.split(' '),
);

const chapter = {
  title: field(text, 'else the first heading, else the file name'),
  ...scene,
  number: field(flag, 'false: this chapter has no number (a prologue, an interlude)'),
  part: field(text, 'the title of the part that begins here or that its folder is'),
  status: field(oneOf('draft', 'beta', 'ready'), 'draft is not published, beta in private builds only; default: ready'),
  spoiler: field(oneOf('title'), 'title: the title itself is hidden until the chapter is reached'),
  published: field(text, 'the day it appears; in the future: not before then'),
  summary: field(text, 'one or two sentences, told before the chapter'),
  notes: field(
    record({ before: field(text, 'before the chapter'), after: field(text, 'after it') }, 'author’s notes', {
      short: 'before',
    }),
    'author’s notes in Markdown, kept apart from the prose',
  ),
  contentNotes: field(
    list(
      record(
        {
          label: field(text, 'what a reader may want to know: “Violence”'),
          detail: field(text, 'more of it, for those who ask'),
          spoiler: field(flag, 'whether the note itself gives something away'),
        },
        'a content note',
        { short: 'label' },
      ),
    ),
    'what readers may want to be warned of',
  ),
  epigraph: field(
    record({ text: field(text, 'the words'), source: field(text, 'whose they are') }, 'an epigraph', {
      short: 'text',
    }),
    'a quotation at the head',
  ),
  allow: field(list(allowance), 'rules that this chapter breaks on purpose, each with its reason'),
  draft: field(flag, 'as `status: draft`'),
  description: field(text, 'as `summary`'),
};

export const chapterFields = record(chapter, 'a chapter', { silent: blogKeys });

/** Every key that a chapter's frontmatter is known to hold, in lower case: what tells frontmatter from prose. */
export const chapterKeys: ReadonlySet<string> = new Set([
  ...Object.keys(chapter).map((key) => key.toLowerCase()),
  ...blogKeys,
]);

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
    theme: field(text, 'the site’s look; default: log'),
    search: field(flag, 'whether the site can be searched; default: true'),
    showFacts: field(list(oneOf('stardate', 'pov', 'setting'), { commas: true }), 'what stands at a chapter’s head'),
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

/** When and where a fact holds. */
const holding = {
  from: field(time, 'from then on, that moment included'),
  until: field(time, 'up to then, that moment included'),
  timeline: field(reference('timelines'), 'only in this timeline and those that fork from it later'),
  since: field(reference('chapters'), 'the first chapter whose readers may know it'),
};

/** A fact that may change: one value, or several each with its time. */
const fact = <T>(kind: Kind<T>) =>
  list(record({ is: field(kind, 'the value'), ...holding }, 'a fact', { short: 'is' }));

/** Something that happens to an entry at one time. */
const happening = list(
  record(
    {
      at: field(time, 'when'),
      how: field(text, 'how it came about'),
      timeline: holding.timeline,
      since: holding.since,
    },
    'an event in a life',
    { short: 'at' },
  ),
);

/** What every entry of the bible may have. */
const entry = {
  name: field(text, 'the full name; default: the id'),
  aliases: field(list(text), 'other forms of the name'),
  ambiguous: field(flag, 'true: this name is shared on purpose'),
  canon: field(oneOf('canon', 'divergent', 'invented'), 'how it stands to the source work'),
  since: holding.since,
  timeline: holding.timeline,
};

const character = record(
  {
    ...entry,
    pronouns: field(list(text, { commas: true }), 'she, he, they, it, or a list'),
    species: field(fact(text), 'the people or species'),
    born: field(time, 'a year or a date'),
    age: field(
      list(
        record({ is: field(number, 'years'), at: field(time, 'when'), timeline: holding.timeline }, 'an age', {
          short: 'is',
        }),
      ),
      'an age at some time, where the birth is not known or is to be checked',
    ),
    kin: field(
      table(list(reference('characters'), { commas: true }), 'a table of kin'),
      'relations: sister, father, spouse …',
    ),
    died: field(happening, 'when and how'),
    rank: field(fact(text), 'rank or title'),
    aboard: field(fact(reference('ships', 'places')), 'the ship or station of the posting'),
    eyes: field(fact(text), 'their colour'),
    hair: field(fact(text), 'its colour'),
    ao3: field(text, 'the canonical tag, where it differs from the name'),
  },
  'a character',
);

const ship = record(
  {
    ...entry,
    prefix: field(text, 'USS, IKS, HMS …'),
    registry: field(fact(text), 'its number, as in NCC-31911'),
    class: field(fact(text), 'its class'),
    captain: field(fact(reference('characters')), 'who commands her'),
    launched: field(time, 'when she was launched'),
    lost: field(happening, 'when and how she was lost'),
  },
  'a ship',
);

const place = record(
  {
    ...entry,
    in: field(reference('places', 'ships'), 'what contains it; also said by the id, as in starbase-112/brig'),
    travel: field(table(length, 'a table of places and lengths'), 'how long the way to other places takes'),
    destroyed: field(happening, 'when and how it ceased to be'),
  },
  'a place',
);

const event = record(
  {
    ...entry,
    at: field(time, 'when it happened'),
    phrases: field(list(text), 'how the prose speaks of it'),
    terms: field(list(text), 'words that together, in one sentence, speak of it'),
    known: field(
      list(
        record(
          {
            by: field(reference('characters'), 'who learns of it'),
            from: field(time, 'when'),
            how: field(text, 'how'),
            timeline: holding.timeline,
            since: holding.since,
          },
          'a line of news',
          { short: 'by' },
        ),
      ),
      'who learns of it when',
    ),
    public: field(time, 'when everybody else does; absent: never'),
  },
  'an event',
);

const object = record(
  {
    ...entry,
    holder: field(fact(reference('characters', 'places', 'ships')), 'who has it'),
    lost: field(happening, 'when it was lost'),
  },
  'an object',
);

const word = record(
  {
    not: field(list(text), 'spellings that are not the story’s'),
    means: field(text, 'what it means'),
    since: holding.since,
  },
  'a word',
);

const thread = record(
  {
    ...entry,
    planted: field(reference('chapters'), 'the chapter that sets it up'),
    pays: field(reference('chapters'), 'the chapter that pays it off'),
    phrases: field(list(text), 'how the prose speaks of it'),
  },
  'a thread',
);

/** The seven tables of the bible and what their entries may hold. */
export const bibleTables = {
  characters: character,
  ships: ship,
  places: place,
  events: event,
  objects: object,
  words: word,
  threads: thread,
};

export type SceneFields = Read<typeof sceneFields>;
export type LogFields = Read<typeof logFields>;
export type ChapterFields = Read<typeof chapterFields>;
export type StoryFields = Read<typeof storyFields>;
export type BibleFields = { readonly [T in keyof typeof bibleTables]: Read<(typeof bibleTables)[T]> };

/** A value that may change over time, with when and where it holds. */
export type Fact<T> = RecordOf<typeof holding> & { readonly is?: T };
