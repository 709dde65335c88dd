/** The words of the prose that begin with a capital, as names do, and which of them stand in small letters elsewhere. */

import type { Chapter, Manuscript } from '../manuscript/model.ts';
import { type PassageText, passagesIn } from '../manuscript/passages.ts';
import type { Source } from '../manuscript/source.ts';
import { eachWord, sumOf } from './sums.ts';

/** A place where a word stands, without what hangs on it: its possessive ending. */
export interface Place {
  readonly passage: PassageText;
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

export interface Words {
  /** The words of the narration, and of what is said in it, that begin with a capital. */
  readonly capitals: ReadonlyMap<string, Capital>;
  /** Whether a word stands in small letters anywhere in the story, quotations and headings included. */
  readonly isSmall: (word: string) => boolean;
}

/** Of so many places a word is still rare. */
const PLACES = 4;
const ending = /(?:'(?:s|ll|d|re|ve|m))+$/;

type Growing = { -readonly [K in keyof Capital]: K extends 'places' ? Place[] : Capital[K] };

/** The words of one chapter. */
interface Part {
  readonly capitals: ReadonlyMap<string, Capital>;
  /** Their sums: two words of one sum would only make a rule pass over a name. */
  readonly small: ReadonlySet<number>;
}

const known = new WeakMap<readonly Chapter[], Words>();
const inFile = new WeakMap<Source, Part>();

/** Chapter by chapter: an edit of one does not read the others again. */
export function wordsOf({ chapters }: Pick<Manuscript, 'chapters'>): Words {
  const words = known.get(chapters) ?? together(chapters.map(partOf));
  known.set(chapters, words);
  return words;
}

function partOf(chapter: Chapter): Part {
  const part = inFile.get(chapter.source) ?? readWords(passagesIn(chapter));
  inFile.set(chapter.source, part);
  return part;
}

function together(parts: readonly Part[]): Words {
  const capitals = new Map<string, Growing>();
  for (const part of parts) {
    for (const { word, count, within, places } of part.capitals.values()) {
      const capital = capitalIn(capitals, word);
      capital.count += count;
      capital.within += within;
      capital.places.push(...places.slice(0, PLACES - capital.places.length));
    }
  }
  // The rules ask of the same few words time and again.
  const asked = new Map<string, boolean>();
  const isSmall = (word: string): boolean => {
    let answer = asked.get(word);
    if (answer === undefined) {
      const sum = sumOf(word);
      answer = parts.some(({ small }) => small.has(sum));
      asked.set(word, answer);
    }
    return answer;
  };
  return { capitals, isSmall };
}

function readWords(passages: readonly PassageText[]): Part {
  const capitals = new Map<string, Growing>();
  const small = new Set<number>();
  for (const passage of passages) {
    const { text, kind, foreign } = passage;
    const told = kind === 'narration' && foreign.length === 0;
    eachWord(text, true, (start, end, sum) => {
      if (!isCapital(text.charCodeAt(start))) small.add(sum);
      else if (told && end - start > 1) addCapital(capitals, passage, start, text.slice(start, end));
    });
  }
  return { capitals, small };
}

function capitalIn(capitals: Map<string, Growing>, word: string): Growing {
  const capital = capitals.get(word) ?? { word, count: 0, within: 0, places: [] };
  if (capital.count === 0) capitals.set(word, capital);
  return capital;
}

function addCapital(capitals: Map<string, Growing>, passage: PassageText, start: number, written: string): void {
  // A shout, a sign, an abbreviation.
  if (!/[a-zß-öø-ɏ]/.test(written)) return;
  const key = straight(written).replace(ending, '');
  const capital = capitalIn(capitals, key);
  capital.count += 1;
  if (isWithin(passage.text, start)) capital.within += 1;
  if (capital.places.length < PLACES) capital.places.push({ passage, start, end: start + key.length });
}

const straight = (written: string): string => (/[’ʼ]/.test(written) ? written.replace(/[’ʼ]/g, "'") : written);

// Names in other scripts are not looked for: their capitals are not in these ranges, or they have none.
const isCapital = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7);

/** Whether a word and a space stand before it: no beginning of a sentence or of a speech. */
function isWithin(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 2) | 32;
  return text.charCodeAt(start - 1) === 32 && before >= 97 && before <= 122;
}
