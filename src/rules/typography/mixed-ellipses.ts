/** `...` here and `…` there. */

import { inOwnPassages } from '../../analysis/prose.ts';
import type { Rule } from '../../lint.ts';
import { mixed, type Sign, shown } from './marking.ts';

export const mixedEllipses: Rule = {
  id: 'typography/mixed-ellipses',
  severity: 'warning',
  check: (manuscript) =>
    mixed(
      ellipsesOf(manuscript),
      (other, usual) => `${shown(other)} stands here, and ${shown(usual)} elsewhere; choose one for the whole story`,
      (_, usual) => usual,
    ),
};

// Four points are an ellipsis and the end of a sentence, which each author puts in another order.
const ellipsis = /(?<![.…])(?:…|\.{3}|\.(?: \.){2})(?![.…]| \.)/g;

const ellipsesOf = inOwnPassages('typography/mixed-ellipses', (passage): readonly Sign[] => {
  const { text } = passage;
  if (!text.includes('…') && !text.includes('..') && !text.includes('. .')) return [];
  return [...text.matchAll(ellipsis)].flatMap(({ 0: way, index: start }) => {
    const end = start + way.length;
    return isEscapedOrCut(passage.place(start, end), way) ? [] : [{ passage, start, end, way }];
  });
});

/** Points between which something stands in the file that does not show: a backslash, emphasis. */
const isEscapedOrCut = ({ start, end }: { readonly start: number; readonly end: number }, way: string): boolean =>
  end - start !== way.length;
