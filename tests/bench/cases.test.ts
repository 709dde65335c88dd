/** The cases written by hand say what they expect in a way that can be looked for. */

import { expect, test } from 'vitest';
import { caseNames, caseOf } from '../../bench/continuity/expected.ts';
import { type Reported, verdictOf } from '../../bench/continuity/verdict.ts';
import { rules } from '../../src/rules/index.ts';

const cases = caseNames().map(caseOf);
const known = new Set(rules.map(({ id }) => id));

test('every expected place is one line of its case, and every rule exists', () => {
  const unknown = cases.flatMap(({ name, faults }) =>
    faults.flatMap(({ rules }) => rules.filter((id) => !known.has(id)).map((id) => `${name}: ${id}`)),
  );
  expect(unknown).toEqual([]);
});

test('at least as many cases are held back as rules may be tuned on', () => {
  const held = cases.filter(({ split }) => split === 'held');
  expect(held.length * 2).toBeGreaterThanOrEqual(cases.length);
});

test('a finding is a fault by its rule and line, and any other is an alarm, in a trap or not', () => {
  const one = caseOf('trek-log');
  const [fault] = one.faults;
  const [trap] = one.traps;
  const [at, other] = [fault?.at[0], fault?.other[0]];
  const finding = (rule: string, file = '', line = 0, related: Reported['related'] = []): Reported => ({
    rule,
    severity: 'error',
    message: '',
    file,
    line,
    endLine: line,
    related,
  });
  const [rule = ''] = fault?.rules ?? [];
  const right = finding(rule, at?.file, at?.line, [{ file: other?.file ?? '', line: other?.line ?? 0 }]);
  const elsewhere = finding(rule, at?.file, (at?.line ?? 0) + 100);
  const sprung = finding('name/misspelled', trap?.near.file, trap?.near.line);
  expect(verdictOf(one, [right]).outcomes[0]).toMatchObject({ found: true, other: true });
  expect(verdictOf(one, [{ ...right, related: [] }]).outcomes[0]).toMatchObject({ found: true, other: false });
  expect(verdictOf(one, [right, elsewhere, sprung]).alarms).toEqual([
    { finding: elsewhere, trap: undefined },
    { finding: sprung, trap },
  ]);
  expect(verdictOf(one, [elsewhere]).outcomes[0]).toMatchObject({ found: false, other: undefined });
});
