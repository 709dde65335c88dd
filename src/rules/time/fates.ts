/** Where prose tells of a death, a birth or a loss that the bible dates. */

import { namesOf, theOne } from '../../analysis/called.ts';
import type { Entry } from '../../manuscript/bible.ts';
import type { Moment } from '../../manuscript/calendar.ts';
import type { Stated } from '../../manuscript/fields.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import type { Stretch } from '../../manuscript/passages.ts';

/** A thing that happened once, and the words that tell it. */
export interface Told extends Stretch {
  readonly id: string;
  /** `the death of Tam Ruiz`. */
  readonly name: string;
  readonly at: Stated<Moment>;
  readonly timeline: string | undefined;
}

const died = /^ (?:had )?(?:died|perished|drowned|(?:was|been) (?:killed|murdered|executed|shot dead))\b/;
const born = /^ (?:was|had been) born\b/;
const lost =
  /^ (?:(?:was|had been) (?:lost(?: with all hands)?|destroyed|sunk|wrecked)|(?:had )?(?:sank|sunk|foundered|blew up|blown up))\b/;

/** Whether the bible dates any of them: where it does not, no prose need be searched. */
export const datesFates = ({ bible }: Manuscript): boolean =>
  [...bible.characters.values()].some(({ fields }) => fields.born || fields.died) ||
  [...bible.ships.values()].some(({ fields }) => fields.lost);

export function fatesIn(text: string, { bible }: Manuscript): readonly Told[] {
  const found: Told[] = [];
  const add = (
    what: string,
    entry: Entry,
    form: RegExp,
    { start, end }: Stretch,
    facts: readonly { readonly at?: Stated<Moment> | undefined; readonly timeline?: Stated<string> | undefined }[],
  ): void => {
    const tail = form.exec(text.slice(end, end + 40))?.[0];
    if (tail === undefined) return;
    for (const { at, timeline } of facts) {
      if (at && at.value.scale === undefined)
        found.push({
          id: `${what} ${entry.id}`,
          name: `the ${what} of ${what === 'loss' ? 'the ' : ''}${entry.name}`,
          at,
          timeline: timeline?.value,
          start,
          end: end + tail.length,
        });
    }
  };
  for (const called of namesOf(bible, 'characters').allIn(text)) {
    const who = theOne(called);
    if (!who) continue;
    add('death', who, died, called, who.fields.died ?? []);
    if (who.fields.born) add('birth', who, born, called, [{ at: who.fields.born }]);
  }
  for (const called of namesOf(bible, 'ships').allIn(text)) {
    const ship = theOne(called);
    if (ship) add('loss', ship, lost, called, ship.fields.lost ?? []);
  }
  return found;
}
