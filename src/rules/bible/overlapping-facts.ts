/** Two ranks, or two postings, at once. */

import type { Fault, Rule } from '../../lint.ts';
import { type Bible, foldName, isOf, meant } from '../../manuscript/bible.ts';
import { isBefore, type Moment } from '../../manuscript/calendar.ts';
import type { Stated } from '../../manuscript/fields.ts';
import { overlaps } from '../../manuscript/places.ts';
import type { Fact } from '../../manuscript/schema.ts';
import { type Changing, changingFacts, said } from './changing.ts';

type Value = Fact<Stated<string>>;

export const overlappingFacts: Rule = {
  id: 'bible/overlapping-facts',
  severity: 'error',
  *check({ bible }) {
    for (const changing of changingFacts(bible)) {
      // Who descends from two peoples is of both, and holders are `object/two-holders`’s.
      if (changing.field === 'species' || changing.field === 'holder') continue;
      // A fact of one timeline takes the place of what is said of all of them.
      const groups = Map.groupBy(changing.facts, (fact) => fact.timeline?.value);
      for (const facts of groups.values()) yield* overlapsIn(facts, changing, bible);
    }
  },
};

/** Every fact that holds at the same time as an earlier one which excludes it. */
export function* overlapsIn(facts: readonly Value[], { entry, field, two }: Changing, bible: Bible): Iterable<Fault> {
  const spells = facts.map((fact, i) => spellOf(fact, i, facts));
  for (const [i, fact] of facts.entries()) {
    const j = facts.findIndex(
      (other, k) => k < i && differ(fact, other, field, bible) && coincide(spells[i] as Spell, spells[k] as Spell),
    );
    const other = facts[j];
    if (!other || !fact.is || !other.is) continue;
    yield {
      message: `${entry.name} has two ${two} at once, ${said(other)}${periodOf(other)} and ${said(fact)}${periodOf(fact)}; correct the times, or limit one to a \`timeline\``,
      span: fact.is.span,
      related: [{ span: other.is.span, message: `${said(other)} stands here` }],
    };
  }
}

function periodOf({ from, until }: Value): string {
  const words = [...(from ? [`from ${from.value.text}`] : []), ...(until ? [`until ${until.value.text}`] : [])];
  return words.length > 0 ? ` (${words.join(' ')})` : '';
}

/** Whether two values exclude each other: a deck and its ship do not, nor somebody who has a thing and the room it is in. */
function differ(a: Value, b: Value, field: string, bible: Bible): boolean {
  if (!a.is || !b.is || foldName(a.is.value) === foldName(b.is.value)) return false;
  if (field !== 'aboard' && field !== 'captain' && field !== 'holder') return true;
  const [x, y] = [a, b].map(({ is }) => is && meant(bible, is.value, 'characters', 'ships', 'places'));
  if (!x || !y || isOf(x, 'characters') !== isOf(y, 'characters')) return false;
  return !overlaps(bible, x, y);
}

type End = Moment | 'always' | 'unknown';

/** When a fact holds, as the bible's own way of leaving times out has it. */
interface Spell {
  readonly from: End;
  readonly until: End;
}

/** Without `from` a fact begins where the one written before it ends; without `until` it ends where the next begins. */
function spellOf(fact: Value, i: number, facts: readonly Value[]): Spell {
  const from = fact.from?.value ?? (i === 0 ? 'always' : (facts[i - 1]?.until?.value ?? 'unknown'));
  if (from === 'unknown') return { from, until: fact.until?.value ?? 'unknown' };
  const next = facts
    .flatMap((other) => other.from?.value ?? [])
    .filter((begins) => from === 'always' || isBefore(from, begins))
    .reduce<Moment | undefined>((first, begins) => (first && !isBefore(begins, first) ? first : begins), undefined);
  return { from, until: fact.until?.value ?? next ?? 'always' };
}

/** Whether there is surely a time at which both hold; a moment that they share is none. */
const coincide = (a: Spell, b: Spell): boolean => isEarlier(a.from, b.until) && isEarlier(b.from, a.until);

const isEarlier = (from: End, until: End): boolean =>
  from !== 'unknown' && until !== 'unknown' && (from === 'always' || until === 'always' || isBefore(from, until));
