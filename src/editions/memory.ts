/** What was made in an earlier run and would be made the same again: looked up by all that it is made from. */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Source } from '../manuscript/source.ts';

export interface Memory {
  /** What `from` has made before; else what `make` makes now. The parts of `from` are all that it depends on. */
  readonly recall: <T>(from: readonly string[], make: () => T) => T;
  /** The same in two steps, for what is not made at once. */
  readonly entry: <T>(from: readonly string[]) => Entry<T>;
  /** Writes what this run has asked for, and nothing else; where it cannot, it is forgotten. */
  readonly save: () => void;
}

export interface Entry<T> {
  /** What was made of the same before, read when it is called for; undefined where nothing was. */
  readonly known: (() => T) | undefined;
  readonly put: (made: T) => void;
}

/** Lines of JSON, each a digest and a value. A file that cannot be read is an empty memory. */
export function memoryIn(file: string): Memory {
  const before = linesIn(file);
  const asked = new Map<string, Line>();
  const find = (key: string): Line | undefined => {
    const line = asked.get(key) ?? before.get(key);
    if (line) asked.set(key, line);
    return line;
  };
  const put = (key: string, made: unknown): Line => {
    const line = Buffer.from(`${key} ${JSON.stringify(made)}\n`);
    asked.set(key, line);
    return line;
  };
  return {
    recall(from, make) {
      const key = digestOf(from);
      return readValue(find(key) ?? put(key, make()), key);
    },
    entry(from) {
      const key = digestOf(from);
      const line = find(key);
      return { known: line && (() => readValue(line, key)), put: (made) => void put(key, made) };
    },
    save() {
      try {
        writeFileSync(file, Buffer.concat([...asked.values()]));
      } catch {
        // No room: what is there of it ends within a line, which is not read.
      }
    },
  };
}

/** As it stands in the file, its end included: most are only passed on to the next run. */
type Line = Buffer;

const readValue = (line: Line, key: string) => JSON.parse(line.toString('utf8', key.length + 1));

/** One that remembers nothing. */
export const noMemory: Memory = {
  recall: (_, make) => make(),
  entry: () => ({ known: undefined, put() {} }),
  save() {},
};

const NEWLINE = 10;

function linesIn(file: string): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  if (!existsSync(file)) return lines;
  const bytes = readFileSync(file);
  for (let at = 0, end = bytes.indexOf(NEWLINE); end >= 0; at = end + 1, end = bytes.indexOf(NEWLINE, at)) {
    const line = bytes.subarray(at, end + 1);
    lines.set(line.toString('latin1', 0, Math.max(0, line.indexOf(' '))), line);
  }
  return lines;
}

/** `['ab', 'c']` and `['a', 'bc']` are not the same. */
export function digestOf(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('base64url');
}

const ofFiles = new WeakMap<Source, string>();

/** Of a file’s name and text: a part of many keys. */
export function digestOfFile(source: Source): string {
  const digest = ofFiles.get(source) ?? digestOf([source.file, source.text]);
  ofFiles.set(source, digest);
  return digest;
}
