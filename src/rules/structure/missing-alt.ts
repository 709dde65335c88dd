/** A picture without the words that stand for it. */

import type { Fault, Rule } from '../../lint.ts';
import { pointersIn } from '../../manuscript/pointers.ts';
import { slipsOrHabit } from '../habits.ts';
import { shortened } from './paths.ts';

export const missingAlt: Rule = {
  id: 'structure/missing-alt',
  severity: 'warning',
  check({ chapters }) {
    const faults = chapters.flatMap((chapter) =>
      pointersIn(chapter)
        .filter(({ kind, alt }) => kind === 'picture' && alt === undefined)
        .map(
          ({ address, span }): Fault => ({
            message: `the picture \`${shortened(address)}\` ${remedy}`,
            span,
            problem: address,
          }),
        ),
    );
    return slipsOrHabit(faults, () => `this picture, like others, ${remedy}`);
  },
};

const remedy =
  'has no words for those who cannot see it; give it an `alt` text, or an empty one, `<img src="…" alt="">`, where it is mere ornament';
