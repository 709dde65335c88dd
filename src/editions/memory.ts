/** What was made in an earlier run and would be made the same again: looked up by all that it is made from. */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export interface Memory {
  /** What `from` has made before; else what `make` makes now. The parts of `from` are all that it depends on. */
  readonly recall: <T>(from: readonly string[], make: () => T) => T;
  /** Writes what this run has asked for, and nothing else. */
  readonly save: () => void;
}

/** Lines of JSON, each a digest and a value. A file that cannot be read is an empty memory. */
export function memoryIn(file: string): Memory {
  const before = linesOf(file);
  const asked = new Map<string, string>();
  return {
    recall(from, make) {
      const key = digestOf(from);
      const known = asked.get(key) ?? before.get(key);
      const line = known ?? JSON.stringify(make());
      asked.set(key, line);
      return JSON.parse(line);
    },
    save: () => writeFileSync(file, [...asked].map(([key, line]) => `${key} ${line}\n`).join('')),
  };
}

/** One that remembers nothing. */
export const noMemory: Memory = { recall: (_, make) => make(), save() {} };

function linesOf(file: string): ReadonlyMap<string, string> {
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const));
}

/** `['ab', 'c']` and `['a', 'bc']` are not the same. */
export function digestOf(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('base64url');
}
