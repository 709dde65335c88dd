/**
 * Running heads of the printed book: the story on one side, the chapter on the other, each in its outer corner. No style
 * sheet can take the words from the page yet, so every chapter has pages of its own name, and these say them. They are in
 * the page, whose policy knows them by their hash, since nobody needs them but its printer.
 */

import { createHash } from 'node:crypto';

export interface Head {
  /** Of the chapter’s element. */
  readonly id: string;
  readonly title: string;
}

export function headsOf(story: string, chapters: readonly Head[]): string {
  const pages = chapters.map(
    ({ id, title }, i) => `[id=${quoted(id)}]{page:c${i}}@page c${i}:right{@top-right{content:${quoted(title)}}}`,
  );
  // What stands behind the last chapter goes on where it ends.
  const foot = `.footer{page:c${chapters.length - 1}}`;
  return `@media print{@page :left{@top-left{content:${quoted(story)}}}${pages.join('')}${foot}@page part{@top-left{content:none}}}`;
}

export const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** As a string of a style sheet that stands within a page. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\<\n\r\f]/g, (mark) => `\\${mark.codePointAt(0)?.toString(16)} `)}"`;
