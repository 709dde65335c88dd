/** The planters of the continuity benchmark on our own texts. */

import { describe, expect, it } from 'vitest';
import { wilson } from '../../bench/continuity/interval.ts';
import { planters } from '../../bench/continuity/planters/index.ts';
import { chanceOf } from '../../bench/continuity/random.ts';
import { faultsOf } from '../../bench/continuity/recall.ts';
import { edited, moved } from '../../bench/continuity/text.ts';
import { ownTexts } from '../../bench/continuity/texts.ts';

const SEED = 7;
const texts = ownTexts();
describe('the benchmark itself', () => {
  it('has planters of sixteen kinds', () => {
    expect(new Set(planters.map(({ kind }) => kind)).size).toBe(16);
  });

  it('plants the same faults for the same seed, and others for another', () => {
    const [text] = texts;
    const planter = planters.find(({ nature }) => nature === 'exact');
    if (!text || !planter) throw new Error('nothing to plant');
    expect(faultsOf(planter, text, 3, 1)).toEqual(faultsOf(planter, text, 3, 1));
    expect(faultsOf(planter, text, 3, 1)).not.toEqual(faultsOf(planter, text, 3, 2));
    expect(chanceOf(1, 'a').shuffle([1, 2, 3, 4, 5])).toEqual(chanceOf(1, 'a').shuffle([1, 2, 3, 4, 5]));
  });

  it('changes nothing but what it edits, and knows where that stands afterwards', () => {
    for (const text of texts) {
      for (const planter of planters) {
        for (const { edits, at } of faultsOf(planter, text, 1, SEED)) {
          const { file, start, end } = moved(at, edits);
          const before = text.manuscript.chapters.find(({ source }) => source.file === file)?.source.text;
          const after = edited(text, edits).chapters.find(({ source }) => source.file === file)?.source.text;
          if (before === undefined || after === undefined) continue;
          const grown = edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
          expect(after.length - before.length).toBe(grown);
          expect(after).not.toBe(before);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(after.length);
        }
      }
    }
  });

  it('gives Wilson intervals', () => {
    const [low, high] = wilson({ hits: 9, of: 10 });
    expect(low).toBeCloseTo(0.596, 3);
    expect(high).toBeCloseTo(0.982, 3);
  });
});
