/** Names with a slip of the pen. */

import { type Fault, type Planter, placeOf, write } from '../fault.ts';
import { asWritten, calledOf, escaped, paragraphsOf, proseOf } from '../prose.ts';
import type { Chance } from '../random.ts';
import type { Text } from '../text.ts';

type Slip = (name: string, at: number, chance: Chance) => string;

const slips: Readonly<Record<string, Slip>> = {
  'a letter left out': (name, at) => name.slice(0, at) + name.slice(at + 1),
  'a letter doubled': (name, at) => name.slice(0, at) + name[at] + name.slice(at),
  'a letter for another': (name, at, chance) =>
    name.slice(0, at) +
    chance.pick([...(/[aeiou]/.test(name[at] ?? '') ? 'aeiou' : 'bcdglmnprst')].filter((c) => c !== name[at])) +
    name.slice(at + 1),
  'two letters exchanged': (name, at) => name.slice(0, at) + (name[at + 1] ?? '') + name[at] + name.slice(at + 2),
};

/** How often a name has to stand in the text for a slip to be one. */
const OFTEN = 4;

const misspelt = (way: string, slip: Slip): Planter => ({
  kind: 'name misspelt',
  way,
  nature: 'prose',
  rules: ['name/misspelled'],
  *faults(text, chance) {
    const names = wordsOfNames(text);
    const found: Fault[] = [];
    const prose = proseOf(text);
    const lower = prose.toLowerCase();
    for (const { word, count, places } of names) {
      if (count < OFTEN) continue;
      for (const { text: paragraph, place } of paragraphsOf(text)) {
        for (const match of paragraph.matchAll(new RegExp(`(?<![\\p{L}'’-])${escaped(word)}(?![\\p{L}'’-])`, 'gu'))) {
          const at = 1 + chance.below(word.length - 2);
          const wrong = slip(word, at, chance);
          if (wrong === word || lower.includes(wrong.toLowerCase()) || names.some((other) => other.word === wrong))
            continue;
          const span = place(match.index, match.index + word.length);
          found.push({ edits: [write(span, wrong)], at: placeOf(span), others: places });
        }
      }
    }
    yield* chance.shuffle(found);
  },
});

const titles =
  /^(?:Captain|Commander|Commodore|Admiral|Lieutenant|Ensign|Officer|Petty|General|Legate|Prince|Princess|Count|Baron|President|Professor|Count)$/;

/** The words of names, from five letters on, each with where the bible has it. */
function wordsOfNames(text: Text) {
  const { characters, ships, places } = text.manuscript.bible;
  const found = new Map<string, { word: string; count: number; places: ReturnType<typeof placeOf>[] }>();
  for (const entry of [...characters.values(), ...ships.values(), ...places.values()]) {
    for (const name of calledOf(entry)) {
      // A title is a word like others.
      for (const part of asWritten(text, name).split(/[\s-]+/)) {
        if (!/^\p{Lu}\p{Ll}{4,}$/u.test(part) || titles.test(part)) continue;
        const count = proseOf(text).split(part).length - 1;
        const common = proseOf(text).includes(` ${part.toLowerCase()}`);
        const known = found.get(part) ?? { word: part, count: common ? 0 : count, places: [] };
        known.places.push(...entry.names.map(({ span }) => placeOf(span)));
        found.set(part, known);
      }
    }
  }
  return [...found.values()];
}

export const namesMisspelt: readonly Planter[] = Object.entries(slips).map(([way, slip]) => misspelt(way, slip));
