import { describe, expect, test } from 'vitest';
import { interruptedAfter, playedAt } from '../../src/manuscript/storytime.ts';
import { toleranceFor } from '../../src/manuscript/tolerance.ts';
import { manuscriptOf } from '../stock.ts';

/** Each line a scene: the attributes of its directive. */
function played(scenes: string, story = 'calendar: stardate\ntimelines: { first: {}, other: { from: first } }') {
  const text = scenes
    .trim()
    .split('\n')
    .map((attributes) => `::scene{${attributes.trim()}}\n\nLamps.\n`)
    .join('\n');
  const manuscript = manuscriptOf({ 'story.yaml': story, '01.md': text });
  return manuscript.scenes.map((scene) => {
    const time = playedAt(manuscript, scene);
    return time ? [time.earliest, time.latest] : undefined;
  });
}

describe('when a scene has played', () => {
  test('at its own time', () => {
    expect(played('stardate=43100.0')).toEqual([[43100, 43100]]);
  });

  test('without one, between its neighbours', () => {
    expect(played('pov=a\nstardate=43100.0\npov=a\npov=b\nstardate=43200.0\npov=a')).toEqual([
      [-Infinity, 43100],
      [43100, 43100],
      [43100, 43200],
      [43100, 43200],
      [43200, 43200],
      [43200, Infinity],
    ]);
  });

  test('nobody knows, where nothing has a time', () => {
    expect(played('pov=a\npov=b')).toEqual([undefined, undefined]);
  });

  test('scenes apart from the telling neither bound others nor are bounded', () => {
    expect(
      played(
        'stardate=43100.0\nstardate=30000.0 mode=flashback\nmode=flashback\nmode=dream\nmode=parallel\nmode=linear',
      ),
    ).toEqual([[43100, 43100], [30000, 30000], undefined, undefined, undefined, [43100, Infinity]]);
  });

  test('a timeline bounds its own scenes only', () => {
    expect(played('stardate=43100.0\ntimeline=other\nstardate=43200.0 timeline=first')).toEqual([
      [43100, 43100],
      undefined,
      [43200, 43200],
    ]);
  });

  test('a vague time is narrowed by neighbours that lie within it', () => {
    expect(played('stardate=43100.0\nstardate=2366\nstardate=43200.0')).toEqual([
      [43100, 43100],
      [43100, 43200],
      [43200, 43200],
    ]);
  });

  test('and not by those that contradict it', () => {
    expect(played('stardate=44100.0\nstardate=2366\nstardate=43200.0')[1]).toEqual([43000, 43200]);
    expect(played('stardate=43300.0\nstardate=2366\nstardate=43200.0')[1]?.map(Math.round)).toEqual([43000, 44000]);
  });

  test('between neighbours that contradict each other nobody knows', () => {
    expect(played('stardate=43200.0\npov=a\nstardate=43100.0')[1]).toBeUndefined();
  });

  test('an era that follows another is no upper bound', () => {
    const ages = 'calendar: { name: Ages, months: [{ name: Rethe, days: 30 }], eras: [First, Second] }';
    const [, between] = played('date="3 First"\npov=a\ndate="2 Second"', ages);
    expect(between?.[1]).toBe(Infinity);
    expect(between?.[0]).toBe(90);
  });

  test('a year has no place among stardates of the original series', () => {
    expect(played('stardate=4523.3\nstardate=2267\npov=a', 'calendar: stardate-tos')[2]).toEqual([4523.3, Infinity]);
  });
});

describe('a scene that lasts into the next', () => {
  const passed = (first: string, second: string, story = 'calendar: date') => {
    const manuscript = manuscriptOf({
      'story.yaml': story,
      '01.md': `::scene{${first}}\n\nLamps.\n\n::scene{${second}}\n\nLamps.\n`,
    });
    const [a, b] = manuscript.scenes;
    const days = a && b && interruptedAfter(manuscript, a, b);
    return days === undefined ? undefined : Math.round(days * 24);
  };
  test.each<[string, string, string, number | undefined]>([
    ['by hours', 'date=1815-06-18T06:00 duration="6 hours"', 'date=1815-06-18T07:00', 1],
    ['not at its end', 'date=1815-06-18T06:00 duration="6 hours"', 'date=1815-06-18T12:00', undefined],
    ['not by what is tolerated', 'date=1815-06-18T06:00 duration="6 hours"', 'date=1815-06-18T08:00', undefined],
    ['by days', 'date=1815-06-18 duration="5 days"', 'date=1815-06-19', 48],
    ['not where a day’s length leaves it open', 'date=1815-06-18 duration="1 day"', 'date=1815-06-18', undefined],
    ['not into one that plays before it', 'date=1815-06-18 duration="5 days"', 'date=1815-06-10', undefined],
    ['not without a length', 'date=1815-06-18', 'date=1815-06-18', undefined],
  ])('%s', (_, first, second, hours) => {
    expect(passed(first, second)).toBe(hours);
  });

  test('as far as the story tolerates', () => {
    const scenes = ['date=1815-06-18T06:00 duration="6 hours"', 'date=1815-06-18T11:00'] as const;
    expect(passed(...scenes, 'calendar: date\ntolerance: 30 minutes')).toBe(5);
    expect(passed(...scenes, 'calendar: date\ntolerance: 1 hour')).toBeUndefined();
  });

  test('never where a calendar knows order only', () => {
    expect(passed('stardate=4523.3 duration="5 days"', 'stardate=4523.4', 'calendar: stardate-tos')).toBeUndefined();
  });
});

test.each<[string, number, number]>([
  ['', 10, 2.5],
  ['', 1, 0.7],
  ['', 0.25, 0.175],
  ['tolerance: 2 days', 10, 2],
])('under “%s” a length of %d days may be off by %d', (story, days, off) => {
  expect(toleranceFor(manuscriptOf({ 'story.yaml': story || 'title: Lamps', '01.md': 'Lamps.' }), days)).toBeCloseTo(
    off,
  );
});
