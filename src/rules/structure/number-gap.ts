/** Chapters whose files are numbered 7 and 9. */

import type { Rule } from '../../lint.ts';
import { fileNumber } from '../../manuscript/headings.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import { folderOf } from '../../manuscript/parts.ts';
import { headOf } from '../../manuscript/source.ts';
import { chapterName } from '../saying.ts';
import { type Numbered, numberedByFolder } from './numbers.ts';

/** Numbers in steps of five or ten leave room on purpose. */
const widestStep = 5;

export const numberGap: Rule = {
  id: 'structure/number-gap',
  severity: 'warning',
  *check(manuscript) {
    for (const [folder, chapters] of numberedByFolder(manuscript)) {
      if (chapters.reduce((divisor, { fileNumber: n }) => commonDivisor(divisor, n), 0) >= widestStep) continue;
      const heldBack = numbersHeldBack(manuscript, folder);
      for (const [i, chapter] of chapters.entries()) {
        const before = chapters[i - 1];
        if (!before) continue;
        const missing = between(before, chapter, chapters.length).filter((n) => !heldBack.has(n));
        if (missing.length === 0) continue;
        const gap =
          missing.length > 1
            ? `${missing[0]} ${missing.length > 2 ? 'to' : 'and'} ${missing.at(-1)} are`
            : `${missing[0]} is`;
        yield {
          message: `this file is number ${chapter.fileNumber} and follows number ${before.fileNumber}; ${gap} missing`,
          span: headOf(chapter.source),
          related: [{ span: headOf(before.source), message: `${chapterName(before)} is number ${before.fileNumber}` }],
        };
      }
    }
  },
};

/** The numbers between two; none where so many are missing that the second (an epilogue, 99) was meant to stand apart. */
function between(before: Numbered, after: Numbered, most: number): number[] {
  const count = after.fileNumber - before.fileNumber - 1;
  return count > 0 && count < most ? Array.from({ length: count }, (_, i) => before.fileNumber + 1 + i) : [];
}

/** The numbers of files that are passed over, as `_08-cut.md` is, or that cannot be read. */
const numbersHeldBack = ({ passedOver, problems }: Manuscript, folder: string): ReadonlySet<number | undefined> =>
  new Set(
    [
      ...passedOver.map(({ file }) => file),
      ...problems.flatMap(({ rule, span }) => (rule === 'format/unreadable-file' ? [span.source.file] : [])),
    ]
      .filter((file) => folderOf(file) === folder)
      .map((file) => fileNumber(file.slice(file.lastIndexOf('/') + 1).replace(/^[_.]+/, ''))),
  );

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));
