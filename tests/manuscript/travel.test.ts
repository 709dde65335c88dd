import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bible, Entry } from '../../src/manuscript/bible.ts';
import { shortestJourney } from '../../src/manuscript/travel.ts';
import { manuscriptOf } from '../stock.ts';

const bibleOf = (yaml: string): Bible => manuscriptOf({ 'bible.yaml': yaml, '01.md': 'Lamps.' }).bible;
const entry = (bible: Bible, id: string): Entry => bible.entry(id) as Entry;
const days = (bible: Bible, from: string, to: string): number | undefined =>
  shortestJourney(bible, entry(bible, from), entry(bible, to))?.days;

describe('the shortest journey', () => {
  const bible = bibleOf(`
ships:
  kestrel: { name: Kestrel }
places:
  kestrel/bridge: { name: bridge }
  harbour: { name: Harbour, travel: { beacon: 2 days, Skerry: 10 days, kestrel/bridge: 1 day } }
  harbour/office: { name: the office }
  harbour/store: { name: the store }
  beacon: { name: the Beacon, travel: { skerry: 3 days } }
  beacon/lamp-room: { name: the lamp room }
  skerry: { name: the Skerry, travel: { beacon: 7 days } }
  town: { name: Town, travel: { harbour: 1 day } }
  town/quay: { name: the quay, travel: { town/tower: 3 hours } }
  town/tower: { name: the tower }
  town/inn: { name: the inn }
  moon: { name: the Moon }
`);
  test.each<[string, string, number | undefined]>([
    ['harbour', 'harbour', 0],
    ['harbour', 'beacon', 2],
    ['beacon', 'harbour', 2],
    ['harbour', 'skerry', 5],
    ['skerry', 'beacon', 7],
    ['skerry', 'harbour', 9],
    ['harbour/office', 'beacon/lamp-room', 2],
    ['harbour/office', 'harbour', 0],
    ['harbour/office', 'harbour/store', undefined],
    ['harbour', 'moon', undefined],
    ['harbour', 'kestrel/bridge', undefined],
    ['kestrel', 'beacon', undefined],
    ['town/quay', 'town/tower', 1 / 8],
    ['town/tower', 'town/quay', 1 / 8],
    ['town/quay', 'town/inn', undefined],
    ['town/inn', 'beacon', 3],
  ])('from %s to %s', (from, to, length) => {
    expect(days(bible, from, to)).toEqual(length === undefined ? undefined : expect.closeTo(length, 9));
  });

  test('names the roads that it takes', () => {
    const journey = shortestJourney(bible, entry(bible, 'harbour/office'), entry(bible, 'skerry'));
    expect(journey?.roads.map(({ from, to }) => `${from.id} to ${to.id}`)).toEqual([
      'harbour to beacon',
      'beacon to skerry',
    ]);
  });
});

/** A bible of six places and some roads between them. */
const country = fc
  .array(fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 40 })), { maxLength: 12 })
  .map((roads) => {
    const travel = new Map<number, Map<number, number>>();
    for (const [a, b, length] of roads) {
      if (a !== b) travel.set(a, (travel.get(a) ?? new Map()).set(b, length));
    }
    const places = [0, 1, 2, 3, 4, 5].map((i) => {
      const ways = [...(travel.get(i) ?? [])].map(([to, length]) => `place-${to}: ${length} days`);
      return `  place-${i}: { name: Place ${i}, travel: { ${ways.join(', ')} } }`;
    });
    return { bible: bibleOf(`places:\n${places.join('\n')}`), travel };
  });
const three = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5));
const way = (bible: Bible, a: number, b: number) => days(bible, `place-${a}`, `place-${b}`);

test('no way is longer than one by a third place', () => {
  fc.assert(
    fc.property(country, three, ({ bible }, [a, b, c]) => {
      const [ab, bc, ac] = [way(bible, a, b), way(bible, b, c), way(bible, a, c)];
      if (ab !== undefined && bc !== undefined) expect(ac).toBeLessThanOrEqual(ab + bc);
    }),
  );
});

test('no way is longer than the road, and where no road has two lengths, the way back is as long', () => {
  fc.assert(
    fc.property(country, three, ({ bible, travel }, [a, b]) => {
      const road = travel.get(a)?.get(b);
      if (road !== undefined) expect(way(bible, a, b)).toBeLessThanOrEqual(road);
      const oneWay = ![...travel].some(([from, ways]) => [...ways.keys()].some((to) => travel.get(to)?.has(from)));
      if (oneWay) expect(way(bible, a, b)).toBe(way(bible, b, a));
    }),
  );
});
