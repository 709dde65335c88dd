/** Rules whose faults are found while the manuscript is read. */

import type { Rule, Severity } from '../../lint.ts';
import type { Fault } from '../../manuscript/problem.ts';

/** A rule that reports what reading found under its name. */
export function reported(id: Fault, severity: Severity): Rule {
  return { id, severity, check: ({ problems }) => problems.filter(({ rule }) => rule === id) };
}
