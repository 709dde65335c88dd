/** Changes of a text: found by pattern, made in a run. */

import type { Piece, Run } from './runs.ts';

/** Changes of one list are in order, do not overlap, and none is empty (`start` = `end`), so that each has its node. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A change wherever a pattern is found and something is to stand there. The pattern is a global one. */
export function changesOf(
  text: string,
  pattern: RegExp,
  replace: (found: string, start: number, end: number) => string | undefined,
): readonly Change[] {
  const changes: Change[] = [];
  // Not `matchAll`: it compiles its pattern anew for each paragraph, which costs more than the search.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const end = match.index + match[0].length;
    const replaced = replace(match[0], match.index, end);
    if (replaced !== undefined) changes.push({ start: match.index, end, text: replaced });
  }
  return changes;
}

/** The run with its changes made. A change that reaches over nodes leaves its text in the first of them. */
export function amend(run: Run, changes: readonly Change[], where: 'everywhere' | 'not in foreign words'): Run {
  if (changes.length === 0) return run;
  let text = '';
  let read = 0;
  const pieces: Piece[] = [];
  const passTo = (end: number): void => {
    for (let piece = run.pieces[pieces.length]; piece && piece.end <= end; piece = run.pieces[pieces.length])
      pieces.push({ ...piece, end: text.length + Math.max(0, piece.end - read) });
  };
  for (const change of changes) {
    passTo(change.start);
    if (where !== 'everywhere' && run.pieces[pieces.length]?.foreign) continue;
    text += run.text.slice(read, change.start) + change.text;
    read = change.end;
    passTo(change.end);
  }
  passTo(run.text.length);
  return { ...run, text: text + run.text.slice(read), pieces };
}
