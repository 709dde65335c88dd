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
  const prefix = `${slug}\n`;
  enter(prefix, 0);
  visitElements(tree, (node) => {
    if (!named.has(node.tagName) || node.properties.id !== undefined) return;
    const length = enterWords(textOf(node), prefix.length);
    if (length === prefix.length) return;
    const id = `p${sevenLetters(length)}`;
    const times = (count.get(id) ?? 0) + 1;
    count.set(id, times);
    node.properties.id = times === 1 ? id : `${id}-${times}`;
  });
}

/** What is hashed, letter by letter, one paragraph after another: strings made for each would cost more than the hash. */
let entered = new Uint16Array(1 << 12);

function makeRoom(length: number): void {
  if (length <= entered.length) return;
  const longer = new Uint16Array(2 * length);
  longer.set(entered);
  entered = longer;
}

/** Enters a text as it is, and answers where it ends. */
function enter(text: string, from: number): number {
  makeRoom(from + text.length);
  for (let i = 0; i < text.length; i += 1) entered[from + i] = text.charCodeAt(i);
  return from + text.length;
}

/** Enters the words of a text without marks and case, one space between them. Most texts are of plain letters alone. */
function enterWords(text: string, from: number): number {
  makeRoom(from + text.length);
  let end = from;
  let apart = false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    const letter = folded(unit);
    if (letter > 0) {
      if (apart && end > from) entered[end++] = 0x20;
      apart = false;
      entered[end++] = letter;
    } else if (unit < 0x80 || unit === 0xa0 || (unit >= 0x2013 && unit <= 0x2026)) apart = true;
    else return enter(wordsOf(text), from);
  }
  return end;
}

/** A letter of western Europe as a small one, or a digit; 0 for whatever is neither. */
function folded(unit: number): number {
  if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)) return unit;
  if (unit >= 0x41 && unit <= 0x5a) return unit + 0x20;
  if (unit < 0xc0 || unit > 0xff || unit === 0xd7 || unit === 0xf7) return 0;
  return unit < 0xdf ? unit + 0x20 : unit;
}

/** The same in any script. */
const wordsOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

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

/** Seven letters of cyrb53, a 53-bit hash in the public domain (bryc), of what is entered. */
function sevenLetters(length: number): string {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let i = 0; i < length; i += 1) {
    const unit = entered[i] as number;
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
