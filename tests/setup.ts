/** Properties are tried on the same cases every time; `SEED=random` or a number tries others, `RUNS` how many. */

import fc from 'fast-check';

const { SEED, RUNS } = process.env;
fc.configureGlobal({
  ...(SEED === 'random' ? {} : { seed: Number(SEED ?? 43625) }),
  ...(RUNS ? { numRuns: Number(RUNS) } : {}),
});
