/** What stands at a place of the manuscript, with the words in question marked: a paragraph, or a few lines of YAML. */

import { positionOf, type Span } from '../../manuscript/source.ts';
import { html, type Markup } from './markup.ts';

/** Letters of a long paragraph that are shown on either side of the mark. */
const AROUND = 280;

export function passageAt({ source, start, end }: Span): Markup {
  const { text } = source;
  const isYaml = /\.ya?ml$/.test(source.file) || inFrontmatter(text, start);
  const [from, to] = isYaml ? lines(text, start, end) : paragraph(text, start, end);
  const before = text.slice(from, start);
  // What a finding is about may be a whole scene: its beginning tells which.
  const marked = text.slice(start, Math.min(Math.max(end, start), start + 2 * AROUND, to));
  const after = text.slice(start + marked.length, to);
  const content = html`${shortenedLeft(before)}<mark>${marked || '\u200B'}</mark>${shortenedRight(after)}`;
  return isYaml ? html`<pre>${content}</pre>` : html`<blockquote dir="auto">${content}</blockquote>`;
}

/** `file:line`, as a caption. */
export const placeCaption = (span: Span): string => `${span.source.file}:${positionOf(span).line}`;

function inFrontmatter(text: string, at: number): boolean {
  const end = /^\uFEFF?\s*(?:---|\+\+\+)[^\n]*\n[\s\S]*?\n(?:---|\+\+\+)[ \t]*\r?$/m.exec(text);
  return end !== null && end.index === 0 && at < end[0].length;
}

function paragraph(text: string, start: number, end: number): readonly [number, number] {
  const gap = /\n(?:[ \t]*\r?\n)+/g;
  let from = 0;
  for (let match = gap.exec(text); match && match.index < start; match = gap.exec(text))
    from = match.index + match[0].length;
  gap.lastIndex = Math.max(end, start);
  const to = gap.exec(text)?.index ?? text.length;
  return [Math.min(from, start), to];
}

/** The line of a place with two on either side. */
function lines(text: string, start: number, end: number): readonly [number, number] {
  let from = start;
  for (let i = 0; i < 3 && from > 0; i += 1) from = text.lastIndexOf('\n', from - 1);
  let to = end;
  for (let i = 0; i < 3 && to >= 0 && to < text.length; i += 1) to = text.indexOf('\n', to + 1);
  return [from < 0 ? 0 : from + (text[from] === '\n' ? 1 : 0), to < 0 ? text.length : to];
}

function shortenedLeft(text: string): string {
  if (text.length <= AROUND) return text;
  const at = text.indexOf(' ', text.length - AROUND);
  return `…${text.slice(at < 0 ? text.length - AROUND : at)}`;
}

function shortenedRight(text: string): string {
  if (text.length <= AROUND) return text.trimEnd();
  const at = text.lastIndexOf(' ', AROUND);
  return `${text.slice(0, at < 0 ? AROUND : at)} …`;
}
