/** A pay-off that comes before its set-up. */

import type { Rule } from '../../lint.ts';
import { chapterName } from '../saying.ts';
import { chapterOf, threadsOf } from './chapters.ts';

export const paidBeforePlanted: Rule = {
  id: 'thread/paid-before-planted',
  severity: 'error',
  *check(manuscript) {
    for (const { name, fields } of threadsOf(manuscript)) {
      const { planted, pays } = fields;
      const [from, to] = [chapterOf(manuscript, planted), chapterOf(manuscript, pays)];
      if (!planted || !pays || !from || !to || to.index >= from.index) continue;
      yield {
        message: `“${name}” pays off in ${chapterName(to)}, and is planted only in ${chapterName(from)}; correct one of the two`,
        span: pays.span,
        related: [{ span: planted.span, message: `it is planted in ${chapterName(from)}` }],
      };
    }
  },
};
