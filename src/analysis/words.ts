/** The words of the prose that begin with a capital, as names do, and which of them stand in small letters elsewhere. */

import type { Chapter, Manuscript } from '../manuscript/model.ts';
import { type Passage, passagesIn } from '../manuscript/passages.ts';
import { eachWord, isApostrophe, isLetter, sumOf } from './sums.ts';

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
  (isLetter(text.charCodeAt(start - 1)) ||
    (isApostrophe(text.charCodeAt(start - 1)) && isLetter(text.charCodeAt(start - 2))));

/** Whether a word and a space stand before it: no beginning of a sentence or of a speech. */
function isWithin(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 2) | 32;
  return text.charCodeAt(start - 1) === 32 && before >= 97 && before <= 122;
}

const small = new WeakMap<readonly Chapter[], ReadonlySet<string>>();

/**
 * Those of the capitals' words that stand in small letters somewhere in the story, quotations and headings included;
 * apostrophes straight.
 */
export function smallWords(manuscript: Pick<Manuscript, 'chapters'>): ReadonlySet<string> {
  const found = small.get(manuscript.chapters) ?? readSmall(manuscript);
  small.set(manuscript.chapters, found);
  return found;
}

function readSmall(manuscript: Pick<Manuscript, 'chapters'>): ReadonlySet<string> {
  const wanted = new Map<number, Set<string>>();
  for (const key of capitalsOf(manuscript).keys()) {
    const word = key.toLowerCase();
    const sum = sumOf(word);
    const same = wanted.get(sum);
    if (same) same.add(word);
    else wanted.set(sum, new Set([word]));
  }
  const found = new Set<string>();
  for (const { text } of manuscript.chapters.flatMap(passagesIn)) {
    eachWord(text, true, (start, end, sum) => {
      const first = text.charCodeAt(start);
      if (first >= 65 && first <= 90) return;
      const same = wanted.get(sum);
      if (!same) return;
      const word = straight(text.slice(start, end));
      if (!same.delete(word)) return;
      found.add(word);
      if (same.size === 0) wanted.delete(sum);
    });
  }
  return found;
}
