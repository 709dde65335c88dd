/** Names for paragraphs that are made from their words, so that a reader's place survives new editions. */

import type { Element, Nodes, Root } from 'hast';
import { visitElements } from './visit.ts';

const named = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre']);

/**
 * Gives every paragraph and heading of a chapter an id: `p` and seven letters of a hash of the chapter's slug and the
 * words, marks and case left aside. The same words twice in a chapter get `-2`, `-3` behind it.
 */
export function markParagraphs(tree: Root, slug: string): void {
  const count = new Map<string, number>();
  visitElements(tree, (node) => {
    if (!named.has(node.tagName) || node.properties.id !== undefined) return;
    const words = wordsOf(textOf(node));
    if (words === '') return;
    const id = `p${sevenLetters(`${slug}\n${words}`)}`;
    const times = (count.get(id) ?? 0) + 1;
    count.set(id, times);
    node.properties.id = times === 1 ? id : `${id}-${times}`;
  });
}

/** Words without marks and case, one space between them. The common case, Latin letters alone, has a faster form. */
function wordsOf(text: string): string {
  const plain = /^[\t-~\u00a0\u2013-\u2026]*$/.test(text);
  const folded = plain ? text.toLowerCase() : text.normalize('NFC').toLowerCase();
  return folded.replace(plain ? /[^a-z\d]+/g : /[^\p{L}\p{N}]+/gu, ' ').trim();
}

/**
 * The author's words alone: the number of a footnote changes with every other one, and the words of a picture stand only
 * in an edition that cannot show it.
 */
export const textOf = (node: Nodes): string => {
  if ('value' in node) return node.value;
  if (node.type === 'element' && isAside(node)) return '';
  let text = '';
  if ('children' in node) for (const child of node.children) text += textOf(child);
  return text;
};

const isAside = ({ properties }: Element): boolean =>
  'dataFootnoteRef' in properties ||
  'dataFootnoteBackref' in properties ||
  (Array.isArray(properties.className) && properties.className.includes('missing-picture'));

/** Seven letters of cyrb53, a 53-bit hash in the public domain (bryc). */
function sevenLetters(text: string): string {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ unit, 2654435761);
    h2 = Math.imul(h2 ^ unit, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  let rest = 4294967296 * (2097151 & h2) + (h1 >>> 0);
  let letters = '';
  for (let i = 0; i < 7; i += 1) {
    letters += String.fromCharCode(97 + (rest % 26));
    rest = Math.floor(rest / 26);
  }
  return letters;
}
