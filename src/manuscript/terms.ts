/** Names of ships in the prose, and the joints of lines in scripts that know no spaces. */

import type { Root } from 'hast';
import { foldName } from './bible.ts';
import { textOf } from './marks.ts';
import type { Manuscript } from './model.ts';
import { visitElements, visitTexts } from './visit.ts';

/** `*Saratoga*` is a ship and not a stress, where the bible knows a ship of that name. */
export function markShips(tree: Root, manuscript: Manuscript): void {
  const ships = new Set<string>();
  for (const { names } of manuscript.bible.ships.values()) {
    for (const { value } of names) ships.add(foldName(value).replace(/^the /, ''));
  }
  if (ships.size === 0) return;
  visitElements(tree, (node) => {
    if (node.tagName !== 'em' || !ships.has(foldName(textOf(node)))) return;
    node.tagName = 'i';
    node.properties = { className: ['ship'] };
  });
}

const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303F\\uFF00-\\uFFEF';
const joint = new RegExp(`(?<=[${unspaced}])[ \\t]*\\r?\\n[ \\t]*(?=[${unspaced}])`, 'gu');

/** A line of Chinese or Japanese that goes on in the next one does so without a space between. */
export function joinIdeographs(tree: Root): void {
  visitTexts(tree, (node) => {
    if (node.value.includes('\n')) node.value = node.value.replace(joint, '');
  });
}
