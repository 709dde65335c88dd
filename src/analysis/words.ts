/** The words of the prose that begin with a capital, as names do, and which of them stand in small letters elsewhere. */

import type { Chapter, Manuscript } from '../manuscript/model.ts';
import type { Passage } from '../manuscript/passages.ts';
import { passagesIn } from '../manuscript/passages.ts';

/** A place where a word stands, without what hangs on it: its possessive ending. */
export interface Place {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/** A word that begins with a capital. */
export interface Capital {
  /** As written, its apostrophes straight. */
  readonly word: string;
  readonly count: number;
  /** How often it stands within a sentence, where only names and titles have a capital. */
  readonly within: number;
  /** The first few. */
  readonly places: readonly Place[];
}

/** Of so many places a word is still rare. */
const PLACES = 4;

// Names in other scripts are not looked for: their capitals are not in these ranges, or they have none.
const name = /[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ɏ]*(?:['’ʼ][A-Za-zÀ-ÖØ-öø-ɏ]+)*/g;
const ending = /(?:'(?:s|ll|d|re|ve|m))+$/;

type Growing = { -readonly [K in keyof Capital]: K extends 'places' ? Place[] : Capital[K] };

const known = new WeakMap<readonly Chapter[], ReadonlyMap<string, Capital>>();

/** The words of the narration and of what is said in it that begin with a capital, by word. */
export function capitalsOf({ chapters }: Pick<Manuscript, 'chapters'>): ReadonlyMap<string, Capital> {
  const found = known.get(chapters) ?? readCapitals(chapters);
  known.set(chapters, found);
  return found;
}

function readCapitals(chapters: readonly Chapter[]): ReadonlyMap<string, Capital> {
  const capitals = new Map<string, Growing>();
  for (const passage of chapters.flatMap(passagesIn)) {
    const { text, kind, foreign } = passage;
    if (kind !== 'narration' || foreign.length > 0) continue;
    name.lastIndex = 0;
    for (let match = name.exec(text); match; match = name.exec(text)) {
      const [written] = match;
      const { index: start } = match;
      // A single letter, a word in capitals, or a capital within a word.
      if (written.length < 2 || /^[^a-zß-öø-ɏ]+$/.test(written) || isInWord(text, start)) continue;
      const key = straight(written).replace(ending, '');
      let capital = capitals.get(key);
      if (!capital) {
        capital = { word: key, count: 0, within: 0, places: [] };
        capitals.set(key, capital);
      }
      capital.count += 1;
      if (isWithin(text, start)) capital.within += 1;
      if (capital.places.length < PLACES) capital.places.push({ passage, start, end: start + key.length });
    }
  }
  return capitals;
}

const straight = (written: string): string => (/[’ʼ]/.test(written) ? written.replace(/[’ʼ]/g, "'") : written);

const isInWord = (text: string, start: number): boolean =>
  start > 0 &&
  (isLetter(text.charCodeAt(start - 1)) || (isApostrophe(text, start - 1) && isLetter(text.charCodeAt(start - 2))));

/** Whether a word and a space stand before it: no beginning of a sentence or of a speech. */
function isWithin(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 2) | 32;
  return text.charCodeAt(start - 1) === 32 && before >= 97 && before <= 122;
}

/**
 * Those of some words that stand in small letters somewhere in the story, quotations and headings included; apostrophes
 * straight. They are found by their sums, since a million strings are slow to make.
 */
export function smallAmong({ chapters }: Pick<Manuscript, 'chapters'>, words: Iterable<string>): ReadonlySet<string> {
  const wanted = new Map<number, Set<string>>();
  for (const written of words) {
    const word = written.toLowerCase();
    const sum = sumOf(word);
    const same = wanted.get(sum);
    if (same) same.add(word);
    else wanted.set(sum, new Set([word]));
  }
  const small = new Set<string>();
  if (wanted.size === 0) return small;
  for (const { text } of chapters.flatMap(passagesIn)) {
    for (let at = 0; at < text.length; at += 1) {
      const first = text.charCodeAt(at);
      if (!isLetter(first)) continue;
      const start = at;
      let sum = 0;
      for (
        let code = first;
        isLetter(code) || (isApostrophe(text, at) && isLetter(text.charCodeAt(at + 1)));
        code = text.charCodeAt(at)
      ) {
        sum = (sum * 31 + (isLetter(code) ? code : 39)) | 0;
        at += 1;
      }
      if (first >= 65 && first <= 90) continue;
      const same = wanted.get(sum);
      if (!same) continue;
      const word = straight(text.slice(start, at));
      if (!same.delete(word)) continue;
      small.add(word);
      if (same.size === 0) wanted.delete(sum);
    }
  }
  return small;
}

function sumOf(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) | 0;
  return sum;
}

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);

function isApostrophe(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 39 || code === 0x2019 || code === 0x2bc;
}
