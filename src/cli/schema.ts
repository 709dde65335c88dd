/** `padd schema`: what may be written in YAML, as a JSON Schema that editors understand or as a table for people. */

import type { JsonSchema } from '../manuscript/fields.ts';
import { bibleTables, chapterFields, storyFields } from '../manuscript/schema.ts';
import { readArguments } from './arguments.ts';
import { schemaOptions } from './options.ts';
import { UsageError } from './terminal.ts';

const tables = Object.fromEntries(
  Object.entries(bibleTables).map(([name, { schema }]) => [name, { type: 'object', additionalProperties: schema }]),
);

const schemas: ReadonlyMap<string, JsonSchema> = new Map([
  ['chapter', chapterFields.schema],
  ['story', storyFields.schema],
  ['bible', { type: 'object', properties: tables }],
]);

export async function schemaCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args, schemaOptions, 1);
  const schema = schemas.get(given.words[0] ?? '');
  if (!schema) throw new UsageError(`name one of ${[...schemas.keys()].join(', ')}, as in \`padd schema story\``);
  const whole = { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema };
  process.stdout.write(given.has('table') ? fieldTable(schema) : `${JSON.stringify(whole, null, 2)}\n`);
  return 0;
}

/** The fields of a schema as a Markdown table: name and meaning. */
export function fieldTable(schema: JsonSchema): string {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, { readonly description?: string }>>;
  const rows = Object.entries(properties).map(
    ([name, { description = '' }]) => `| \`${name}\` | ${description.replaceAll('|', '\\|')} |`,
  );
  return `${['| field | meaning |', '| --- | --- |', ...rows].join('\n')}\n`;
}
