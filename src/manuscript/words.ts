/** How many words a chapter has. */

import type { Nodes } from 'mdast';
import type { Chapter } from './model.ts';
import type { Source } from './source.ts';

/** A word: letters and digits, with apostrophes and hyphens inside; an ideograph by itself, as archives count them. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+(?:['’ʼ-](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+)*/gu;

/** By file: one that has not been edited is not counted again when the manuscript is read anew. */
const counted = new WeakMap<Source, number>();

/** The words of a chapter's prose, footnotes included, titles and comments not. */
export function wordCount({ source, tree }: Chapter): number {
  let words = counted.get(source);
  if (words === undefined) {
    words = wordsIn(tree);
    counted.set(source, words);
  }
  return words;
}

function wordsIn(node: Nodes): number {
  // A word may be cut by emphasis; counted by paragraph it would have to be joined, and archives do not either.
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return countWords(node.value);
  if (node.type === 'html') return countWords(node.value.replace(/<!--[\s\S]*?-->|<[^>]*>/g, ' '));
  return 'children' in node ? node.children.reduce((sum: number, child: Nodes) => sum + wordsIn(child), 0) : 0;
}

/** Words of a text. The common case, Latin letters alone, is counted letter by letter: a list of a novel's words is long. */
export function countWords(text: string): number {
  let words = 0;
  let inWord = false;
  /** Behind an apostrophe or a hyphen that stands behind a letter. */
  let joined = false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (isLatin(unit)) {
      if (!inWord && !joined) words += 1;
      inWord = true;
      joined = false;
    } else if (unit <= LAST_LATIN || (unit >= 0x2010 && unit <= 0x2027)) {
      joined = inWord && (unit === APOSTROPHE || unit === HYPHEN || unit === RAISED);
      inWord = false;
    } else return text.match(word)?.length ?? 0;
  }
  return words;
}

const [APOSTROPHE, HYPHEN, RAISED, LAST_LATIN] = [0x27, 0x2d, 0x2019, 0x24f];

/** Letters and digits. */
const isLatin = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0xc0 && unit <= LAST_LATIN);

/** Minutes that a reader takes, at 240 words a minute; at least one. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / 240));
