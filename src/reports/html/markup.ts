/** HTML as text: nothing of an author's gets into it unescaped. */

import { harmless } from '../text.ts';

/** Markup that is known to be well formed. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | number | undefined | readonly Part[];

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const written = (part: Part): string => {
  if (part === undefined) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return harmless(part).replace(/[&<>"]/g, (mark) => marks[mark] as string);
  return 'markup' in part ? part.markup : part.map(written).join('');
};

/** A template whose parts are escaped, unless they are markup themselves. Attributes stand in double quotes. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: strings.map((text, i) => text + written(parts[i])).join(''),
});

/** A message as the linter writes them: what stands in backquotes is code. */
export const coded = (message: string): Markup =>
  html`${message.split(/(`[^`]+`)/).map((part) => (/^`.+`$/s.test(part) ? html`<code>${part.slice(1, -1)}</code>` : part))}`;
