/** A scene break with nothing after it. */

import type { Rule } from '../../lint.ts';
import type { Chapter, SceneBreak } from '../../manuscript/model.ts';
import { spanOf } from '../../manuscript/scenes.ts';
import { textOf } from '../../manuscript/source.ts';
import { withoutLines } from './removing.ts';

export const emptyScene: Rule = {
  id: 'structure/empty-scene',
  severity: 'warning',
  *check({ chapters }) {
    for (const chapter of chapters) {
      for (const [i, sceneBreak] of chapter.breaks.entries()) {
        const { span, kind, followed } = sceneBreak;
        if (followed || isOrnament(chapter.breaks, i) || opensNotes(chapter, sceneBreak)) continue;
        const isLast = i === chapter.breaks.length - 1;
        const where = isLast ? 'the end of the chapter' : 'another break';
        if (kind === 'marks') {
          yield {
            message: `\`${textOf(span)}\` breaks the scene, and ${where} follows; take it away`,
            span,
            problem: where,
            fix: { safe: true, edits: [withoutLines(span)] },
          };
        } else {
          yield {
            message: `this scene has no prose: ${where} follows; write it, or take the line away`,
            span,
            fix: { safe: false, edits: [withoutLines(span)] },
          };
        }
      }
    }
  },
};

/** Single marks below one another, as in an upright row of stars, are one break. */
function isOrnament(breaks: readonly SceneBreak[], i: number): boolean {
  const [here, next] = [breaks[i], breaks[i + 1]];
  return here !== undefined && next?.kind === 'marks' && [here, next].every(({ span }) => textOf(span).length <= 2);
}

/** Whether the break sets footnotes and link targets apart, which stand at a file’s end. */
function opensNotes({ tree, source, breaks }: Chapter, sceneBreak: SceneBreak): boolean {
  if (sceneBreak !== breaks.at(-1)) return false;
  return tree.children.some(
    (node) =>
      (node.type === 'footnoteDefinition' || node.type === 'definition') &&
      spanOf(source, node).start >= sceneBreak.span.end,
  );
}
