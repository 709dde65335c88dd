/** What an author may want to know of the pictures: those that the book cannot hold. */

import { pointersIn } from '../../manuscript/pointers.ts';
import { pointsAt } from '../../manuscript/targets.ts';
import type { Advice } from '../index.ts';
import type { Book } from './book.ts';

/** One piece of advice for each kind of fault: the first place, and how many more there are. */
export function pictureAdvice({ manuscript, publication, pictures }: Book): readonly Advice[] {
  const remote: Advice[] = [];
  const missing: Advice[] = [];
  const unreadable: Advice[] = [];
  for (const chapter of publication.chapters) {
    for (const { kind, address, span } of pointersIn(chapter)) {
      if (kind !== 'picture') continue;
      const target = pointsAt(address, chapter, manuscript);
      if (target.kind === 'outside') {
        const shown = address.length > 60 ? `${address.slice(0, 59)}…` : address;
        const message = `the picture ${shown} is not in the manuscript’s folder, and nothing is fetched: the book prints the words that stand for it; save it in the folder, and name its path here`;
        remote.push({ span, message });
      } else if (target.kind === 'missing') {
        const message = `there is no picture ${target.path} in the manuscript’s folder: the words that stand for it are printed; correct its path`;
        missing.push({ span, message });
      } else if (target.kind === 'file' && pictures.fileOf(target.path) === undefined) {
        const message = `${target.path} is no picture that a book may hold: the words that stand for it are printed; a PNG, JPEG, GIF or WebP would do, or an SVG without scripts and without references to other files`;
        unreadable.push({ span, message });
      }
    }
  }
  return [remote, missing, unreadable].flatMap(([first, ...others]) => {
    if (!first) return [];
    const more = others.length > 0 ? ` (and ${others.length} more like it)` : '';
    return [{ ...first, message: first.message + more }];
  });
}
