/** The linter's report of a case, asked for as anybody asks for it, and what it makes of what was expected. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Case, Expected, Mark, Trap } from './expected.ts';

interface Place {
  readonly file: string;
  readonly line: number;
}

export interface Reported extends Place {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly endLine: number;
  readonly related: readonly Place[];
}

export interface Outcome {
  readonly fault: Expected;
  readonly found: boolean;
  /** Whether the other place is the right one; undefined where none is expected, or nothing was found. */
  readonly other: boolean | undefined;
}

export interface Verdict {
  readonly case: Case;
  readonly outcomes: readonly Outcome[];
  /** Every finding that is none of the faults, and the trap that it fell into. */
  readonly alarms: readonly { readonly finding: Reported; readonly trap: Trap | undefined }[];
}

const padd = join(import.meta.dirname, '../../bin/padd.js');

export function reportOf(folder: string): readonly Reported[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, [padd, 'lint', folder, '--format', 'json'], {
    encoding: 'utf8',
  });
  if (status !== 0 && status !== 1) throw new Error(`padd lint ${folder}: exit code ${status}\n${stderr}`);
  return (JSON.parse(stdout) as { readonly findings: readonly Reported[] }).findings;
}

const standsAt = ({ file, line, endLine }: Reported, mark: Mark): boolean =>
  file === mark.file && (mark.line === undefined || (line <= mark.line && mark.line <= endLine));
const points = (place: Place | undefined, mark: Mark): boolean =>
  place !== undefined && place.file === mark.file && (mark.line === undefined || place.line === mark.line);

const isOf = (finding: Reported, { rules, at, beyond }: Expected): boolean =>
  (beyond || rules.includes(finding.rule)) && at.some((mark) => standsAt(finding, mark));

export function verdictOf(one: Case, findings: readonly Reported[]): Verdict {
  return {
    case: one,
    outcomes: one.faults.map((fault) => {
      const found = findings.filter((finding) => isOf(finding, fault));
      const other = found.some(({ related }) => fault.other.some((mark) => points(related[0], mark)));
      return { fault, found: found.length > 0, other: found.length > 0 && fault.other.length > 0 ? other : undefined };
    }),
    alarms: findings
      .filter((finding) => !one.faults.some((fault) => isOf(finding, fault)))
      .map((finding) => ({ finding, trap: one.traps.find(({ near }) => standsAt(finding, near)) })),
  };
}
