/** Runs every example on every rule's page: a page is documentation and test in one text. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { type Finding, lint } from '../src/lint.ts';
import { placeOf, textLine } from '../src/reports/text.ts';
import { rules } from '../src/rules/index.ts';
import { stockWith } from './stock.ts';

interface Example {
  readonly line: number;
  readonly files: Record<string, string>;
  report?: string;
}

interface Page {
  readonly heads: readonly string[];
  readonly fails: readonly Example[];
  readonly passes: readonly Example[];
}

const heads = ['Why', 'Fails', 'Passes', 'Options', 'Known limits'];

/** Consecutive file blocks are one example; a report or a paragraph ends it. */
function readPage(id: string): Page {
  const tree = unified()
    .use(remarkParse)
    .parse(readFileSync(join(import.meta.dirname, '../src/rules', `${id}.md`), 'utf8')) as Root;
  const found: string[] = [];
  const examples: Record<string, Example[]> = {};
  let open: Example | undefined;
  for (const node of tree.children) {
    if (node.type === 'heading') {
      if (node.depth === 2) found.push((node.children[0] as { value: string }).value);
      open = undefined;
    } else if (node.type === 'code') open = readBlock(node, found.at(-1) ?? '', open, examples);
    else open = undefined;
  }
  return { heads: found, fails: examples.Fails ?? [], passes: examples.Passes ?? [] };
}

function readBlock(
  node: Code,
  head: string,
  open: Example | undefined,
  examples: Record<string, Example[]>,
): Example | undefined {
  if (node.lang === 'text' && node.meta === 'report') {
    const example = open ?? examples[head]?.findLast(({ report }) => report === undefined);
    if (example) example.report = node.value;
    return undefined;
  }
  if (!node.meta?.startsWith('chapters/')) return open;
  let example = open;
  if (!example) {
    example = { line: node.position?.start.line ?? 0, files: {} };
    examples[head] = [...(examples[head] ?? []), example];
  }
  example.files[node.meta.slice('chapters/'.length)] = node.value === '' ? '' : `${node.value}\n`;
  return example;
}

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
