/**
 * What is expected of a case: `cases/<name>/expected.yaml`, beside a small manuscript. A fault has the rules that may
 * report it, `at` where it stands and `other` what makes it wrong; either is a piece of text that occurs on one line of
 * the folder alone, `file:line`, or a file, and a list where any of several places would do. `clean` are traps: passages
 * that look like faults and are none. `beyond: true` marks a fault that no rule of the catalogue promises to find.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A line of a file, from 1, or all of the file. */
export interface Mark {
  readonly file: string;
  readonly line: number | undefined;
}

export interface Expected {
  /** Empty: any. */
  readonly rules: readonly string[];
  readonly at: readonly Mark[];
  readonly other: readonly Mark[];
  readonly beyond: boolean;
  /** As the author of the case marked it. */
  readonly words: string;
  readonly note: string;
}

export interface Trap {
  readonly near: Mark;
  readonly note: string;
}

export interface Case {
  readonly name: string;
  readonly folder: string;
  readonly split: 'dev' | 'held';
  readonly faults: readonly Expected[];
  readonly traps: readonly Trap[];
  readonly words: number;
}

type Several = string | readonly string[] | undefined;
interface Written {
  readonly split: Case['split'];
  readonly faults: readonly {
    readonly rule: Several;
    readonly at: Several;
    readonly other?: Several;
    readonly beyond?: boolean;
    readonly note: string;
  }[];
  readonly clean: readonly { readonly near: string; readonly note: string }[];
}

const root = join(import.meta.dirname, 'cases');
const list = (several: Several): readonly string[] =>
  several === undefined ? [] : typeof several === 'string' ? [several] : several;

export const caseNames = (): readonly string[] => readdirSync(root).sort();

export function caseOf(name: string): Case {
  const folder = join(root, name);
  const written = parse(readFileSync(join(folder, 'expected.yaml'), 'utf8')) as Written;
  const texts = new Map(
    readdirSync(folder)
      .filter((file) => file !== 'expected.yaml')
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
  const mark = (words: string): Mark => markOf(words, texts, name);
  return {
    name,
    folder,
    split: written.split,
    faults: written.faults.map(({ rule, at, other, beyond = false, note }) => ({
      rules: beyond ? [] : list(rule),
      at: list(at).map(mark),
      other: list(other).map(mark),
      beyond,
      words: list(at)[0] ?? '',
      note,
    })),
    traps: written.clean.map(({ near, note }) => ({ near: mark(near), note })),
    words: [...texts].reduce(
      (sum, [file, text]) => (file.endsWith('.md') ? sum + text.split(/\s+/).filter(Boolean).length : sum),
      0,
    ),
  };
}

function markOf(words: string, texts: ReadonlyMap<string, string>, name: string): Mark {
  const place = /^([\w.-]+\.(?:md|yaml))(?::(\d+))?$/.exec(words);
  if (place?.[1] !== undefined && texts.has(place[1]))
    return { file: place[1], line: place[2] === undefined ? undefined : Number(place[2]) };
  const marks = [...texts].flatMap(([file, text]) =>
    text.split('\n').flatMap((line, index) => (line.includes(words) ? [{ file, line: index + 1 }] : [])),
  );
  const [only] = marks;
  if (only === undefined || marks.length > 1)
    throw new Error(`cases/${name}/expected.yaml: “${words}” stands on ${marks.length} lines, and one is meant`);
  return only;
}
