/** The pages of the rules: examples of what fails and what passes, each a few files laid over the stock manuscript. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export interface Example {
  readonly line: number;
  readonly files: Record<string, string>;
  report?: string;
}

export interface Page {
  readonly heads: readonly string[];
  readonly fails: readonly Example[];
  readonly passes: readonly Example[];
}

/** Consecutive file blocks are one example; a report or a paragraph ends it. */
export function readPage(id: string): Page {
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
