/** Two chapter files of one folder with the same number. */

import type { Rule } from '../../lint.ts';
import type { Chapter } from '../../manuscript/model.ts';
import { headOf } from '../../manuscript/source.ts';
import { chapterName } from '../saying.ts';
import { numberedByFolder } from './numbers.ts';

export const duplicateNumber: Rule = {
  id: 'structure/duplicate-number',
  severity: 'warning',
  *check(manuscript) {
    for (const chapters of numberedByFolder(manuscript).values()) {
      const byNumber = new Map<string, Chapter[]>();
      for (const chapter of chapters) {
        const number = wholeNumber(chapter.source.file);
        byNumber.set(number, [...(byNumber.get(number) ?? []), chapter]);
      }
      for (const [number, bearers] of byNumber) {
        const last = bearers.at(-1) as Chapter;
        const others = bearers.slice(0, -1);
        if (others.length === 0) continue;
        yield {
          message: `${bearers.length === 2 ? 'two' : bearers.length} chapters have the number ${number}, and only the rest of their names puts them in order; number them anew`,
          span: headOf(last.source),
          related: others.map((other) => ({ span: headOf(other.source), message: `${chapterName(other)} has it too` })),
        };
      }
    }
  },
};

/** `3` of `03-arrival.md`, `3.12` of `03-12-arrival.md`. */
function wholeNumber(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const digits = /^\d+(?:[\s._-]+\d+(?=[\s._-]|$))*/.exec(name)?.[0] ?? '';
  return digits
    .split(/[\s._-]+/)
    .map(Number)
    .join('.');
}
