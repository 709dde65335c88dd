import { describe, expect, test } from 'vitest';
import type { Scene } from '../../src/manuscript/model.ts';
import { areApart, listedIn, presentIn } from '../../src/manuscript/presence.ts';
import { manuscriptOf } from '../stock.ts';

const bibleYaml = `
characters:
  mira: { name: Mira Okoro, aliases: [Mira] }
  tam: { name: Tam Ruiz }
  ann: { name: Ann, aliases: [the twin] }
  nan: { name: Nan, aliases: [the twin] }
ships:
  kestrel: { name: Kestrel }
  kestrel/wren: { name: Wren }
places:
  kestrel/bridge: { name: bridge }
  kestrel/bay: { name: bay }
  harbour: { name: Harbour }
  harbour/office: { name: the office }
  harbour/store: { name: the store, travel: { harbour/quay: 2 hours } }
  harbour/quay: { name: the quay }
  beacon: { name: the Beacon }
`;

function scenes(...attributes: string[]) {
  const text = attributes.map((each) => `::scene{${each}}\n\nLamps.\n`).join('\n');
  return manuscriptOf({ 'bible.yaml': bibleYaml, '01.md': text });
}

describe('who is in a scene', () => {
  const who = (attributes: string) => {
    const { scenes: told, bible } = scenes(attributes);
    const scene = told[0] as Scene;
    return [
      listedIn(scene, bible).map(({ who, as, via }) => `${who.id} ${as}${via ? ` ${via}` : ''}`),
      presentIn(scene, bible).map(({ who }) => who.id),
    ];
  };
  test.each<[string, string[], string[]]>([
    ['pov=Mira cast="mira, Tam Ruiz"', ['mira cast', 'tam cast'], ['mira', 'tam']],
    ['pov=mira', ['mira pov'], ['mira']],
    ['pov=tam cast="mira" via="tam: comm"', ['mira cast', 'tam pov comm'], ['mira']],
    ['cast="mira, the twin, a stranger"', ['mira cast'], ['mira']],
    ['cast="mira" via="tam: letter"', ['mira cast'], ['mira']],
    ['pov=mira mode=dream', ['mira pov'], []],
    ['pov=mira mode=flashback', ['mira pov'], ['mira']],
  ])('%s', (attributes, listed, present) => {
    expect(who(attributes)).toEqual([listed, present]);
  });
});

describe('whether one person cannot be in both', () => {
  test.each<[string, string, boolean]>([
    ['harbour', 'beacon', true],
    ['harbour/office', 'beacon', true],
    ['harbour/office', 'harbour', false],
    ['harbour/office', 'harbour/store', false],
    ['harbour/store', 'harbour/quay', true],
    ['kestrel/bridge', 'kestrel/bay', false],
    ['kestrel/bridge', 'kestrel/wren', false],
    ['kestrel/bridge', 'harbour', true],
    ['nowhere', 'harbour', false],
  ])('%s and %s', (a, b, apart) => {
    const { scenes: told, bible } = scenes(`setting="${a}"`, `setting="${b}"`);
    expect(areApart(bible, told[0] as Scene, told[1] as Scene)).toBe(apart);
    expect(areApart(bible, told[1] as Scene, told[0] as Scene)).toBe(apart);
  });

  test('two rooms, where both scenes go on at once', () => {
    const { scenes: told, bible } = scenes('setting="harbour/office"', 'setting="harbour/store" mode=parallel');
    expect(areApart(bible, told[0] as Scene, told[1] as Scene)).toBe(true);
  });

  test('two decks never', () => {
    const { scenes: told, bible } = scenes('setting="kestrel/bridge"', 'setting="kestrel/bay" mode=parallel');
    expect(areApart(bible, told[0] as Scene, told[1] as Scene)).toBe(false);
  });
});
