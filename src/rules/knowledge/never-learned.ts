/** Somebody who speaks of news that, by the bible, never reaches them. */

import type { Rule } from '../../lint.ts';
import { sceneName } from '../saying.ts';
import { unknownTellings } from './learning.ts';
import { tells } from './saying.ts';

export const neverLearned: Rule = {
  id: 'knowledge/never-learned',
  severity: 'info',
  *check(manuscript) {
    for (const telling of unknownTellings(manuscript)) {
      const { event, owner, scene, why, since, span } = telling;
      if (why !== 'never') continue;
      yield {
        message: `${tells(telling)} in ${sceneName(scene)}, and nothing says how ${owner.name} learns of it; add \`${owner.id}\` under \`known\` of \`${event.id}\`, or say when it is \`public\``,
        span,
        related: [{ span: since.span, message: `those who learn of ${event.name} stand here` }],
        problem: `${event.id} ${owner.id} ${scene.timeline}`,
      };
    }
  },
};
