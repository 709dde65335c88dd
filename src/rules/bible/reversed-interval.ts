/** What ends before it begins: a fact, a life, or a fact of a life that is over. */

import type { Fault, Rule } from '../../lint.ts';
import { type Bible, type Entry, tableNames } from '../../manuscript/bible.ts';
import { isBefore } from '../../manuscript/calendar.ts';
import { beginningOf, endingIn, endingsOf } from '../../manuscript/lives.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import { at, type Changing, changingFacts, homeOf, said } from './changing.ts';

export const reversedInterval: Rule = {
  id: 'bible/reversed-interval',
  severity: 'error',
  *check(manuscript) {
    for (const table of tableNames) {
      for (const entry of manuscript.bible[table].values() as Iterable<Entry>) yield* reversedLife(entry);
    }
    for (const changing of changingFacts(manuscript.bible)) yield* reversedFacts(changing, manuscript);
  },
};

/** Words for the beginning and the end of an entry. */
const turns: { readonly [T in keyof Bible]?: readonly [born: string, died: string] } = {
  characters: ['birth', 'death'],
  ships: ['launch', 'loss'],
};

function* reversedLife(entry: Entry): Iterable<Fault> {
  const born = beginningOf(entry);
  const [birth, death] = turns[entry.table] ?? [];
  for (const { at: end } of endingsOf(entry)) {
    if (!born || !end || !isBefore(end.value, born.value)) continue;
    yield {
      message: `the ${death} of ${entry.name} (${end.value.text}) lies before the ${birth} (${born.value.text}); correct one of them`,
      span: end.span,
      related: [at(born, `${born.value.text} stands here`)],
    };
  }
}

function* reversedFacts({ entry, field, one, facts }: Changing, manuscript: Manuscript): Iterable<Fault> {
  const born = beginningOf(entry);
  const [birth, death] = turns[entry.table] ?? [];
  for (const fact of facts) {
    const { from, until } = fact;
    const what = `the ${one} ${said(fact)} of ${entry.name}`;
    if (from && until && isBefore(until.value, from.value)) {
      yield {
        message: `${what} ends at ${until.value.text}, before it begins at ${from.value.text}; correct one of them`,
        span: until.span,
        related: [at(from, `${from.value.text} stands here`)],
      };
      continue;
    }
    // What a ship may have after her loss is `bible/ship-fate-conflict`’s; a thing that was lost may be found.
    if (!from || field === 'captain' || field === 'holder') continue;
    const ending = endingIn(entry, homeOf(entry, fact, manuscript), manuscript.timelines);
    if (ending && isBefore(ending.at.value, from.value)) {
      yield {
        message: `${what} begins at ${from.value.text}, after the ${death} at ${ending.at.value.text}; correct one of them, or limit one to a \`timeline\``,
        span: from.span,
        related: [at(ending.at, `the ${death} stands here`)],
      };
    } else if (born && isBefore(from.value, born.value)) {
      yield {
        message: `${what} begins at ${from.value.text}, before the ${birth} at ${born.value.text}; correct one of them`,
        span: from.span,
        related: [at(born, `the ${birth} stands here`)],
      };
    }
  }
}
