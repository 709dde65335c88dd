/** `padd rules`: every rule in a line each, or one rule's page. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../manuscript/nearest.ts';
import { rules } from '../rules/index.ts';
import { readArguments } from './arguments.ts';
import { paintFor, UsageError } from './terminal.ts';

export const pageOf = (id: string): string => readFileSync(join(import.meta.dirname, '../rules', `${id}.md`), 'utf8');

/** The first paragraph below the title: what the rule catches. */
export const summaryOf = (page: string): string =>
  (/^# .*\n+([\s\S]*?)(?:\n\n|$)/.exec(page)?.[1] ?? '').replace(/\s+/g, ' ');

export async function rulesCommand(args: readonly string[]): Promise<number> {
  const [id] = readArguments(args, {}, 1).words;
  if (id !== undefined) {
    const known = rules.find((rule) => rule.id === id);
    if (!known) {
      const near =
        nearest(
          id,
          rules.map((rule) => rule.id),
        ) ?? rules.find((rule) => rule.id.endsWith(`/${id}`))?.id;
      throw new UsageError(
        `there is no rule ${id}${near ? `; did you mean ${near}?` : '; `padd rules` lists them all'}`,
      );
    }
    process.stdout.write(pageOf(known.id));
    return 0;
  }
  const paint = paintFor(process.stdout);
  const width = Math.max(...rules.map((rule) => rule.id.length));
  let group = '';
  for (const rule of [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const [room = ''] = rule.id.split('/');
    if (room !== group) process.stdout.write(`${group === '' ? '' : '\n'}${paint.strong(room)}\n`);
    group = room;
    const severity = rule.severity === 'off' ? paint.faint('off    ') : paint[rule.severity](rule.severity.padEnd(7));
    process.stdout.write(`  ${rule.id.padEnd(width)}  ${severity}  ${summaryOf(pageOf(rule.id))}\n`);
  }
  return 0;
}
