/** How many planted faults are found, and whether in the right places. */

import { type Finding, lint, type Rule } from '../../src/lint.ts';
import type { Related } from '../../src/manuscript/problem.ts';
import { positionOf } from '../../src/manuscript/source.ts';
import type { Fault, Planter } from './fault.ts';
import { chanceOf } from './random.ts';
import { edited, moved, type Place, type Text } from './text.ts';

/** What became of one planted fault. */
export interface Outcome {
  readonly text: string;
  readonly fault: Fault;
  readonly found: boolean;
  /**
   * Whether it points at the planted place. Absent where nothing is found, and where the text has the same problem already:
   * then its first place is reported, and one more is counted.
   */
  readonly exact?: boolean;
  /** Only of what is found and has another place: whether that is named first. */
  readonly other?: boolean;
  /** What the linter said, for whoever reads the misses. */
  readonly findings: readonly Finding[];
}

/** Plants up to a number of faults in a text, each in a copy of its own, and lints the copies. */
export function outcomesOf(
  planter: Planter,
  text: Text,
  most: number,
  seed: number,
  rules: readonly Rule[],
): readonly Outcome[] {
  const asked = rules.filter(({ id }) => planter.rules.includes(id));
  const faults = faultsOf(planter, text, most, seed);
  if (faults.length === 0) return [];
  const clean = new Map(lint(text.manuscript, asked).map((finding) => [keyOf(finding), finding.count]));
  return faults.map((fault) => {
    const found = lint(edited(text, fault.edits), asked);
    const fresh = found.filter((finding) => !clean.has(keyOf(finding)));
    const grown = found.some((finding) => finding.count > (clean.get(keyOf(finding)) ?? finding.count));
    return fresh.length === 0 && grown
      ? { text: text.name, fault, found: true, findings: [] }
      : judged(text, fault, fresh);
  });
}

/** Up to a number of different faults. */
export function faultsOf(planter: Planter, text: Text, most: number, seed: number): readonly Fault[] {
  const chance = chanceOf(seed, planter.kind, planter.way, text.name);
  const found = new Map<string, Fault>();
  for (const fault of planter.faults(text, chance)) {
    if (found.size >= most) break;
    found.set(JSON.stringify([fault.edits, fault.at]), fault);
  }
  return [...found.values()];
}

const keyOf = ({ rule, message, span }: Finding): string => `${rule}\n${span.source.file}\n${message}`;

function judged(text: Text, fault: Fault, findings: readonly Finding[]): Outcome {
  const at = moved(fault.at, fault.edits);
  const others = fault.others?.map((place) => moved(place, fault.edits));
  const right = findings.find(({ span }) => touches({ ...span, file: span.source.file }, at));
  const named = right ?? findings[0];
  return {
    text: text.name,
    fault,
    found: findings.length > 0,
    ...(findings.length > 0 ? { exact: right !== undefined } : {}),
    ...(others && named ? { other: isOneOf(named.related[0], others) } : {}),
    findings,
  };
}

const touches = (a: Place, b: Place): boolean => a.file === b.file && a.start <= b.end && b.start <= a.end;

/** On the line of one of some places. */
function isOneOf(related: Related | undefined, places: readonly Place[]): boolean {
  if (!related) return false;
  const { source } = related.span;
  const { line } = positionOf(related.span);
  return places.some(
    ({ file, start, end }) => file === source.file && positionOf({ source, start, end }).line === line,
  );
}
