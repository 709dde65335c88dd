/** The edits that findings bring along, put into the files that they mend. */

import type { Finding } from '../lint.ts';
import type { Edit } from '../manuscript/problem.ts';
import type { Source } from '../manuscript/source.ts';
import type { Where } from './text.ts';

/** A file before and after. */
export interface Mended {
  readonly source: Source;
  readonly text: string;
  /** How many findings are mended by it. */
  readonly count: number;
}

/**
 * Applies the safe fixes and nothing else. A fix whose edits touch those of another waits for the next round, whole: an
 * edit is never applied without its fellows.
 */
export function applySafeFixes(findings: readonly Finding[]): readonly Mended[] {
  const edits = new Map<Source, Edit[]>();
  const counts = new Map<Source, number>();
  for (const { fix } of findings) {
    if (
      !fix?.safe ||
      fix.edits.some((edit) => (edits.get(edit.span.source) ?? []).some((other) => touches(edit, other)))
    )
      continue;
    for (const edit of fix.edits) edits.set(edit.span.source, [...(edits.get(edit.span.source) ?? []), edit]);
    const first = fix.edits[0]?.span.source;
    if (first) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return [...edits].map(([source, all]) => ({
    source,
    text: edited(source.text, all),
    count: counts.get(source) ?? 0,
  }));
}

const touches = (a: Edit, b: Edit): boolean =>
  (a.span.start < b.span.end && b.span.start < a.span.end) || a.span.start === b.span.start;

function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: put } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + put;
    at = span.end;
  }
  return result + text.slice(at);
}

/** The changes as a unified diff. */
export async function diffOf(mended: readonly Mended[], where: Where): Promise<string> {
  // Loaded where it is needed: every command pays for what stands at the head of a file.
  const { createTwoFilesPatch } = await import('diff');
  return mended
    .map(({ source, text }) =>
      createTwoFilesPatch(where(source.file), where(source.file), source.text, text, '', '', { context: 1 }),
    )
    .join('');
}
