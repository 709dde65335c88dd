/** The words of the prose that begin with a capital, as names do, and which of them stand in small letters elsewhere. */

import type { Chapter, Manuscript } from '../manuscript/model.ts';
import { type PassageText, textsOf } from '../manuscript/passages.ts';
import { rememberedByFile } from './remembered.ts';
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

/** The words of one chapter. */
interface Part {
  readonly capitals: readonly Counted[];
  /** The sums of all that stand in small letters, in order: two words of one sum would only make a rule pass over a name. */
  readonly small: Int32Array;
}

/** How often a word stands there and within sentences, and for each of the first few places a passage’s number, start and end. */
type Counted = readonly [word: string, count: number, within: number, places: readonly number[]];

interface Found {
  readonly capitals: readonly Counted[];
  /** `Part.small`, its bytes in base 64. */
  readonly small: string;
}

const known = new WeakMap<readonly Chapter[], Words>();
const inFile = new WeakMap<Found, Part>();
const remembered = rememberedByFile<Found>('words');

/** Chapter by chapter: an edit of one does not read the others again. */
export function wordsOf({ chapters }: Pick<Manuscript, 'chapters'>): Words {
  const words = known.get(chapters) ?? together(chapters);
  known.set(chapters, words);
  return words;
}

function partOf(chapter: Chapter): Part {
  const found = remembered(chapter, '', () => readWords(textsOf(chapter)));
  const part = inFile.get(found) ?? { capitals: found.capitals, small: numbersIn(found.small) };
  inFile.set(found, part);
  return part;
}

function numbersIn(bytes: string): Int32Array {
  const { buffer } = Uint8Array.from(Buffer.from(bytes, 'base64'));
  return new Int32Array(buffer);
}

/** A word of the whole story. */
class InStory implements Capital {
  readonly word: string;
  count = 0;
  within = 0;
  readonly #places: (() => Place)[] = [];

  constructor(word: string) {
    this.word = word;
  }

  add(chapter: Chapter, [, count, within, places]: Counted): void {
    this.count += count;
    this.within += within;
    for (let at = 0; at < places.length && this.#places.length < PLACES; at += 3) {
      const [passage, start, end] = places.slice(at) as [number, number, number];
      this.#places.push(() => ({ passage: textsOf(chapter)[passage] as PassageText, start, end }));
    }
  }

  get places(): readonly Place[] {
    return this.#places.map((place) => place());
  }
}

function together(chapters: readonly Chapter[]): Words {
  const parts = chapters.map(partOf);
  const capitals = new Map<string, InStory>();
  for (const [i, { capitals: counted }] of parts.entries()) {
    for (const own of counted) {
      const [word] = own;
      const capital = capitals.get(word) ?? new InStory(word);
      capitals.set(word, capital);
      capital.add(chapters[i] as Chapter, own);
    }
  }
  // The rules ask of the same few words time and again.
  const asked = new Map<string, boolean>();
  const isSmall = (word: string): boolean => {
    let answer = asked.get(word);
    if (answer === undefined) {
      const sum = sumOf(word);
      answer = parts.some(({ small }) => holds(small, sum));
      asked.set(word, answer);
    }
    return answer;
  };
  return { capitals, isSmall };
}

function holds(ordered: Int32Array, number: number): boolean {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return ordered[low] === number;
}

type Growing = [word: string, count: number, within: number, places: number[]];

function readWords(passages: readonly PassageText[]): Found {
  const capitals = new Map<string, Growing>();
  const small = new Set<number>();
  for (const [i, { text, kind, foreign }] of passages.entries()) {
    const told = kind === 'narration' && foreign.length === 0;
    eachWord(text, true, (start, end, sum) => {
      if (!isCapital(text.charCodeAt(start))) small.add(sum);
      else if (told && end - start > 1) addCapital(capitals, text, i, start, text.slice(start, end));
    });
  }
  const { buffer } = Int32Array.from(small).sort();
  return { capitals: [...capitals.values()], small: Buffer.from(buffer).toString('base64') };
}

function addCapital(
  capitals: Map<string, Growing>,
  text: string,
  passage: number,
  start: number,
  written: string,
): void {
  // A shout, a sign, an abbreviation.
  if (!/[a-zß-öø-ɏ]/.test(written)) return;
  const word = straight(written).replace(ending, '');
  const capital = capitals.get(word) ?? [word, 0, 0, []];
  capitals.set(word, capital);
  capital[1] += 1;
  if (isWithin(text, start)) capital[2] += 1;
  if (capital[3].length < PLACES * 3) capital[3].push(passage, start, start + word.length);
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
