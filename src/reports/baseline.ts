/** Findings that an old manuscript is known to have: recorded once, so that only new ones are reported. */

import { createHash } from 'node:crypto';
import { asOne, type Finding } from '../lint.ts';
import { type Span, textOf } from '../manuscript/source.ts';

/** Recorded cases, told by rule, file and the words at the place: they survive edits elsewhere in the paragraph. */
export interface Recorded {
  readonly rule: string;
  readonly file: string;
  /** How many cases look alike. */
  readonly count: number;
  /** What stands there, for people who read the file. */
  readonly words: string;
  /** Of the words that a case is about and a few around them. */
  readonly hash: string;
}

export const baselineFile = 'lint-baseline.json';

/** So many words on each side tell one place from another; more would make an edit nearby a new finding. */
const AROUND = 3;
/** Of a longer passage only its ends are compared: an edit in the midst of a long paragraph leaves it the same. */
const ENDS = 4;

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');
const endsSentence = (word: string): boolean => /[.!?…]\W*$/.test(word);

/** The words at a place, and with a few around them that are of its sentence; how lines are broken does not matter. */
function wordsAt(span: Span): { readonly marked: string; readonly around: string } {
  const { text } = span.source;
  const blank = /\r?\n[ \t]*\r?\n/;
  // Enough for any few words, and no more: paragraphs are long.
  const before = wordsOf(
    text
      .slice(Math.max(0, span.start - 200), span.start)
      .split(blank)
      .at(-1) ?? '',
  );
  const after = wordsOf(text.slice(span.end, span.end + 200).split(blank)[0] ?? '');
  const stop = after.findIndex(endsSentence);
  const all = wordsOf(textOf(span));
  const marked = all.length > 2 * ENDS ? [...all.slice(0, ENDS), '…', ...all.slice(-ENDS)] : all;
  const around = [
    ...before.slice(before.findLastIndex(endsSentence) + 1).slice(-AROUND),
    ...marked,
    ...after.slice(0, stop < 0 ? AROUND : Math.min(AROUND, stop + 1)),
  ];
  return { marked: marked.join(' '), around: around.join(' ') };
}

function record({ rule, span, count }: Finding): Recorded {
  const { marked, around } = wordsAt(span);
  const hash = createHash('sha256').update(`${around}\n${marked}`).digest('hex').slice(0, 16);
  return { rule, file: span.source.file, count, words: around.slice(0, 80), hash };
}

const keyOf = ({ rule, file, hash }: Recorded): string => `${file}\n${rule}\n${hash}`;
const casesOf = (finding: Finding): readonly Finding[] => finding.cases ?? [finding];

/** Those that look alike as one, by file and rule, so that two people's baselines differ only in what they recorded. */
function summed(records: Iterable<Recorded>): readonly Recorded[] {
  const sums = new Map<string, Recorded>();
  for (const entry of records) {
    const key = keyOf(entry);
    sums.set(key, { ...entry, count: entry.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

export const recordsOf = (findings: readonly Finding[]): readonly Recorded[] =>
  summed(findings.flatMap(casesOf).map(record));

/** One record a line: what two branches add merges as lines do. */
export function baselineText(records: readonly Recorded[]): string {
  const lines = records.map((entry) => `\n    ${JSON.stringify(entry)}`).join(',');
  return `{\n  "version": 2,\n  "findings": [${lines}${lines && '\n  '}]\n}\n`;
}

/** The records of a baseline file. Throws a sentence for an author where it is none. */
export function readBaseline(text: string): readonly Recorded[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    read = undefined;
  }
  const { version, findings } = (read ?? {}) as { version?: unknown; findings?: unknown };
  const isRecord = (entry: Recorded | null): boolean =>
    typeof entry?.rule === 'string' &&
    typeof entry.file === 'string' &&
    typeof entry.hash === 'string' &&
    typeof entry.count === 'number';
  if (version !== 2 || !Array.isArray(findings) || !findings.every(isRecord)) {
    throw new Error(
      `${baselineFile} is not a baseline of this version; write it anew with \`padd lint --baseline write\``,
    );
  }
  return findings;
}

export interface Compared {
  /** What the baseline does not know; of a problem of several cases, those that are new. */
  readonly fresh: readonly Finding[];
  /** What it records that is still there; the rest is gone and can be pruned. */
  readonly kept: readonly Recorded[];
}

/** A record answers for as many cases as it counts: one more like them is new. */
export function compareBaseline(findings: readonly Finding[], baseline: readonly Recorded[]): Compared {
  const open = new Map(summed(baseline).map((entry) => [keyOf(entry), entry.count]));
  const kept: Recorded[] = [];
  const isNew = (finding: Finding): boolean => {
    const found = record(finding);
    const key = keyOf(found);
    const left = open.get(key) ?? 0;
    const known = Math.min(left, found.count);
    open.set(key, left - known);
    if (known > 0) kept.push({ ...found, count: known });
    return known < found.count;
  };
  const fresh = findings.flatMap((finding) => {
    const cases = casesOf(finding).filter(isNew);
    return cases.length > 0 ? [asOne(cases)] : [];
  });
  return { fresh, kept: summed(kept) };
}

/** How many cases records answer for. */
export const countOf = (records: readonly Recorded[]): number => records.reduce((sum, { count }) => sum + count, 0);
