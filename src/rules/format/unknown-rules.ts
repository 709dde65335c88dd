/** Rules that severities and allowances name, and that are none. */

import type { Asked, Fault } from '../../lint.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import { nearest } from '../../manuscript/nearest.ts';
import type { Span } from '../../manuscript/source.ts';
import { instead } from '../suggesting.ts';

export function* unknownRules({ story, allowances }: Manuscript, { ids }: Asked): Iterable<Fault> {
  const named = [
    ...(story.fields.rules ?? []).map(({ key, keySpan }) => ({ id: key, span: keySpan })),
    ...allowances.map(({ rule, span }) => ({ id: rule, span: within(span, rule) })),
  ];
  for (const { id, span } of named) {
    if (ids.includes(id)) continue;
    const form = ids.find((known) => known.endsWith(`/${id}`)) ?? nearest(id, ids);
    const known = form ? `did you mean \`${form}\`?` : '`padd rules` lists those that there are';
    yield { message: `there is no rule \`${id}\`; ${known}`, span, ...(form ? { fix: instead(span, form) } : {}) };
  }
}

/** The words themselves within a comment that holds them. */
function within(span: Span, words: string): Span {
  const at = span.source.text.indexOf(words, span.start);
  return at < 0 || at >= span.end ? span : { ...span, start: at, end: at + words.length };
}
