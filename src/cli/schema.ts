/** `padd schema`: what may be written in YAML, as a JSON Schema that editors understand. */

import { bibleTables, chapterFields, storyFields } from '../manuscript/schema.ts';
import { readArguments } from './arguments.ts';
import { UsageError } from './terminal.ts';

const tables = Object.fromEntries(
  Object.entries(bibleTables).map(([name, { schema }]) => [name, { type: 'object', additionalProperties: schema }]),
);

const schemas: ReadonlyMap<string, object> = new Map([
  ['chapter', chapterFields.schema],
  ['story', storyFields.schema],
  ['bible', { type: 'object', properties: tables }],
]);

export async function schemaCommand(args: readonly string[]): Promise<number> {
  const [what] = readArguments(args, {}, 1).words;
  const schema = schemas.get(what ?? '');
  if (!schema) throw new UsageError(`name one of ${[...schemas.keys()].join(', ')}, as in \`padd schema story\``);
  process.stdout.write(
    `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema }, null, 2)}\n`,
  );
  return 0;
}
