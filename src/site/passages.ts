/** A passage that a reader may skip gets a line above it that says what it holds, and a way past it. */

import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import type { Strings } from './strings/index.ts';

/** `own` are the attributes of words that are the interface’s and not the story’s. */
export function openPassages(tree: Root, slug: string, strings: Strings, own: Properties): void {
  let count = 0;
  visit(tree, 'element', (node, index, parent) => {
    const label = node.properties.dataNote;
    if (!parent || index === undefined || typeof label !== 'string') return undefined;
    count += 1;
    const target = landing(parent.children, index, `${slug}-past-${count}`);
    node.children.unshift(lineAbove(label, target, strings, own));
    return undefined;
  });
}

/** The id of what follows the passage; where nothing does, of an empty place put there. */
function landing(siblings: (ElementContent | RootContent)[], index: number, fresh: string): string {
  const next = siblings.slice(index + 1).find((node): node is Element => node.type === 'element');
  if (next && next.tagName !== 'section') {
    next.properties.id ??= fresh;
    return String(next.properties.id);
  }
  siblings.splice(index + 1, 0, { type: 'element', tagName: 'span', properties: { id: fresh }, children: [] });
  return fresh;
}

function lineAbove(label: string, target: string, strings: Strings, own: Properties): Element {
  const text = (value: string): ElementContent => ({ type: 'text', value });
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: `#${encodeURIComponent(target)}` },
    children: [text(strings.skipPassage)],
  };
  return {
    type: 'element',
    tagName: 'p',
    properties: { className: ['passage-note', 'aside'], ...own },
    children: [text(`${label} · `), link],
  };
}
