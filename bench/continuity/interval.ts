/** How sure a share of a few cases is: Wilson's interval at 95 %. */

export interface Share {
  readonly hits: number;
  readonly of: number;
}

export const shareOf = ({ hits, of }: Share): number | undefined => (of === 0 ? undefined : hits / of);

export function wilson({ hits, of }: Share): readonly [number, number] {
  if (of === 0) return [0, 1];
  const z = 1.96;
  const p = hits / of;
  const middle = p + z ** 2 / (2 * of);
  const width = z * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2));
  const whole = 1 + z ** 2 / of;
  return [Math.max((middle - width) / whole, 0), Math.min((middle + width) / whole, 1)];
}

export const together = (shares: readonly Share[]): Share => ({
  hits: shares.reduce((sum, { hits }) => sum + hits, 0),
  of: shares.reduce((sum, { of }) => sum + of, 0),
});

export const median = (values: readonly number[]): number | undefined => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[half]
    : half === 0
      ? undefined
      : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
};
