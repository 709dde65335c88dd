/** The linter is held to its floors and budgets on our own texts, faults of all sixteen kinds planted in them. */

import { expect, test } from 'vitest';
import { resultsOf } from '../../bench/continuity/measure.ts';
import { planters } from '../../bench/continuity/planters/index.ts';
import { failuresOf } from '../../bench/continuity/results.ts';
import { ownTexts } from '../../bench/continuity/texts.ts';

test('planted faults are found, and clean texts pass: `npm run bench:continuity -- --own --misses` tells more', () => {
  const texts = ownTexts();
  const results = resultsOf({ planted: texts, clean: texts, annotated: [], planters, seed: 1, most: 12 });
  expect(results.plantings.filter(({ outcomes }) => outcomes.length === 0).map(({ planter }) => planter.way)).toEqual(
    [],
  );
  expect(failuresOf(results)).toEqual([]);
});
