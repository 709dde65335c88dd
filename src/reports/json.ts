/** Findings as JSON: the contract that editors and scripts build on. */

import type { Finding, Severity } from '../lint.ts';
import { positionOf, type Span } from '../manuscript/source.ts';

/** How many findings there are of each severity. */
export function countsOf(findings: readonly Finding[]): Record<`${Severity}s`, number> {
  const of = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return { errors: of('error'), warnings: of('warning'), infos: of('info') };
}

const placed = ({ source, ...span }: Span): object => ({ file: source.file, ...positionOf({ source, ...span }) });

/**
 * `{version: 1, findings, summary}`: paths relative to the manuscript's folder, lines and columns from 1 with ends
 * exclusive, offsets of edits in UTF-16 units of the file as read.
 */
export function jsonReport(findings: readonly Finding[]): string {
  const shown = findings.map(({ rule, severity, message, span, related, count, fix }) => ({
    rule,
    severity,
    message,
    ...placed(span),
    related: related.map((other) => {
      const { line, column } = positionOf(other.span);
      return { file: other.span.source.file, line, column, message: other.message };
    }),
    count,
    ...(fix
      ? {
          fix: {
            safe: fix.safe,
            edits: fix.edits.map(({ span: at, text }) => ({
              file: at.source.file,
              start: at.start,
              end: at.end,
              text,
            })),
          },
        }
      : {}),
  }));
  return `${JSON.stringify({ version: 1, findings: shown, summary: countsOf(findings) }, null, 2)}\n`;
}
