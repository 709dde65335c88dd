/** What the linter says of texts that are known to be clean: every finding is a false alarm, save those that were read and found right. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Finding, lint, type Rule } from '../../src/lint.ts';
import { positionOf } from '../../src/manuscript/source.ts';
import { wordCount } from '../../src/manuscript/words.ts';
import type { Text } from './text.ts';

/** A genuine slip of a text that counts as clean. */
interface Reviewed {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly reason: string;
}

export interface Alarm {
  readonly text: string;
  readonly file: string;
  /** As on the disk. */
  readonly line: number;
  readonly finding: Finding;
}

export interface Alarms {
  readonly words: number;
  readonly alarms: readonly Alarm[];
  /** Entries of the list that nothing reports any more. */
  readonly stale: readonly Reviewed[];
  readonly genuine: number;
}

export function alarmsIn(texts: readonly Text[], rules: readonly Rule[]): Alarms {
  const reviewed = (parse(readFileSync(join(import.meta.dirname, 'reviewed.yaml'), 'utf8')) ?? []) as Reviewed[];
  const used = new Set<Reviewed>();
  const alarms: Alarm[] = [];
  let words = 0;
  for (const text of texts) {
    for (const chapter of text.manuscript.chapters) words += wordCount(chapter);
    for (const finding of lint(text.manuscript, rules)) {
      const { file } = finding.span.source;
      const line = text.lineOnDisk(file, positionOf(finding.span).line);
      const known = reviewed.find(
        (one) => one.text === text.name && one.file === file && one.line === line && one.rule === finding.rule,
      );
      if (known) used.add(known);
      else alarms.push({ text: text.name, file, line, finding });
    }
  }
  const names = new Set(texts.map(({ name }) => name));
  return {
    words,
    alarms,
    stale: reviewed.filter((one) => names.has(one.text) && !used.has(one)),
    genuine: used.size,
  };
}

export const per10000 = (count: number, words: number): number => (words === 0 ? 0 : (count * 10_000) / words);
