/** A captain, a crew or a cargo for a ship that is already lost. */

import type { Fault, Rule } from '../../lint.ts';
import { type Bible, type Entry, isOf, meant } from '../../manuscript/bible.ts';
import { isBefore, type Moment } from '../../manuscript/calendar.ts';
import type { Stated } from '../../manuscript/fields.ts';
import { endingIn } from '../../manuscript/lives.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import { shipOf } from '../../manuscript/places.ts';
import type { Fact } from '../../manuscript/schema.ts';
import { at, type Changing, changingFacts, homeOf } from './changing.ts';

export const shipFateConflict: Rule = {
  id: 'bible/ship-fate-conflict',
  severity: 'error',
  *check(manuscript) {
    for (const changing of changingFacts(manuscript.bible)) {
      for (const fact of changing.facts) yield* afterLoss(changing, fact, manuscript);
    }
  },
};

function* afterLoss(changing: Changing, fact: Fact<Stated<string>>, manuscript: Manuscript): Iterable<Fault> {
  const ship = shipIn(changing, fact, manuscript.bible);
  const loss = ship && endingIn(ship, homeOf(changing.entry, fact, manuscript), manuscript.timelines);
  const late = loss && lateTime(fact, loss.at.value);
  if (!late) return;
  const time = late === fact.from ? `from ${late.value.text} on` : `until ${late.value.text}`;
  yield {
    message: `${whatFor(changing, fact, ship, manuscript.bible)} ${time}, and the ship was lost at ${loss.at.value.text}; correct one of them, or limit one to a \`timeline\``,
    span: late.span,
    related: [at(loss.at, `the loss of ${ship.name} stands here`)],
  };
}

/** The ship that a fact is about: one with a captain, or one that somebody or something is aboard. */
function shipIn({ entry, field }: Changing, fact: Fact<Stated<string>>, bible: Bible): Entry<'ships'> | undefined {
  if (field === 'captain') return isOf(entry, 'ships') ? entry : undefined;
  if ((field !== 'aboard' && field !== 'holder') || !fact.is) return undefined;
  const place = meant(bible, fact.is.value, 'ships', 'places');
  return place && shipOf(bible, place);
}

/** What begins after the loss, or lasts beyond it. */
const lateTime = ({ from, until }: Fact<Stated<string>>, loss: Moment): Stated<Moment> | undefined =>
  [from, until].find((time) => time && isBefore(loss, time.value));

function whatFor({ entry, field }: Changing, { is }: Fact<Stated<string>>, ship: Entry, bible: Bible): string {
  if (field === 'aboard') return `${entry.name} is posted aboard ${ship.name}`;
  if (field === 'holder') return `${entry.name} is kept aboard ${ship.name}`;
  return `${(is && meant(bible, is.value, 'characters')?.name) ?? is?.value ?? 'somebody'} commands ${ship.name}`;
}
