/** Signs of one purpose that a story writes in more than one way. */

import type { Fault } from '../../lint.ts';
import type { PassageText } from '../../manuscript/passages.ts';
import type { Fix } from '../../manuscript/problem.ts';
import { textOf } from '../../manuscript/source.ts';

/** One sign or group of signs in a passage, and the way in which it is written. */
export interface Sign {
  readonly passage: PassageText;
  readonly start: number;
  readonly end: number;
  readonly way: string;
}

/** What would stand in the place of a sign, in the way that the story usually has; undefined: nobody knows. */
export type Rewrite = (sign: Sign, usual: string) => string | undefined;

/** How often each way is used, the most usual first; of two as usual, the one that is used first. */
export function usage(signs: readonly Sign[]): readonly (readonly [way: string, signs: readonly Sign[]])[] {
  const ways = new Map<string, Sign[]>();
  for (const sign of signs) {
    const known = ways.get(sign.way);
    if (known) known.push(sign);
    else ways.set(sign.way, [sign]);
  }
  return [...ways].sort((a, b) => b[1].length - a[1].length);
}

/** One finding for all signs that are not written as most of the others are. */
export function* mixed(
  signs: readonly Sign[],
  say: (other: Sign, usual: Sign) => string,
  rewrite: Rewrite,
): Iterable<Fault> {
  const [[usual, [first]] = ['', []]] = usage(signs);
  if (!first) return;
  for (const sign of signs) {
    if (sign.way === usual) continue;
    yield {
      message: say(sign, first),
      span: sign.passage.place(sign.start, sign.end),
      related: [{ span: first.passage.place(first.start, first.end), message: `${shown(first)} stands here` }],
      problem: 'mixed',
      ...fixed(sign, rewrite(sign, usual)),
    };
  }
}

/** A sign as it is written, in code quotes. */
export const shown = ({ passage, start, end }: Sign): string => `\`${passage.text.slice(start, end).trim()}\``;

const fixed = (sign: Sign, text: string | undefined): { readonly fix?: Fix } =>
  text === undefined ? {} : replaced(sign.passage, sign.start, sign.end, text);

/** A safe fix that puts a text in the place of another; none where the file has more there than the reader sees. */
export function replaced(passage: PassageText, start: number, end: number, text: string): { readonly fix?: Fix } {
  const span = passage.place(start, end);
  if (textOf(span) !== passage.text.slice(start, end)) return {};
  return { fix: { safe: true, edits: [{ span, text }] } };
}
