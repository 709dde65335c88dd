/** Somebody who speaks of what they cannot know yet. */

import type { Rule } from '../../lint.ts';
import { neighbour, sayBefore, sceneName } from '../saying.ts';
import { unknownTellings } from './learning.ts';
import { tells } from './saying.ts';

export const knownTooEarly: Rule = {
  id: 'knowledge/known-too-early',
  severity: 'warning',
  *check(manuscript) {
    for (const telling of unknownTellings(manuscript)) {
      const { event, owner, scene, played, why, since, span } = telling;
      if (why === 'never') continue;
      const how = since.how ? ` (${since.how})` : '';
      const then =
        why === 'ahead'
          ? `which does not happen until ${since.value}`
          : `and ${telling.spoken ? '' : `${owner.name} `}learns of it at ${since.value}${how}`;
      const remedy =
        why === 'ahead'
          ? 'correct the words, or one of the dates'
          : `correct the words or the date, or say under \`known\` of \`${event.id}\` how the news came`;
      yield {
        message: `${tells(telling)} in ${sceneName(scene)} ${sayBefore(scene, played, manuscript.calendar.noun)}, ${then}; ${remedy}`,
        span,
        related: [
          {
            span: since.span,
            message:
              why === 'ahead'
                ? `${event.name}: ${since.value}`
                : `${owner.name} learns of ${event.name} at ${since.value}`,
          },
          ...neighbour(scene, played.before),
        ],
        problem: `${event.id} ${owner.id} ${scene.timeline} ${why}`,
      };
    }
  },
};
