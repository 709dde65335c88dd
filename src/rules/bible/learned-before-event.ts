/** News that is known before it happened. */

import type { Rule } from '../../lint.ts';
import { meant } from '../../manuscript/bible.ts';
import { isBefore } from '../../manuscript/calendar.ts';

export const learnedBeforeEvent: Rule = {
  id: 'bible/learned-before-event',
  severity: 'error',
  *check({ bible }) {
    for (const { name, fields } of bible.events.values()) {
      const happened = fields.at;
      if (!happened) continue;
      const related = [{ span: happened.span, message: `it happens at ${happened.value.text}` }];
      for (const { by, from } of fields.known ?? []) {
        if (!by || !from || !isBefore(from.value, happened.value)) continue;
        const who = meant(bible, by, 'characters')?.name ?? by.value;
        yield {
          message: `${who} learns of “${name}” at ${from.value.text}, before it happens at ${happened.value.text}; correct one of them`,
          span: from.span,
          related,
        };
      }
      if (fields.public && isBefore(fields.public.value, happened.value)) {
        yield {
          message: `“${name}” is public at ${fields.public.value.text}, before it happens at ${happened.value.text}; correct one of them`,
          span: fields.public.span,
          related,
        };
      }
    }
  },
};
