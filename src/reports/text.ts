/** Findings for scripts and editors: one line each, clickable in most terminals. */

import type { Finding } from '../lint.ts';
import { positionOf, type Span } from '../manuscript/source.ts';

/** The path of a file as the reader of a report knows it, from its path within the manuscript. */
export type Where = (file: string) => string;

const asIs: Where = (file) => file;

/** `path:line:column`. */
export function placeOf(span: Span, where: Where = asIs): string {
  const { line, column } = positionOf(span);
  return `${where(span.source.file)}:${line}:${column}`;
}

/** Control characters of a manuscript must not reach a terminal as commands. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const harmless = (text: string): string => text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '\uFFFD');

/** `path:line:column: severity message [rule]`, and how often where it is more than once. */
export function textLine({ span, severity, message, rule, count }: Finding, where?: Where): string {
  const often = count > 1 ? ` (${count} times)` : '';
  return harmless(`${placeOf(span, where)}: ${severity} ${message.replace(/\s*\n\s*/g, ' ')}${often} [${rule}]`);
}

export const textReport = (findings: readonly Finding[], where?: Where): string =>
  findings.map((finding) => `${textLine(finding, where)}\n`).join('');
