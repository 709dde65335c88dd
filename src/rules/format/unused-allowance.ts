/** An allowance that allows nothing. */

import type { Rule } from '../../lint.ts';
import type { Edit } from '../../manuscript/problem.ts';
import { type Span, textOf } from '../../manuscript/source.ts';

export const unusedAllowance: Rule = {
  id: 'format/unused-allowance',
  severity: 'warning',
  last: true,
  *check(_, { ids, unused }) {
    for (const { rule, span, whole, covers } of unused) {
      // What no rule is called is `format/unknown-reference`'s.
      if (!ids.includes(rule) || rule === unusedAllowance.id) continue;
      const edit = textOf(whole).startsWith('<!--') ? withoutComment(whole) : withoutItem(whole);
      const where = covers
        ? covers.start === 0
          ? 'in this chapter'
          : 'in the block below it'
        : 'anywhere in the story';
      yield {
        message: `this allowance of ${rule} allows nothing ${where}; take it away`,
        span,
        ...(edit ? { fix: { safe: true, edits: [edit] } } : {}),
      };
    }
  },
};

/** The start of the line that holds an offset. */
const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** The start of the line after the one that holds an offset. */
function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

const isBlank = (text: string): boolean => text.trim() === '';

function withoutComment(whole: Span): Edit {
  const { text } = whole.source;
  let [start, end] = [lineStart(text, whole.start), nextLine(text, whole.end)];
  if (!isBlank(text.slice(start, whole.start)) || !isBlank(text.slice(whole.end, end))) {
    // Beside other words: the comment alone, and the space behind it.
    return { span: { ...whole, end: whole.end + (/^[ \t]*/.exec(text.slice(whole.end))?.[0].length ?? 0) }, text: '' };
  }
  // Of the blank lines above and below it one remains.
  const above = start === 0 || isBlank(text.slice(lineStart(text, start - 1), start));
  const below = nextLine(text, end);
  if (above && end < text.length && isBlank(text.slice(end, below))) end = below;
  return { span: { ...whole, start, end }, text: '' };
}

/** An item of `allow:`, and the key itself where nothing else stands under it; undefined where a remark would go with it, and for forms that are not known here. */
function withoutItem(whole: Span): Edit | undefined {
  const { text } = whole.source;
  const written = textOf(whole).trimEnd();
  if (!/^\{[^{}]*\}$|^["']?(?:rule|reason)["']?\s*:/i.test(written)) return undefined;
  const stop = whole.start + written.length;
  const [first, after] = [lineStart(text, whole.start), nextLine(text, stop)];
  const [before, behind] = [text.slice(first, whole.start), text.slice(stop, after)];
  const cut = (start: number, end: number): Edit => ({ span: { ...whole, start, end }, text: '' });
  const keyLine = lineStart(text, first - 1);
  const underKey = first > 0 && /^\s*allow\s*:\s*$/i.test(text.slice(keyLine, first));
  const isAlone = isBlank(behind);
  if (/^\s*-\s+$/.test(before) && isAlone) {
    const more = new RegExp(`^${before.slice(0, before.indexOf('-'))}-\\s`).test(text.slice(after));
    return cut(underKey && !more ? keyLine : first, after);
  }
  if (/^\s*allow\s*:\s*$/i.test(before) && isAlone) return cut(first, after);
  if (/^\s*allow\s*:\s*\[\s*$/i.test(before) && /^\s*\]\s*$/.test(behind)) return cut(first, after);
  if (isBlank(before) && underKey && isAlone) return cut(keyLine, after);
  const next = /^\s*,\s*/.exec(text.slice(stop));
  if (next) return cut(whole.start, stop + next[0].length);
  const last = /,\s*$/.exec(text.slice(0, whole.start));
  return last ? cut(last.index, stop) : undefined;
}
