/** The words on the command line, read against what a command takes. */

import { existsSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isMoment } from '../manuscript/calendar.ts';
import { date } from '../manuscript/calendars/date.ts';
import { nearest } from '../manuscript/nearest.ts';
import type { Options } from './options.ts';
import { UsageError } from './terminal.ts';

export interface Arguments {
  /** What stands without dashes. */
  readonly words: readonly string[];
  readonly has: (name: string) => boolean;
  readonly value: (name: string) => string | undefined;
}

export function readArguments(args: readonly string[], options: Options, most: number): Arguments {
  const shape = Object.fromEntries(
    Object.entries(options).map(([name, { takes, short }]) => [
      name,
      { type: takes ? ('string' as const) : ('boolean' as const), ...(short ? { short } : {}) },
    ]),
  );
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: shape,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = options[token.name];
    if (!option) {
      const near = nearest(token.name, Object.keys(options));
      throw new UsageError(`there is no option ${token.rawName}${near ? `; did you mean --${near}?` : ''}`);
    }
    if (option.takes && (token.value === undefined || token.value === ''))
      throw new UsageError(`${token.rawName} needs ${option.takes}`);
    if (!option.takes && token.value !== undefined) throw new UsageError(`${token.rawName} takes no value`);
  }
  if (positionals.length > most) throw new UsageError(`“${positionals[most]}” is one word too many`);
  return {
    words: positionals,
    has: (name) => values[name] !== undefined && values[name] !== false,
    value: (name) => values[name] as string | undefined,
  };
}

/** The manuscript's folder: the one named, else `chapters`, else the folder we stand in. */
export function manuscriptFolder(named: string | undefined): string {
  const folder = resolve(named ?? (existsSync('chapters') ? 'chapters' : '.'));
  if (!existsSync(folder)) {
    throw new UsageError(
      `there is no folder ${named ?? folder}; \`padd new ${named ?? 'my-story'}\` makes a story to begin with`,
    );
  }
  if (!statSync(folder).isDirectory())
    throw new UsageError(`${named} is a file; name the folder that holds the chapters`);
  try {
    readdirSync(folder);
  } catch {
    throw new UsageError(`you may not read ${named ?? folder}; change its permissions`);
  }
  return folder;
}

/** A day as `--date` takes it, in milliseconds since 1970. */
export function dayOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const read = date.read(text);
  if (!isMoment(read)) throw new UsageError(`--date ${text}: ${read.why}`);
  return read.earliest * 86_400_000;
}

export function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new UsageError(`--${name} takes a whole number, not “${text}”`);
  return Number(text);
}
