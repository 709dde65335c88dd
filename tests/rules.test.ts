/** Runs every example on every rule's page: a page is documentation and test in one text. */

import { describe, expect, test } from 'vitest';
import { type Finding, lint } from '../src/lint.ts';
import { placeOf, textLine } from '../src/reports/text.ts';
import { rules } from '../src/rules/index.ts';
import { readPage } from './pages.ts';
import { stockWith } from './stock.ts';

const heads = ['Why', 'Fails', 'Passes', 'Options', 'Known limits'];

/** A finding and the places that it names. */
function show(finding: Finding): string {
  return [textLine(finding), ...finding.related.map(({ span, message }) => `  ${placeOf(span)}: ${message}`)].join(
    '\n',
  );
}

test('the stock manuscript is clean', () => {
  expect(lint(stockWith({}), rules).map(show)).toEqual([]);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const page = readPage(id);

  test('has a page with the heads in their order', () => {
    expect(page.heads.filter((head) => head !== 'Options')).toEqual(heads.filter((head) => head !== 'Options'));
    expect(page.fails.length).toBeGreaterThan(0);
    expect(page.passes.length).toBeGreaterThan(0);
  });

  // A rule that is off by default is shown at work.
  const shown = { ...rule, severity: rule.severity === 'off' ? ('warning' as const) : rule.severity };
  const all = rules.map((other) => (other === rule ? shown : other));

  test.each(page.fails.map((example) => [example.line, example] as const))('fails at line %i', (_, example) => {
    const own = lint(stockWith(example.files), all).filter((finding) => finding.rule === id);
    expect(own.map(show).join('\n')).toBe(example.report);
  });

  test.each(page.passes.map((example) => [example.line, example] as const))('passes at line %i', (_, example) => {
    expect(lint(stockWith(example.files), all).map(show)).toEqual([]);
  });
});
