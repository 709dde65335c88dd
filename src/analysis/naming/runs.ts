/** Names as they stand in a text: words with capitals in a row, a title before them, a possessive ending behind. */

import type { NameAt } from '../lexicon.ts';
import { functionWords } from '../verbs.ts';
import { common } from './common.ts';
import { isShortened, isTitle } from './titles.ts';
import { bareName, isWithin, type Vocabulary } from './vocabulary.ts';

/** A place where something is named. */
export interface Seen extends NameAt {
  /** The name without its title: `Jean-Luc Picard`. */
  readonly core: string;
  /** `Captain`, `Mrs.`, `Vice Admiral`; empty where there is none. */
  readonly title: string;
  readonly within: boolean;
}

interface Word {
  readonly text: string;
  readonly start: number;
  /** Without the possessive ending. */
  readonly end: number;
  readonly possessive: boolean;
}

const piece = /(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}\p{M}]*(?:['’ʼ-]\p{L}[\p{L}\p{M}]*)*/gu;

/** The names of a text, in order and apart. */
export function seenIn(text: string, vocabulary: Vocabulary): readonly Seen[] {
  const seen: Seen[] = [];
  let run: Word[] = [];
  const close = (): void => {
    if (run.length === 0) return;
    const name = shaped(run, text, vocabulary);
    if (name) seen.push(name);
    run = [];
  };
  for (const { 0: written, index: start } of text.matchAll(piece)) {
    const bare = bareName(written);
    const before = run.at(-1);
    if (before && !goesOn(before, text.slice(before.end, start))) close();
    // Behind a name its own words may be anything, as in “Corisande II”; otherwise small words and shouts end it.
    if (!isWord(bare, text[start + bare.length]) && !(run.length > 0 && /^[IVX]{2,}$/.test(bare))) {
      close();
      continue;
    }
    run.push({ text: bare, start, end: start + bare.length, possessive: bare.length < written.length });
  }
  close();
  return seen;
}

const isWord = (word: string, next: string | undefined): boolean => {
  if (common.has(word)) return false;
  return word.length === 1 ? next === '.' : /\p{Ll}/u.test(word);
};

/** Whether a name goes on over a gap: a space or a line break, and a point behind an initial or a short title. */
const goesOn = ({ text, possessive }: Word, gap: string): boolean =>
  !possessive && (/^\s$/.test(gap) || (/^\.\s?$/.test(gap) && (text.length === 1 || isShortened(text))));

function shaped(run: readonly Word[], text: string, vocabulary: Vocabulary): Seen | undefined {
  const words = [...run];
  const begins = !isWithin(text, (words[0] as Word).start);
  const opens = (word: Word): boolean =>
    functionWords.has(word.text.toLowerCase()) ||
    (begins && word === run[0] && !isTitle(word.text) && !vocabulary.isName(word.text) && word.text.length > 1);
  while (words[0] && opens(words[0])) words.shift();
  const cut = words.findIndex(({ text }) => functionWords.has(text.toLowerCase()));
  if (cut >= 0) words.length = cut;
  let titled = 0;
  while (titled < words.length && isTitleOf(words, titled)) titled += 1;
  const core = words.slice(titled);
  const [first] = core;
  const last = core.at(-1);
  const head = words[0];
  if (!first || !last || !head) return undefined;
  if (titled === 0 && core.length === 1 && !vocabulary.mayName(first.text)) return undefined;
  const name = joined(core, text);
  return {
    start: head.start,
    end: last.end,
    ids: [name],
    possessive: last.possessive,
    sure: true,
    core: name,
    title: joined(words.slice(0, titled), text),
    within: head !== run[0] || !begins,
  };
}

/** A title has a name behind it; “M.” is one only at the head. */
const isTitleOf = (words: readonly Word[], at: number): boolean => {
  const { text } = words[at] as Word;
  if (text.length === 1) return text === 'M' && at === 0 && (words[1]?.text.length ?? 0) > 1;
  return isTitle(text);
};

const joined = (words: readonly Word[], text: string): string =>
  words
    .map(({ text: word, end }) => (text[end] === '.' && (word.length === 1 || isShortened(word)) ? `${word}.` : word))
    .join(' ');
