/** The documents are true: the fields and commands that the README names are those that there are. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../src/cli/commands.ts';
import { fieldTable } from '../src/cli/schema.ts';
import { chapterFields } from '../src/manuscript/schema.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

test('the table of fields is that of the schema', () => {
  const [, table] = /<!-- fields: .* -->\n([\s\S]*?)<!-- \/fields -->/.exec(readme) ?? [];
  expect(table).toBe(fieldTable(chapterFields.schema));
});

test('every command is named', () => {
  expect(
    [...commands.values()].map(({ usage }) => usage).filter((usage) => !readme.includes(`\`padd ${usage}\``)),
  ).toEqual([]);
});

test('the two commands are those that continuous integration runs', () => {
  const run = readFileSync(join(import.meta.dirname, '../.ci/run'), 'utf8');
  for (const command of ['npm ci && npm run build', 'npm ci && npm test']) {
    expect(readme).toContain(command);
    expect(run).toContain(command);
  }
});
