/** One thing in two hands at once. */

import type { Rule } from '../../lint.ts';
import { changingFacts } from '../bible/changing.ts';
import { overlapsIn } from '../bible/overlapping-facts.ts';

export const twoHolders: Rule = {
  id: 'object/two-holders',
  severity: 'error',
  *check({ bible }) {
    for (const changing of changingFacts(bible)) {
      if (changing.field !== 'holder') continue;
      // A fact of one timeline takes the place of what is said of all of them.
      const groups = Map.groupBy(changing.facts, (fact) => fact.timeline?.value);
      for (const facts of groups.values()) yield* overlapsIn(facts, changing, bible);
    }
  },
};
