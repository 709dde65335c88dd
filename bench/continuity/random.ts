/** Chance that is the same for the same seed, on every machine. */

export interface Chance {
  /** At least 0, below 1. */
  readonly next: () => number;
  /** At least 0, below `limit`, whole. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly shuffle: <T>(from: readonly T[]) => T[];
}

/** Mulberry32 over a seed of words: a kind's faults stay where they are when another kind is added. */
export function chanceOf(...seed: readonly (string | number)[]): Chance {
  let state = 0x811c9dc5;
  for (const char of seed.join('\n')) state = Math.imul(state ^ char.charCodeAt(0), 0x01000193);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new RangeError('nothing to pick from');
    return from[below(from.length)] as T;
  };
  const shuffle = <T>(from: readonly T[]): T[] => {
    const rest = [...from];
    for (let i = rest.length - 1; i > 0; i -= 1) {
      const j = below(i + 1);
      [rest[i], rest[j]] = [rest[j] as T, rest[i] as T];
    }
    return rest;
  };
  return { next, below, pick, shuffle };
}
