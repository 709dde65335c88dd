/** A thread of which nothing is heard for many chapters. */

import type { Rule } from '../../lint.ts';
import { foldName } from '../../manuscript/bible.ts';
import type { Chapter, Manuscript } from '../../manuscript/model.ts';
import { passagesIn } from '../../manuscript/passages.ts';
import { chapterName } from '../saying.ts';
import { chapterOf, threadsOf } from './chapters.ts';

/** Chapters in a row without any of its phrases. */
const LONG = 5;

export const dormant: Rule = {
  id: 'thread/dormant',
  severity: 'off',
  *check(manuscript) {
    for (const { name, span, fields } of threadsOf(manuscript)) {
      const { planted, pays, phrases = [] } = fields;
      const from = chapterOf(manuscript, planted);
      if (!planted || !from || phrases.length === 0) continue;
      const gap = longestGap(
        manuscript,
        from,
        chapterOf(manuscript, pays),
        phrases.map(({ value }) => foldName(value)),
      );
      if (!gap || gap.length < LONG) continue;
      const [first, last] = [gap[0], gap.at(-1)];
      if (!first || !last) continue;
      yield {
        message: `nothing is heard of “${name}” from ${chapterName(first)} to ${chapterName(last)}, ${gap.length} chapters; recall it on the way`,
        span,
        related: [{ span: planted.span, message: `it is planted in ${chapterName(from)}` }],
      };
    }
  },
};

/** The longest run of chapters after the set-up, up to the pay-off or the end, that have none of the phrases. */
function longestGap(
  { chapters }: Manuscript,
  from: Chapter,
  to: Chapter | undefined,
  phrases: readonly string[],
): readonly Chapter[] | undefined {
  let longest: readonly Chapter[] = [];
  let gap: Chapter[] = [];
  for (const chapter of chapters.slice(from.index + 1, to?.index)) {
    const heard = passagesIn(chapter).some(({ text }) => phrases.some((phrase) => foldName(text).includes(phrase)));
    gap = heard ? [] : [...gap, chapter];
    if (gap.length > longest.length) longest = gap;
  }
  return longest;
}
