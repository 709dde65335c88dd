/** The marks of a well-made book: quotes, apostrophes, dashes, ellipses and no-break spaces, as each language has them. */

import type { Root } from 'hast';
import { amend, type Change } from './changes.ts';
import { dashes, ellipses } from './dashes.ts';
import { type Usage, usageOf } from './languages.ts';
import { quotes } from './quotes.ts';
import { type Run, runsOf, settle } from './runs.ts';
import { bondsOf, frenchSpaces, holdTogether } from './spaces.ts';

/**
 * Sets the marks in a tree, **changing its text nodes in place**; nothing but their values changes.
 *
 * Each block is decided as one text, so a quotation may begin in one emphasis and end in another. Code, `translate="no"`
 * and `class="notranslate"` stay as typed. A block with its own `lang` is set by that language; a few foreign words
 * inside a line keep the line's quotation marks, and every straight single mark in them is an apostrophe (`Qapla’`).
 *
 * Marks that are typographic already, Japanese and Chinese stay as typed. Letters and digits never change, and doing it
 * twice is doing it once. Time is linear in the text.
 *
 * @param language BCP 47, of the story; one that is not known is set as English
 */
export function typesetMarks(root: Root, language: string): void {
  for (const run of runsOf(root, language)) settle(typeset(run));
}

/** As {@link typesetMarks}, for one plain string: a title, a summary. A blank line divides paragraphs. */
export function plainMarks(text: string, language: string): string {
  return text
    .split(/(\n[ \t\r]*\n)/)
    .map((part) => typeset({ text: part, language, pieces: [{ end: part.length, foreign: false }] }).text)
    .join('');
}

/** A title within the quotation marks of a language; those that it holds itself become the inner ones. */
export function quoted(text: string, language: string): string {
  const {
    double: outer,
    single: inner,
    french,
  } = usageOf(language) ?? (/^zh(?!-(?:hant|tw|hk|mo))/i.test(language) ? CURLY : CORNERS);
  const space = french?.inner ?? '';
  const within = text.replaceAll(`${outer.open}${space}`, inner.open).replaceAll(`${space}${outer.close}`, inner.close);
  return `${outer.open}${space}${within}${space}${outer.close}`;
}

type Pairs = Pick<Usage, 'double' | 'single' | 'french'>;
const CURLY: Pairs = { double: { open: '“', close: '”' }, single: { open: '‘', close: '’' }, french: undefined };
const CORNERS: Pairs = { double: { open: '「', close: '」' }, single: { open: '『', close: '』' }, french: undefined };

function typeset(run: Run): Run {
  const usage = usageOf(run.language);
  if (usage === undefined) return run;
  let set = amend(run, quotes(run.text, usage), 'everywhere');
  const change = (changes: readonly Change[]): void => {
    set = amend(set, changes, 'not in foreign words');
  };
  change(dashes(set.text, usage.dashes));
  change(ellipses(set.text));
  for (const bond of bondsOf(usage)) change(holdTogether(set.text, bond));
  if (usage.french) change(frenchSpaces(set.text, usage.french));
  return set;
}
