/** The many ways in which real manuscripts break a scene, told from prose. */

import type { RootContent, ThematicBreak } from 'mdast';

/** A line of marks alone, escaped or not. */
const marksAlone = /^[\s\\*#~\-_=•◊⁂]+$/;

/** Whether a block of the text is a scene break: a rule, a line of marks, `<hr>`, or marks within HTML. */
export function isBreak(node: RootContent, text: string): boolean {
  switch (node.type) {
    case 'thematicBreak':
      return true;
    case 'paragraph':
    case 'heading':
    case 'list':
      return marksAlone.test(sourceOf(node, text));
    case 'html': {
      const html = node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
      const words = html.replace(/<[^>]*>/g, '').replace(/&nbsp;/g, ' ');
      return words.trim() === ''
        ? /<hr\b/i.test(html)
        : marksAlone.test(words) && /^\s*<(?:center|p|div|hr)\b/i.test(html);
    }
    default:
      return false;
  }
}

const sourceOf = (node: RootContent, text: string): string =>
  text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

/** Blocks that leave nothing on the page. */
export const isComment = (node: RootContent): boolean =>
  node.type === 'html' && /^\s*(?:<!--[\s\S]*?-->\s*)+$/.test(node.value);

/** Whether a block prints something in its place: footnotes, link targets and comments do not. */
export const isPrinted = (node: RootContent): boolean =>
  node.type !== 'definition' && node.type !== 'footnoteDefinition' && !isComment(node);

/**
 * The blocks of a chapter as they are printed: every kind of scene break as one rule, and none where nothing stands
 * before or behind it.
 */
export function withPlainBreaks(blocks: readonly RootContent[], text: string): RootContent[] {
  const shown: RootContent[] = [];
  let pending: RootContent | undefined;
  let begun = false;
  for (const block of blocks) {
    const opens = block.type === 'leafDirective' && block.name.toLowerCase() === 'scene';
    if (opens || isBreak(block, text)) {
      if (begun) pending = { type: 'thematicBreak', position: block.position } as ThematicBreak;
    } else {
      if (isPrinted(block)) {
        if (pending) shown.push(pending);
        pending = undefined;
        begun = true;
      }
      shown.push(block);
    }
  }
  return shown;
}

/**
 * A line of tildes between blank lines is a break to an author and the start of code to CommonMark, which would take
 * all that follows for code. It becomes a line of stars in the text to be parsed.
 */
export function tamedTildes(text: string): string {
  if (!text.includes('~~~')) return text;
  return text.replace(
    /(^|\n[ \t]*\r?\n)([ \t]{0,3})(~{3,})(?=[ \t]*(?:\r?\n[ \t]*(?:\r?\n|$)|$))/g,
    (_, before: string, indent: string, tildes: string) => before + indent + '*'.repeat(tildes.length),
  );
}
