/** Where a quotation mark is missing, what is told looks like what is said. */

import { expect, test } from 'vitest';
import { lint } from '../../src/lint.ts';
import { rules } from '../../src/rules/index.ts';
import { stockWith } from '../stock.ts';

const found = (text: string): number =>
  lint(stockWith({ '02-the-crossing.md': text }), rules).filter(({ rule }) => rule === 'voice/self-address').length;

test('a paragraph that lacks a mark is passed over', () => {
  expect(found('"The lamps are out." "After you, Tam," Tam said.')).toBe(1);
  expect(found('"The lamps are out. "After you, Tam," Tam said.')).toBe(0);
});
