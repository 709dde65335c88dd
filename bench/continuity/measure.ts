/** The whole measurement: faults planted and looked for, the alarms on clean texts, the speakers of annotated ones. */

import { rules } from '../../src/rules/index.ts';
import { alarmsIn } from './alarms.ts';
import type { Planter } from './fault.ts';
import { quotationsOf, speakersOf } from './quotations.ts';
import { outcomesOf } from './recall.ts';
import type { Results } from './results.ts';
import type { Text } from './text.ts';

/** The same for the same seed and texts. `most` is how many faults one way of planting puts into one text. */
export function resultsOf({
  planted,
  clean,
  annotated,
  planters,
  seed,
  most,
}: {
  readonly planted: readonly Text[];
  readonly clean: readonly Text[];
  readonly annotated: readonly Text[];
  readonly planters: readonly Planter[];
  readonly seed: number;
  readonly most: number;
}): Results {
  return {
    seed,
    texts: planted.map(({ name }) => name),
    rules,
    plantings: planters.map((planter) => ({
      planter,
      outcomes: planted.flatMap((text) => outcomesOf(planter, text, most, seed, rules)),
    })),
    alarms: alarmsIn(clean, rules),
    quotations: annotated.reduce((sum, text) => sum + quotationsOf(text).length, 0),
    speakers: annotated.map(speakersOf),
  };
}
