/** Findings as GitHub workflow commands, which stand as annotations on the lines that they speak of. */

import type { Finding } from '../lint.ts';
import { positionOf } from '../manuscript/source.ts';
import { placeOf } from './text.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

export function githubReport(findings: readonly Finding[], where: (file: string) => string): string {
  return findings
    .map(({ rule, severity, message, span, related }) => {
      const { line, column, endLine, endColumn } = positionOf(span);
      const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
      const at = `file=${property(where(span.source.file))},line=${line},endLine=${endLine}${columns},title=${property(rule)}`;
      const others = related.map((other) => `\n${placeOf(other.span, where)}: ${other.message}`).join('');
      return `::${commands[severity]} ${at}::${data(message + others)}\n`;
    })
    .join('');
}
