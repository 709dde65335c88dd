/** Dashes and ellipses, from what a keyboard has. */

import { type Change, changesOf } from './changes.ts';
import type { Usage } from './languages.ts';

import { isDash, isDigit, isSpace, signAfterSpace, signBeforeSpace, startsLine } from './surroundings.ts';

/**
 * Two hyphens and three become dashes; a hyphen between spaces becomes the language's dash, and at the beginning of a
 * line its dash for speech. Four and more stay (a rule, or a name that is not told), as do arrows, `1914-18` and `3 - 1`.
 */
export function dashes(text: string, usage: Usage['dashes']): readonly Change[] {
  return changesOf(text, /-(?:-+|(?=[ \t\r\n]))/g, (run, start, end) =>
    run.length === 1 ? forHyphen(text, start, usage) : forRun(text, start, end, usage),
  );
}

function forHyphen(text: string, at: number, { spaced, speech }: Usage['dashes']): string | undefined {
  const after = signAfterSpace(text, at + 1);
  if (after === '' || isDash(after)) return undefined;
  if (startsLine(text, at)) return speech;
  // Not the no-break space that French has behind «.
  if (!/[ \t\r\n]/.test(text.charAt(at - 1))) return undefined;
  const before = signBeforeSpace(text, at);
  return isDash(before) || (isDigit(before) && isDigit(after)) ? undefined : spaced;
}

function forRun(text: string, start: number, end: number, { joined, speech }: Usage['dashes']): string | undefined {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (end - start > 3 || after === '>' || /<!?$/.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  if (end - start === 3) return '—';
  if (isDigit(before) && isDigit(after)) return '–';
  return speech !== undefined && startsLine(text, start) && isSpace(after) ? speech : joined;
}

const FORMS: readonly (readonly [form: RegExp, text: string])[] = [
  [/^(?:\.{3}|\.[ \u00A0]\.[ \u00A0]\.)$/, '…'],
  [/^(?:\.{4}|\.[ \u00A0]\.[ \u00A0]\.[ \u00A0]\.)$/, '….'],
  [/^\.[ \u00A0]\.{3}$/, '. …'],
];

/** `...` and `. . .` become one sign; of four points one stays, the end of the sentence. More are as the author likes. */
export function ellipses(text: string): readonly Change[] {
  return changesOf(text, /\.(?:[ \u00A0]?\.){2,}/g, (points) => FORMS.find(([form]) => form.test(points))?.[1]);
}
