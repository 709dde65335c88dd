/** Spaces at which no line may break. Few: where a break would be seen as a fault. */

import { type Change, changesOf } from './changes.ts';
import type { FrenchSpaces, Usage } from './languages.ts';
import { isSpace } from './surroundings.ts';

/** Letters of Latin, Greek and Cyrillic: `\p{L}` costs several times as much, and this is asked of every word. */
const CAPITAL = '[A-ZÀ-ÖØ-ÞŁŒŚŠŽΑ-ΩЀ-Я]';
const LETTER = '[A-Za-z0-9À-ɏΆ-ώЀ-ӿ]';
/** Stretches without a break: before a spaced dash, from a number to its unit, and J. R. R. Tolkien. */
const BONDS = [
  / [–—](?=[\s”’“‘»›″.,;:!?…)]|$)/g,
  new RegExp(`\\d (?=(?:[ckm]?m|[km]?g|[kMG]?Hz|[kMG]W|km/h|°[CF]|%|AU|[ap]\\.m\\.)(?!${LETTER}))`, 'g'),
  new RegExp(`(?<!${LETTER})${CAPITAL}\\.(?:[ \\u00A0]${CAPITAL}\\.){1,3}[ \\u00A0](?=${CAPITAL})`, 'g'),
];
const known = new Map<string, readonly RegExp[]>();

/** The stretches that hold together in a language: those of all, and a title with the name after it (Mr. Spock). */
export function bondsOf({ titles }: Usage): readonly RegExp[] {
  const bonds =
    known.get(titles) ?? (titles ? [...BONDS, new RegExp(`\\b(?:${titles})\\.? (?=${CAPITAL})`, 'g')] : BONDS);
  known.set(titles, bonds);
  return bonds;
}

/** Makes the spaces of every such stretch no-break ones. */
export function holdTogether(text: string, bond: RegExp): readonly Change[] {
  return changesOf(text, bond, (found, start) => {
    const hangs = found.startsWith(' ') && (start === 0 || isSpace(text.charAt(start - 1)));
    return found.includes(' ') && !hangs ? found.replaceAll(' ', '\u00A0') : undefined;
  });
}

// Each alternative holds the sign itself, since a change needs a place in the text to stand in.
const GUILLEMETS = String.raw`« ?(?=[^\s»])|(?<=[^\s«]) ?»`;
const HIGH = String.raw`(?<=[^\s«“‘([{<¿¡;!?]) ?[;!?]+(?![\p{L}\p{N};!?&=/#])`;
const COLON = String.raw`(?<=[^\s«“‘([{:]) ?:(?=[\s»;!?]|$)`;
const FRENCH = new RegExp(`${GUILLEMETS}|${HIGH}|${COLON}`, 'gu');

/** The spaces of French: inside guillemets, and before `;`, `!`, `?` and `:`. A no-break space that was typed stays. */
export function frenchSpaces(text: string, { inner, high, inserted }: FrenchSpaces): readonly Change[] {
  return changesOf(text, FRENCH, (found) => {
    const sign = found.trim();
    if (sign === '«') return sign + inner;
    if (sign === '»') return inner + sign;
    if (sign === ':') return `\u00A0${sign}`;
    return inserted || found.startsWith(' ') ? high + sign : undefined;
  });
}
