/** Whole small stories: the clean ones are silent under every rule, and so is our own. */

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lint } from '../src/lint.ts';
import { readManuscript } from '../src/manuscript/read.ts';
import { textLine } from '../src/reports/text.ts';
import { rules } from '../src/rules/index.ts';

const root = join(import.meta.dirname, '..');
const clean = ['bare', 'french', 'japanese', 'kitchen-sink', 'regency', 'right-to-left', 'stock'];

describe.each(['chapters', ...clean.map((name) => `tests/manuscripts/${name}`)])('%s', (folder) => {
  test('is silent', () => {
    expect(lint(readManuscript(join(root, folder)), rules).map((finding) => textLine(finding))).toEqual([]);
  });

  test('says the same whatever the order of the rules', () => {
    const manuscript = readManuscript(join(root, folder));
    expect(lint(manuscript, [...rules].reverse())).toEqual(lint(manuscript, rules));
  });
});

test('our own story needs at most three allowances', () => {
  expect(readManuscript(join(root, 'chapters')).allowances.length).toBeLessThanOrEqual(3);
});
