/** `...` here and `…` there. */

import { ownPassages } from '../../analysis/prose.ts';
import type { Rule } from '../../lint.ts';
import type { Manuscript } from '../../manuscript/model.ts';
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

function* found(manuscript: Manuscript): Iterable<Sign> {
  for (const passage of ownPassages(manuscript)) {
    const { text } = passage;
    if (!text.includes('…') && !text.includes('..') && !text.includes('. .')) continue;
    for (const { 0: way, index } of text.matchAll(ellipsis)) {
      if (!isEscapedOrCut(passage.place(index, index + way.length), way))
        yield { passage, start: index, end: index + way.length, way };
    }
  }
}

const ellipsesOf = (manuscript: Manuscript): readonly Sign[] => [...found(manuscript)];

/** Points between which something stands in the file that does not show: a backslash, emphasis. */
const isEscapedOrCut = ({ start, end }: { readonly start: number; readonly end: number }, way: string): boolean =>
  end - start !== way.length;
