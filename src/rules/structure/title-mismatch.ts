/** A first heading that is not the title which the frontmatter gives. */

import type { Heading } from 'mdast';
import type { Rule } from '../../lint.ts';
import type { Chapter } from '../../manuscript/model.ts';

export const titleMismatch: Rule = {
  id: 'structure/title-mismatch',
  severity: 'warning',
  *check({ chapters }) {
    for (const chapter of chapters) {
      const { title, otherHeading } = chapter;
      if (!otherHeading || !title.span || agree(title.text, otherHeading.value)) continue;
      const heading = lonelyHeading(chapter, otherHeading.span.start);
      if (!heading) continue;
      const fixed = `${'#'.repeat(heading.depth)} ${title.text}`;
      yield {
        message: `the heading “${otherHeading.value}” is not the title “${title.text}”, and both will be printed; correct one of them`,
        span: otherHeading.span,
        related: [{ span: title.span, message: `“${title.text}” stands here` }],
        fix: { safe: false, edits: [{ span: otherHeading.span, text: fixed }] },
      };
    }
  },
};

const label =
  /^(?:chapter|part|book|kapitel|teil|chapitre|partie|capítulo|parte|capitolo|hoofdstuk|deel|глава|часть|rozdział)\s+[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)?(?:\s*[:.,–—-]+\s*|\s+|$)|^(?:\d+|[ivxlc]+)(?:\s*[:.)–—-]+\s*|$)/iu;

/** Whether one of two titles says what the other does but for its number, or no more than that this is chapter 3. */
function agree(a: string, b: string): boolean {
  const [x, y] = [a, b].map((title) =>
    title
      .replace(label, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  ) as [string, string];
  return x === y || x === '' || y === '';
}

/** The first heading, where it can be a title: of the first or second level, and none of several sections. */
function lonelyHeading({ tree }: Chapter, start: number): Heading | undefined {
  const headings = tree.children.filter((node) => node.type === 'heading');
  const first = headings.find(({ position }) => position?.start.offset === start);
  return first && first.depth <= 2 && headings.every((other) => other === first || other.depth > first.depth)
    ? first
    : undefined;
}
