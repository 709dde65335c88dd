/** The dashes between words, and what is typed for them. */

import { inOwnPassages } from '../../analysis/prose.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import { type Sign, usage } from './marking.ts';

/** The ways of writing one; those with spaces stand between spaces. */
export type Way = '—' | ' — ' | ' – ' | '--' | ' -- ' | ' - ';

// A word joiner may stand on either side, as careful typesetters have it.
const dash =
  /(?<=[\p{L}\p{M}.,!?;:…”’"')\]]\u2060?([ \u00A0]?))(?:[—–]|--|(?<=[ \u00A0])-)(?![—–-])\u2060?\1(?=[\p{L}“‘"'([])/gu;
/** UTF-16 units in which the word beside a dash is looked for. */
const NEAR = 40;
/** For so many typed hyphens one drawn dash tells what is meant. */
const HASTE = 3;

/** The dashes between two words with a space on both sides, or on neither: with one on one side they break something off. */
export const dashesOf = inOwnPassages('typography/dashes', (passage): readonly Sign[] => {
  const { text } = passage;
  if (!/[—–]|--| - /.test(text)) return [];
  return [...text.matchAll(dash)].flatMap((match) => {
    const spaced = match[1] !== '';
    const start = match.index - (spaced ? 1 : 0);
    const end = match.index + match[0].length;
    const mark = match[0].trim();
    // An en dash between words without spaces joins them, as in Paris–Lyon.
    if (!spaced && mark === '–') return [];
    // Signs and labels (KEEP OUT — DANGER) have a style of their own.
    const isSign =
      isCapitals(text.slice(Math.max(0, start - NEAR), start), /\p{L}+\P{L}*$/u) &&
      isCapitals(text.slice(end, end + NEAR), /^\P{L}*\p{L}+/u);
    return isSign ? [] : [{ passage, start, end, way: spaced ? ` ${mark} ` : mark }];
  });
});

/** Whether a word of at least two letters stands there in capitals. */
function isCapitals(text: string, at: RegExp): boolean {
  const word = at.exec(text)?.[0] ?? '';
  return /\p{Lu}{2}/u.test(word) && !/\p{Ll}/u.test(word);
}

/** The way that the dashes of the story are meant to be written; undefined where there are none. */
export function usualDash(manuscript: Manuscript): Way | undefined {
  const ways = usage(dashesOf(manuscript));
  const [most, drawn] = [ways[0], ways.find(([way]) => !way.includes('-'))];
  // Who has drawn a dash means it: hyphens are typed in haste.
  const usual = drawn && most && drawn[1].length * HASTE >= most[1].length ? drawn : most;
  return usual?.[0] as Way | undefined;
}
