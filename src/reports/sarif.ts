/** Findings as SARIF 2.1.0, which code hosts and editors read. */

import type { Finding, Rule } from '../lint.ts';
import { positionOf, type Span } from '../manuscript/source.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** A path as part of a URI. */
const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** `where` gives the path of a file as the reader of the report knows it: relative to the repository. */
export function sarifReport(
  findings: readonly Finding[],
  rules: readonly Rule[],
  where: (file: string) => string,
): string {
  const location = (span: Span, message?: string): object => {
    const { line, column, endLine, endColumn } = positionOf(span);
    return {
      physicalLocation: {
        artifactLocation: { uri: uriOf(where(span.source.file)) },
        region: { startLine: line, startColumn: column, endLine, endColumn },
      },
      ...(message === undefined ? {} : { message: { text: message } }),
    };
  };
  const ids = rules.map(({ id }) => id);
  const results = findings.map(({ rule, severity, message, span, related, count }) => ({
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: levels[severity],
    message: { text: message },
    locations: [location(span)],
    ...(related.length > 0
      ? { relatedLocations: related.map((other, id) => ({ id, ...location(other.span, other.message) })) }
      : {}),
    occurrenceCount: count,
  }));
  const driver = {
    name: 'Padd',
    rules: rules.map(({ id, severity }) => ({
      id,
      defaultConfiguration: severity === 'off' ? { enabled: false } : { level: levels[severity] },
    })),
  };
  return `${JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
    },
    null,
    2,
  )}\n`;
}
