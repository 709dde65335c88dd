/** `***` between some scenes and `---` between others. */

import type { Rule } from '../../lint.ts';
import type { SceneBreak } from '../../manuscript/model.ts';
import { textOf } from '../../manuscript/source.ts';
import { asBlock } from './removing.ts';

export const mixedSceneBreaks: Rule = {
  id: 'structure/mixed-scene-breaks',
  severity: 'warning',
  *check({ chapters }) {
    const typed = chapters.flatMap(({ breaks }) => breaks.filter(({ kind, followed }) => kind === 'marks' && followed));
    const [usual, ...others] = byFrequency(typed, ({ span }) => signsOf(textOf(span)));
    const form = byFrequency(usual ?? [], ({ span }) => textOf(span))[0]?.[0];
    if (!usual || !form || others.length === 0) return;
    const wanted = textOf(form.span);
    for (const { span } of typed.filter((other) => !usual.includes(other))) {
      // At the head of a file `---` would open frontmatter.
      const opensFile = span.source.text.slice(0, span.start).trim() === '';
      yield {
        message: `\`${textOf(span)}\` breaks the scene here, and \`${wanted}\` elsewhere; choose one form for the whole story`,
        span,
        problem: 'breaks',
        related: [{ span: form.span, message: `\`${wanted}\` stands here first` }],
        ...(opensFile ? {} : { fix: { safe: true, edits: [asBlock(span, wanted)] } }),
      };
    }
  },
};

/** Which signs a break is made of: `***`, `* * *` and `\* \* \*` look the same in print. */
const signsOf = (marks: string): string => [...new Set(marks.replace(/<(?!hr)[^>]*>|[\s\\]/gi, ''))].sort().join('');

/** Breaks that are alike, the largest group first; of two as large, the one that is used first. */
function byFrequency(breaks: readonly SceneBreak[], keyOf: (one: SceneBreak) => string): (readonly SceneBreak[])[] {
  const groups = new Map<string, SceneBreak[]>();
  for (const one of breaks) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()].sort((a, b) => b.length - a.length);
}
