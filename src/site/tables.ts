/** Tables that a narrow screen cannot show whole. */

import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { textOf } from '../editions/epub/mend.ts';

/** Widths in em: of a letter at most, as a rule; of a cell’s padding; of the column of a telephone, with some to spare. */
const [LETTER, PADDING, COLUMN] = [0.6, 1.5, 12];

/**
 * Whether a table may have to be scrolled at 320 pixels: each of its columns is as wide as its longest word. Without a
 * program nobody can see at the reader’s whether it is, and one that is not should not stop whoever goes through a page
 * by keyboard.
 */
export function mayBeWide(table: Element): boolean {
  const columns: number[] = [];
  let pictures = false;
  visit(table, 'element', (node) => {
    if (node.tagName === 'img') pictures = true;
    if (node.tagName !== 'tr') return;
    node.children
      .filter((cell) => cell.type === 'element')
      .forEach((cell, i) => {
        const longest = Math.max(
          ...textOf(cell)
            .split(/[ \t\n\u200B]+/)
            .map((word) => word.length),
        );
        columns[i] = Math.max(columns[i] ?? 0, longest * LETTER + PADDING);
      });
  });
  return pictures || columns.reduce((sum, width) => sum + width, 0) > COLUMN;
}
