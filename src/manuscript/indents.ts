/** Paragraphs that their author has indented by hand, as Japanese and Chinese manuscripts do it. */

import type { Element, Root } from 'hast';
import { visitElements } from './visit.ts';

/** As wide as a letter. At the head of a line it means a paragraph, and nothing else. */
export const INDENT = '\u3000';

/**
 * Where such a space begins a line within a paragraph, the chapter has a paragraph on each line, without empty ones between
 * them. Where it begins a paragraph, all are left as they are written, by the class `flush`: speech is often not indented.
 */
export function markIndents(tree: Root): void {
  const paragraphs = paragraphsOf(tree);
  const isByLine = paragraphs.some(({ children }) =>
    children.some((child) => child.type === 'text' && child.value.includes(`\n${INDENT}`)),
  );
  if (isByLine)
    visitElements(tree, (node, index, parent) => {
      if (node.tagName !== 'p' || !parent || index === undefined) return undefined;
      const lines = linesOf(node);
      parent.children.splice(index, 1, ...lines);
      return index + lines.length;
    });
  const all = isByLine ? paragraphsOf(tree) : paragraphs;
  if (!all.some(isIndented)) return;
  for (const { properties } of all) properties.className = [properties.className ?? [], 'flush'].flat() as string[];
}

function paragraphsOf(tree: Root): Element[] {
  const paragraphs: Element[] = [];
  visitElements(tree, (node) => {
    if (node.tagName === 'p') paragraphs.push(node);
    return undefined;
  });
  return paragraphs;
}

const isIndented = ({ children: [first] }: Element): boolean =>
  first?.type === 'text' && first.value.startsWith(INDENT);

function linesOf(paragraph: Element): Element[] {
  const empty = (): Element => ({ ...paragraph, properties: { ...paragraph.properties }, children: [] });
  const lines = [empty()];
  for (const child of paragraph.children) {
    const pieces = child.type === 'text' ? child.value.split('\n') : [];
    if (pieces.length < 2) lines.at(-1)?.children.push(child);
    else
      for (const [i, value] of pieces.entries()) {
        if (i > 0) lines.push(empty());
        if (value !== '') lines.at(-1)?.children.push({ type: 'text', value });
      }
  }
  return lines.filter(({ children }) => children.length > 0);
}
