/** A picture without the words that stand for it. */

import type { Rule } from '../../lint.ts';
import { pointersIn } from '../../manuscript/pointers.ts';
import { shortened } from './paths.ts';

export const missingAlt: Rule = {
  id: 'structure/missing-alt',
  severity: 'warning',
  *check({ chapters }) {
    for (const chapter of chapters) {
      for (const { kind, address, alt, span } of pointersIn(chapter)) {
        if (kind !== 'picture' || alt !== undefined) continue;
        yield {
          message: `the picture \`${shortened(address)}\` has no words for those who cannot see it; give it an \`alt\` text, or an empty one, \`<img src="…" alt="">\`, where it is mere ornament`,
          span,
          problem: address,
        };
      }
    }
  },
};
