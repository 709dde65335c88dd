/** What a rule is, and how rules are asked: severities, allowances, and findings in their order. */

import type { Allowance, Manuscript } from './manuscript/model.ts';
import type { Fix, Related } from './manuscript/problem.ts';
import type { severities } from './manuscript/schema.ts';
import type { Span } from './manuscript/source.ts';

export type Severity = Exclude<(typeof severities)[number], 'off'>;

/** One question that is asked of a whole manuscript. Its documentation stands beside it: `time/age.ts`, `time/age.md`. */
export interface Rule {
  /** Its path, which names the fault: `presence/dead-character-acts`. */
  readonly id: string;
  readonly severity: Severity | 'off';
  /** Pure: the same manuscript gives the same answers, whatever other rules were asked before. */
  readonly check: (manuscript: Manuscript, asked: Asked) => Iterable<Fault>;
  /** Asked when all others have been: only then is it known which allowances allowed nothing. */
  readonly last?: boolean;
}

export interface Asked {
  /** The ids of all rules there are. */
  readonly ids: readonly string[];
  /** For rules asked last: the allowances that have allowed nothing so far. */
  readonly unused: readonly Allowance[];
}

/** What a rule finds. */
export interface Fault {
  /** What stands there and what would do, in a sentence or two; no file names, since the places say them. */
  readonly message: string;
  /** The later place in reading order, or the one in the prose where the bible is the other. */
  readonly span: Span;
  /** First the place that makes it wrong. */
  readonly related?: readonly Related[];
  readonly fix?: Fix;
  /** How often the same problem occurs; this is the first place. */
  readonly count?: number;
  /**
   * What the fault is one case of. Those of a rule with the same words here are one problem: the first of them that
   * nothing allows is reported, with their count. A rule gives them in reading order.
   */
  readonly problem?: string;
  /** Where one case of a rule is lighter than its default: no rule finds what is graver than it says of itself. */
  readonly severity?: Exclude<Severity, 'error'>;
}

export interface Finding extends Omit<Fault, 'problem' | 'severity'> {
  readonly rule: string;
  readonly severity: Severity;
  readonly related: readonly Related[];
  readonly count: number;
  /** Where a problem has several cases: each of them as a finding. */
  readonly cases?: readonly Finding[];
}

/** Asks all rules. The order in which they are given does not matter. */
export function lint(manuscript: Manuscript, rules: readonly Rule[]): readonly Finding[] {
  return ask(manuscript, rules, rules);
}

/** Asks only those rules that may find an error: what is certain is found in a tenth of the time. */
export function lintForErrors(manuscript: Manuscript, rules: readonly Rule[]): readonly Finding[] {
  const settings = severitiesOf(manuscript);
  const grave = rules.filter(({ id, severity }) => (settings.get(id) ?? severity) === 'error');
  // What is asked last looks at what all others have left.
  return ask(manuscript, rules, grave.some(({ last }) => last) ? rules : grave);
}

function ask(manuscript: Manuscript, rules: readonly Rule[], asked: readonly Rule[]): readonly Finding[] {
  const settings = severitiesOf(manuscript);
  const ids = rules.map(({ id }) => id).sort();
  const used = new Set<Allowance>();
  const findings: Finding[] = [];
  const put = (rule: Rule, unused: readonly Allowance[]): void => {
    const setting = settings.get(rule.id) ?? rule.severity;
    if (setting === 'off') return;
    const problems = new Map<string, Finding[]>();
    for (const { problem, ...fault } of rule.check(manuscript, { ids, unused })) {
      const allowing = manuscript.allowances.filter((allowance) => allows(allowance, rule.id, fault.span));
      for (const allowance of allowing) used.add(allowance);
      if (allowing.length > 0) continue;
      const severity = settings.has(rule.id) ? setting : (fault.severity ?? setting);
      const found = { ...fault, rule: rule.id, severity, related: fault.related ?? [], count: fault.count ?? 1 };
      const cases = problem === undefined ? undefined : problems.get(problem);
      if (cases) cases.push(found);
      else if (problem === undefined) findings.push(found);
      else problems.set(problem, [found]);
    }
    for (const cases of problems.values()) findings.push(asOne(cases));
  };
  for (const rule of asked) if (!rule.last) put(rule, []);
  // An allowance of a rule that is off was not put to the test.
  const off = new Set(rules.filter(({ id, severity }) => (settings.get(id) ?? severity) === 'off').map(({ id }) => id));
  const idle = manuscript.allowances.filter((allowance) => !used.has(allowance) && !off.has(allowance.rule));
  for (const rule of asked) if (rule.last) put(rule, idle);
  return inReadingOrder(findings, manuscript);
}

/** Cases of one problem as one finding: the first of them, with their count and what mends them all. */
export function asOne(cases: readonly Finding[]): Finding {
  const { fix: _, ...first } = cases[0] as Finding;
  if (cases.length === 1) return cases[0] as Finding;
  const fixes = cases.flatMap(({ fix }) => fix ?? []);
  const fix = { safe: fixes.every(({ safe }) => safe), edits: fixes.flatMap(({ edits }) => edits) };
  const count = cases.reduce((sum, one) => sum + one.count, 0);
  return { ...first, count, cases, ...(fixes.length === cases.length ? { fix } : {}) };
}

/** The severities that `story.yaml` sets, by rule. */
function severitiesOf(manuscript: Manuscript): ReadonlyMap<string, Severity | 'off'> {
  return new Map((manuscript.story.fields.rules ?? []).map(({ key, value }) => [key, value.value]));
}

function allows(allowance: Allowance, rule: string, span: Span): boolean {
  if (allowance.rule !== rule) return false;
  const { covers } = allowance;
  return (
    covers === undefined || (covers.source === span.source && span.start >= covers.start && span.start <= covers.end)
  );
}

/** Chapter by chapter, then story and bible by name; within a file by place, then by rule. */
function inReadingOrder(findings: readonly Finding[], manuscript: Manuscript): Finding[] {
  const rank = new Map(manuscript.chapters.map(({ source, index }) => [source.file, index]));
  const order = (file: string): number => rank.get(file) ?? manuscript.chapters.length;
  const words = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...findings].sort(
    (a, b) =>
      order(a.span.source.file) - order(b.span.source.file) ||
      words(a.span.source.file, b.span.source.file) ||
      a.span.start - b.span.start ||
      words(a.rule, b.rule) ||
      words(a.message, b.message),
  );
}
