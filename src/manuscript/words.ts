/** How many words a chapter has. */

import type { Nodes } from 'mdast';
import type { Chapter } from './model.ts';
import type { Source } from './source.ts';

/** A word: letters and digits, with apostrophes and hyphens inside; an ideograph by itself, as archives count them. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+(?:['’ʼ-](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+)*/gu;
const plainWord = /[A-Za-z\d\u00C0-\u024F]+(?:['’ʼ-][A-Za-z\d\u00C0-\u024F]+)*/g;

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

/** Words of a text. The common case, Latin letters alone, has a faster form that counts the same. */
export function countWords(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of Latin text begins at zero
  const form = /^[\u0000-\u024F\u2010-\u2027]*$/.test(text) ? plainWord : word;
  return text.match(form)?.length ?? 0;
}

/** Minutes that a reader takes, at 240 words a minute; at least one. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / 240));
