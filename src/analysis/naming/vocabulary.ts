/** How often each word of the prose stands in small letters and with a capital: ordinary words are no names. */

import type { Passage } from '../../manuscript/passages.ts';
import { functionWords } from '../verbs.ts';
import { common } from './common.ts';
import { isTitle } from './titles.ts';

export interface Vocabulary {
  /** Whether a word with a capital names something: it has its capital within sentences, and is no everyday word. */
  readonly isName: (word: string) => boolean;
  /** The same where it stands within a sentence, so that its capital was not the sentence's. */
  readonly mayName: (word: string) => boolean;
  /** How often a word stands in small letters. */
  readonly small: (word: string) => number;
}

interface Count {
  small: number;
  /** With a capital, behind a word or a comma. */
  within: number;
}

const word = /[\p{L}\p{M}]+(?:['’ʼ-][\p{L}\p{M}]+)*/gu;

export function vocabularyOf(passages: readonly Passage[]): Vocabulary {
  const counts = new Map<string, Count>();
  for (const { text } of passages) {
    for (const { 0: found, index } of text.matchAll(word)) {
      const written = bareName(found);
      const key = written.toLowerCase();
      let count = counts.get(key);
      if (!count) {
        count = { small: 0, within: 0 };
        counts.set(key, count);
      }
      if (key === written) count.small += 1;
      else if (isWithin(text, index)) count.within += 1;
    }
  }
  const of = (name: string): Count => counts.get(name.toLowerCase()) ?? { small: 0, within: 0 };
  const isEveryday = (name: string): boolean => functionWords.has(name.toLowerCase()) || common.has(name);
  return {
    isName: (name) => {
      const { small, within } = of(name);
      return within > 0 && within >= small && !isEveryday(name) && !isTitle(name);
    },
    mayName: (name) => {
      const { small, within } = of(name);
      return within * RARE >= small && !isEveryday(name);
    },
    small: (name) => of(name).small,
  };
}

/** A name that is an ordinary word as well (Will, Rose) stands with its capital once in so many times at the least. */
const RARE = 20;

/** A name without its possessive ending, its apostrophes straight. */
export const bareName = (written: string): string => {
  const straight = /[’ʼ]/.test(written) ? written.replace(/[’ʼ]/g, "'") : written;
  return straight.endsWith("'s") ? straight.slice(0, -2) : straight;
};

/** Whether what begins here goes on with a sentence, so that a capital is a name's. */
export function isWithin(text: string, at: number): boolean {
  const lead = /([^\s]?)\s$/u.exec(text.slice(Math.max(0, at - 2), at))?.[1];
  return lead !== undefined && /[\p{L}\p{N},;]/u.test(lead);
}
