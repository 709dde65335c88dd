/** What an author may want to know: of a language that is none, of pictures that the book cannot hold or not all readers show. */

import { pointersIn } from '../../manuscript/pointers.ts';
import { pointsAt } from '../../manuscript/targets.ts';
import type { Advice } from '../index.ts';
import type { Book } from './book.ts';
import { mediaTypes, type Picture } from './pictures.ts';

/** Without its language a book is read out in a wrong voice, and not hyphenated. */
export function languageAdvice({ manuscript, language }: Book): readonly Advice[] {
  const { language: stated } = manuscript.story.fields;
  if (!stated || language !== 'und' || /^und$/i.test(stated.value.trim())) return [];
  const message = `“${stated.value}” is no language as e-readers know them (BCP 47), and the book says that its own is unknown: write en, pt-BR or zh-Hant, for instance`;
  return [{ span: stated.span, message }];
}

/** One piece of advice for each kind of fault: the first place, and how many more there are. */
export function pictureAdvice({ manuscript, publication, pictures }: Book): readonly Advice[] {
  const found = new Map<string, Advice[]>();
  const advise = (fault: string, advice: Advice): void => {
    const known = found.get(fault);
    if (known) known.push(advice);
    else found.set(fault, [advice]);
  };
  const seen = new Set<string>();
  for (const chapter of publication.chapters) {
    for (const { kind, address, span } of pointersIn(chapter)) {
      if (kind !== 'picture') continue;
      const target = pointsAt(address, chapter, manuscript);
      if (target.kind === 'outside') {
        const shown = address.length > 60 ? `${address.slice(0, 59)}…` : address;
        const message = `the picture ${shown} is not in the manuscript’s folder, and nothing is fetched: the book prints the words that stand for it; save it in the folder, and name its path here`;
        advise('outside', { span, message });
      } else if (target.kind === 'missing') {
        const message = `there is no picture ${target.path} in the manuscript’s folder: the words that stand for it are printed; correct its path`;
        advise('missing', { span, message });
      } else if (target.kind === 'file' && pictures.fileOf(target.path) === undefined) {
        const message = `${target.path} is no picture that a book may hold, or is broken: the words that stand for it are printed; a PNG, JPEG or GIF would do, or an SVG without scripts and without references to other files`;
        advise('unfit', { span, message });
      } else if (target.kind === 'file' && !seen.has(target.path)) {
        seen.add(target.path);
        const picture = pictures.at(target.path);
        for (const [fault, says] of picture ? faultsOf(picture) : [])
          advise(fault, { span, message: `${target.path} ${says}` });
      }
    }
  }
  return [...found.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const more = others.length > 0 ? ` (and ${others.length} more like it)` : '';
    return [{ ...first, message: first.message + more }];
  });
}

/** What shops and e-readers ask of a picture, as Amazon, Apple and Kobo publish it: each with a word for its kind. */
function faultsOf({ mediaType, bytes, moves, head }: Picture): readonly (readonly [fault: string, says: string])[] {
  if (!head) return [];
  const { width, height, cmyk, transparent, turned } = head;
  const megabytes = (bytes.length / 1_000_000).toFixed(1);
  const faults: readonly (readonly [holds: boolean, fault: string, says: string])[] = [
    [
      mediaType === mediaTypes.webp,
      'webp',
      'is a WebP, which Kindles and older e-readers do not show: save it as PNG or JPEG',
    ],
    [moves, 'moves', 'moves, and most e-readers show its first moment alone: let that say enough'],
    [turned, 'turned', 'lies on its side for all who do not read what the camera noted (EXIF): save it upright'],
    [cmyk, 'cmyk', 'has the colours of print (CMYK), which screens show wrong or not at all: save it as sRGB'],
    [
      transparent && mediaType === mediaTypes.png,
      'transparent',
      'is transparent in places, where dark lines are not seen at night: give it a ground',
    ],
    [
      width * height > 4_000_000,
      'large',
      `has ${width} × ${height} pixels, and Apple Books takes no more than four million within a book: save it smaller`,
    ],
    [
      bytes.length > 5_000_000,
      'heavy',
      `takes ${megabytes} MB, and Amazon takes no picture beyond five: save it smaller`,
    ],
  ];
  return faults.flatMap(([holds, fault, says]) => (holds ? [[fault, says] as const] : []));
}
