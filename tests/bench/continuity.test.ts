/** The planters of the continuity benchmark on our own texts: a few faults of each exact kind, all found where they stand. */

import { describe, expect, it } from 'vitest';
import type { Planter } from '../../bench/continuity/fault.ts';
import { wilson } from '../../bench/continuity/interval.ts';
import { planters } from '../../bench/continuity/planters/index.ts';
import { chanceOf } from '../../bench/continuity/random.ts';
import { faultsOf, type Outcome, outcomesOf } from '../../bench/continuity/recall.ts';
import { edited, moved } from '../../bench/continuity/text.ts';
import { ownTexts } from '../../bench/continuity/texts.ts';
import { rules } from '../../src/rules/index.ts';

const SEED = 7;
const MOST = 8;
const texts = ownTexts();
const exact = planters.filter(({ nature }) => nature === 'exact');
const outcomes = new Map<Planter, readonly Outcome[]>(
  exact.map((planter) => [planter, texts.flatMap((text) => outcomesOf(planter, text, MOST, SEED, rules))]),
);

/** Faults that no rule finds yet: whoever writes it takes the way out of this list. */
const WAITING: readonly string[] = ['a place misspelt in travel'];

/** What an outcome says when it fails: enough to plant it again. */
const told = ({ text, fault }: Outcome): string =>
  `${text}/${fault.at.file}@${fault.at.start} ${JSON.stringify(fault.edits)}`;

describe('planted faults of the exact kinds', () => {
  for (const [planter, planted] of outcomes) {
    const test = WAITING.includes(planter.way) ? it.fails : it;
    test(`${planter.kind}: ${planter.way}`, () => {
      expect(planted.length).toBeGreaterThan(0);
      const missed = planted.filter(({ found }) => !found);
      expect(missed.length / planted.length, missed.map(told).join('\n')).toBeLessThanOrEqual(0.02);
    });
  }

  it('are found where they stand, with the other place named', () => {
    const found = [...outcomes.values()].flat().filter(({ exact }) => exact !== undefined);
    const elsewhere = found.filter((outcome) => !outcome.exact);
    expect(elsewhere.length / found.length, elsewhere.map(told).join('\n')).toBeLessThanOrEqual(0.05);
    const related = found.filter(({ other }) => other !== undefined);
    const wrong = related.filter(({ other }) => !other);
    expect(wrong.length / related.length, wrong.map(told).join('\n')).toBeLessThanOrEqual(0.1);
  });
});

describe('the benchmark itself', () => {
  it('has planters of sixteen kinds', () => {
    expect(new Set(planters.map(({ kind }) => kind)).size).toBe(16);
  });

  it('plants the same faults for the same seed, and others for another', () => {
    const [text] = texts;
    const [planter] = exact;
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
