/** Findings that an old manuscript is known to have: recorded once, so that only new ones are reported. */

import { createHash } from 'node:crypto';
import type { Finding } from '../lint.ts';
import { lineOf, positionOf } from '../manuscript/source.ts';

/** A recorded finding: told by its rule, file and line of text, so that it survives edits elsewhere in the file. */
export interface Recorded {
  readonly rule: string;
  readonly file: string;
  /** The beginning of the line, for people who read the file. */
  readonly line: string;
  /** Of the whole line and the words that the finding is about. */
  readonly hash: string;
}

export const baselineFile = 'lint-baseline.json';

function record({ rule, span }: Finding): Recorded {
  const line = lineOf(span.source, positionOf(span).line).trim();
  const words = span.source.text.slice(span.start, span.end);
  const hash = createHash('sha256').update(`${line}\n${words}`).digest('hex').slice(0, 16);
  return { rule, file: span.source.file, line: line.slice(0, 80), hash };
}

const keyOf = ({ rule, file, hash }: Recorded): string => `${rule}\n${file}\n${hash}`;

export const writeBaseline = (findings: readonly Finding[]): string =>
  `${JSON.stringify({ version: 1, findings: findings.map(record) }, null, 2)}\n`;

/** The records of a baseline file. Throws a sentence for an author where it is none. */
export function readBaseline(text: string): readonly Recorded[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    read = undefined;
  }
  const { version, findings } = (read ?? {}) as { version?: unknown; findings?: unknown };
  const isRecord = (entry: Recorded | null): boolean =>
    typeof entry?.rule === 'string' && typeof entry.file === 'string' && typeof entry.hash === 'string';
  if (version !== 1 || !Array.isArray(findings) || !findings.every(isRecord)) {
    throw new Error(
      `${baselineFile} is not a baseline of this version; write it anew with \`padd lint --baseline write\``,
    );
  }
  return findings;
}

export interface Compared {
  /** What the baseline does not know. */
  readonly fresh: readonly Finding[];
  /** What it records that is still there; the rest is gone and can be pruned. */
  readonly kept: readonly Recorded[];
}

/** Each record answers for one finding: a second one like it is new. */
export function compareBaseline(findings: readonly Finding[], baseline: readonly Recorded[]): Compared {
  const open = new Map<string, Recorded[]>();
  for (const entry of baseline) open.set(keyOf(entry), [...(open.get(keyOf(entry)) ?? []), entry]);
  const kept: Recorded[] = [];
  const fresh = findings.filter((finding) => {
    const known = open.get(keyOf(record(finding)))?.shift();
    if (known) kept.push(known);
    return known === undefined;
  });
  return { fresh, kept };
}

export const baselineText = (records: readonly Recorded[]): string =>
  `${JSON.stringify({ version: 1, findings: records }, null, 2)}\n`;
