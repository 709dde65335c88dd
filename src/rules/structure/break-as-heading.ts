/** Text right above `---`, which Markdown takes for a heading. */

import type { Rule } from '../../lint.ts';
import type { Chapter } from '../../manuscript/model.ts';
import { spanOf } from '../../manuscript/scenes.ts';
import { type Span, textOf } from '../../manuscript/source.ts';

export const breakAsHeading: Rule = {
  id: 'structure/break-as-heading',
  severity: 'warning',
  *check({ chapters }) {
    for (const { words, span, line } of chapters.flatMap(underlined)) {
      const hyphens = textOf(line);
      if (!isProse(words, hyphens)) continue;
      const newline = line.source.text.includes('\r\n') ? '\r\n' : '\n';
      yield {
        message: `\`${hyphens}\` right below a line makes it a heading and breaks no scene; leave a blank line between them`,
        span: line,
        problem: 'heading',
        related: [{ span, message: 'this is printed as a heading' }],
        fix: { safe: false, edits: [{ span: { ...line, end: line.start }, text: newline }] },
      };
    }
  },
};

interface Underlined {
  readonly words: string;
  readonly span: Span;
  /** The hyphens below. */
  readonly line: Span;
}

/** The headings of a chapter that are such by a line of hyphens below them. */
function underlined({ source, tree, title }: Chapter): Underlined[] {
  const headings = tree.children.filter((node) => node.type === 'heading').map((node) => spanOf(source, node));
  if (title.from === 'heading' && title.span) headings.unshift(title.span);
  return headings.flatMap((span) => {
    const written = textOf(span);
    const lastLine = written.lastIndexOf('\n') + 1;
    const hyphens = written.slice(lastLine).trim();
    if (lastLine === 0 || !/^-+$/.test(hyphens) || written.startsWith('#')) return [];
    const start = span.start + written.indexOf(hyphens, lastLine);
    return [{ words: written.slice(0, lastLine).trim(), span, line: { source, start, end: start + hyphens.length } }];
  });
}

/** Whether words are a piece of prose: several lines, many words, speech, or a sentence that ends. A long underline is meant. */
function isProse(words: string, hyphens: string): boolean {
  const last = words.slice(words.lastIndexOf('\n') + 1).trim();
  if (hyphens.length > 5 && hyphens.length * 2 > last.length) return false;
  return (
    words.includes('\n') ||
    words.split(/\s+/).length > 12 ||
    /^["“„«‹「]|["”»」]$/u.test(last) ||
    /[\p{L}\p{N}][.!?…,;:—–]+["'”’»)*_]*$/u.test(last)
  );
}
