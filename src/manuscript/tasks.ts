/** Lists of things to do: the boxes are signs, since a page of a book has nothing to tick. */

import type { Root } from 'hast';
import { visitElements } from './visit.ts';

const box = /^\[([ \t\nxX])\](?=[ \t\n])/;
/** What follows the ticked box has it drawn as a letter of the text, not as a picture. */
const signs = { open: '☐', done: '☑\uFE0E' };

/** Puts a box for `[ ]` and a ticked one for `[x]`, at the beginning of an item. */
export function markTasks(tree: Root): void {
  visitElements(tree, (item) => {
    if (item.tagName !== 'li') return;
    const first = item.children.find((child) => child.type !== 'text' || child.value.trim() !== '');
    const text = first?.type === 'element' && first.tagName === 'p' ? first.children[0] : first;
    if (text?.type !== 'text') return;
    const [whole, mark = ''] = box.exec(text.value) ?? [];
    if (whole === undefined) return;
    text.value = (mark.trim() === '' ? signs.open : signs.done) + text.value.slice(whole.length);
    item.properties.className = ['task'];
  });
}
