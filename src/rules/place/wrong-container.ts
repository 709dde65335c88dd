/** A setting that puts a place where it does not lie. */

import type { Rule } from '../../lint.ts';
import type { Span } from '../../manuscript/source.ts';
import { isMisplaced } from './misplaced.ts';

export const wrongContainer: Rule = {
  id: 'place/wrong-container',
  severity: 'error',
  *check({ scenes, bible }) {
    const seen = new Set<Span>();
    for (const { setting } of scenes) {
      if (!setting || seen.has(setting.span) || !isMisplaced(setting, bible)) continue;
      seen.add(setting.span);
      const { elsewhere, entry, span } = setting;
      const container = bible.containerOf(elsewhere);
      yield {
        message: `${elsewhere.name} lies within ${container?.name ?? 'something else'}, not within ${entry.name}; correct the setting, or give ${entry.name} a place of that name in the bible`,
        span,
        problem: `${entry.id}\n${elsewhere.id}`,
        related: [{ span: elsewhere.span, message: `\`${elsewhere.id}\` stands here` }],
      };
    }
  },
};
