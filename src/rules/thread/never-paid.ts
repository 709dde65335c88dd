/** What is set up and never paid off, once the story is complete. */

import type { Rule } from '../../lint.ts';
import { chapterName } from '../saying.ts';
import { chapterOf, threadsOf } from './chapters.ts';

export const neverPaid: Rule = {
  id: 'thread/never-paid',
  severity: 'warning',
  *check(manuscript) {
    if (manuscript.story.fields.status?.value !== 'complete') return;
    for (const { name, span, fields } of threadsOf(manuscript)) {
      const { planted, pays } = fields;
      if (!planted || pays) continue;
      const chapter = chapterOf(manuscript, planted);
      const where = chapter ? chapterName(chapter) : `chapter ${planted.value}`;
      yield {
        message: `“${name}” is planted in ${where}, and the story is complete and never pays it off; write that, and say where under \`pays\`, or take the thread out`,
        span,
        related: [{ span: planted.span, message: 'it is planted here' }],
      };
    }
  },
};
