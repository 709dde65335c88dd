/** Walks over an HTML tree. A million words are walked a dozen times over, so that it has to be quick. */

import type { Element, Root, Text } from 'hast';

type Parent = Root | Element;
/** What it answers is the index among the neighbours at which to go on, past whatever the element holds; undefined: go in. */
type Visitor = (node: Element, index: number | undefined, parent: Parent | undefined) => number | undefined;

/** Meets a node, where it is an element, and every element below it, each before those that it holds. */
export function visitElements(tree: Parent, visitor: Visitor): void {
  if (tree.type === 'element' && visitor(tree, undefined, undefined) !== undefined) return;
  walk(tree, visitor);
}

function walk(parent: Parent, visitor: Visitor): void {
  // The visitor may take children away or put some in.
  for (let index = 0; index < parent.children.length; ) {
    const node = parent.children[index] as Parent['children'][number];
    let next: number | undefined;
    if (node.type === 'element') {
      next = visitor(node, index, parent);
      if (next === undefined) walk(node, visitor);
    }
    index = next ?? index + 1;
  }
}

/** Meets every text below a node. */
export function visitTexts(parent: Parent, visitor: (node: Text) => void): void {
  for (const child of parent.children) {
    if (child.type === 'text') visitor(child);
    else if (child.type === 'element') visitTexts(child, visitor);
  }
}
