/** Verse: the ends of lines are the author's, and what runs over hangs below its line. */

import type { Element, ElementContent, Root } from 'hast';
import { visitElements } from './visit.ts';

/** Makes a `span` of every line within `.verse`, with a break between two of them for readers that know no styles. */
export function markLines(tree: Root): void {
  visitElements(tree, (verse) => {
    const { className } = verse.properties;
    if (verse.tagName !== 'div' || !Array.isArray(className) || !className.includes('verse')) return;
    visitElements(verse, (block) => {
      if (block.tagName === 'p') block.children = linesOf(block.children).flatMap(asLine);
    });
  });
}

type Line = ElementContent[];

function asLine(line: Line, index: number): ElementContent[] {
  const span: Element = { type: 'element', tagName: 'span', properties: { className: ['line'] }, children: line };
  const end: Element = { type: 'element', tagName: 'br', properties: {}, children: [] };
  return index === 0 ? [span] : [end, { type: 'text', value: '\n' }, span];
}

/** Cuts at breaks and at ends of lines; an element that runs over several lines becomes one on each. */
function linesOf(nodes: readonly ElementContent[]): Line[] {
  const lines: Line[] = [[]];
  let broken = false;
  const add = (pieces: readonly Line[]): void => {
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push(...piece);
    }
  };
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'br') {
      lines.push([]);
      broken = true;
      continue;
    }
    // The end of the author's line stands behind its break too.
    if (node.type === 'text') {
      const value = broken ? node.value.replace(/^\n/, '') : node.value;
      add(value.split('\n').map((text): Line => (text === '' ? [] : [{ ...node, value: text }])));
    } else if (node.type === 'element') {
      const { id: _, ...later } = node.properties;
      add(
        linesOf(node.children).map(
          (children, index): Line => [{ ...node, properties: index === 0 ? node.properties : later, children }],
        ),
      );
    } else add([[node]]);
    broken = false;
  }
  return lines;
}
