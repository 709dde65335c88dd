/** Tables as Markdown has them, and as people hear them read out. */

import type { Element, Nodes } from 'hast';
import type { Table } from 'mdast';
import { defaultHandlers, type Options } from 'remark-rehype';
import { visitElements } from './visit.ts';

type Handler = NonNullable<NonNullable<Options['handlers']>['table']>;

/** Markdown wants a head of every table: a cell of it without words heads nothing, and a head of such cells is none. */
export const tableHandler: Handler = (state, node: Table): Element => {
  const table = defaultHandlers.table(state, node) as Element;
  const [head, body] = table.children.filter((child): child is Element => child.type === 'element');
  if (head?.tagName !== 'thead') return table;
  if (body && isBlank(head)) table.children = table.children.filter((child) => child !== head);
  else
    visitElements(head, (cell) => {
      if (cell.tagName === 'th' && isBlank(cell)) cell.tagName = 'td';
      return undefined;
    });
  return table;
};

/** Whether nothing below is to be read: raw HTML and pictures may be. */
function isBlank(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return node.type === 'element' && node.tagName !== 'img' && node.children.every(isBlank);
}
