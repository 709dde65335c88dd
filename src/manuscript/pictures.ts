/** Pictures that stand by themselves, told from those that stand in a line. */

import type { Element, Root } from 'hast';
import { visitElements } from './visit.ts';

/** Gives a paragraph that holds one picture and nothing else the class `picture`: no style sheet can see text. */
export function markPictures(tree: Root): void {
  visitElements(tree, (node) => {
    if (node.tagName !== 'p') return;
    const shown = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    if (shown.length !== 1 || !isPicture(shown[0])) return;
    node.properties.className = [node.properties.className ?? [], 'picture'].flat() as string[];
  });
}

const isPicture = (node: Element['children'][number] | undefined): boolean =>
  node?.type === 'element' && node.tagName === 'img';
