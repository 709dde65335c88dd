/** What may be written in the bible's seven tables. */

import { list, table } from '../collections.ts';
import { flag, freeReference, type Kind, length, number, oneOf, reference, text, time } from '../fields.ts';
import { field, record } from '../record.ts';

/** When and where a fact holds. */
export const holding = {
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
  not: field(list(text), 'forms that are not the story’s'),
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
      table(list(freeReference('characters'), { commas: true }), 'a table of kin'),
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
    travel: field(table(length, 'a table of places and lengths', 'places'), 'how long the way to other places takes'),
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
