/** A manuscript for a command: read with progress, and refused with a remedy where there is nothing to read. */

import { relative, sep } from 'node:path';
import type { Manuscript } from '../manuscript/model.ts';
import { manuscriptReader, type Reader } from '../manuscript/read.ts';
import type { Where } from '../reports/text.ts';
import { type Progress, UsageError } from './terminal.ts';

export function readFolder(folder: string, progress: Progress, reader: Reader = readerWith(progress)): Manuscript {
  const manuscript = reader.read(folder);
  if (manuscript.chapters.length === 0 && manuscript.problems.length === 0) {
    const passed = manuscript.passedOver.map(({ file, why }) => `\n  ${file}: ${why}`).join('');
    throw new UsageError(
      `no chapters in ${folder}: a chapter is a file whose name ends in .md${passed && `\npassed over:${passed}`}`,
    );
  }
  return manuscript;
}

export const readerWith = (progress: Progress): Reader =>
  manuscriptReader({ onChapter: (done, all) => progress.step(`reading chapter ${done} of ${all}`) });

/** Paths as the user's terminal knows them: relative to where the command was given, whole where they lie elsewhere. */
export function whereFrom(folder: string): Where {
  const way = relative(process.cwd(), folder).split(sep).join('/');
  const prefix = way.startsWith('..') ? folder : way;
  return (file) => (prefix === '' ? file : `${prefix}/${file}`);
}
