/** Taking lines away from a chapter, or putting others there, without harm to what stands around them. */

import type { Edit } from '../../manuscript/problem.ts';
import type { Span } from '../../manuscript/source.ts';

/** The line ends before and after a span: up to the text above and below, blank lines included. */
function around({ source: { text }, start, end }: Span): { readonly above: string; readonly below: string } {
  return {
    above: /[ \t\r\n]*$/.exec(text.slice(Math.max(0, start - 1000), start))?.[0] ?? '',
    below: /^[ \t\r\n]*/.exec(text.slice(end, end + 1000))?.[0] ?? '',
  };
}

const lines = (blank: string): number => blank.match(/\r\n?|\n/g)?.length ?? 0;

/** The lines of a block and the blank ones below it, so that the text above and below stay apart as they were. */
export function withoutLines(span: Span): Edit {
  const { above, below } = around(span);
  const { text } = span.source;
  const start = span.start - (/[ \t]*$/.exec(above)?.[0].length ?? 0);
  // At the end of a file the blank lines above go, so that it ends in one line end.
  const isLast = span.end + below.length >= text.length;
  if (isLast) {
    const kept = /^[ \t]*(?:\r\n?|\n)/.exec(above)?.[0] ?? '';
    return { span: { ...span, start: span.start - above.length + kept.length, end: text.length }, text: '' };
  }
  return { span: { ...span, start, end: span.end + below.length }, text: '' };
}

/** A block in another form, with the blank lines around it that Markdown wants of any form. */
export function asBlock(span: Span, form: string): Edit {
  const { above, below } = around(span);
  const { text } = span.source;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const before = span.start - above.length > 0 && lines(above) < 2 ? newline : '';
  const after = span.end + below.length < text.length && lines(below) < 2 ? newline : '';
  return { span, text: before + form + after };
}
