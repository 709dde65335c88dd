/** A picture that is not in the folder. */

import type { Fault, Rule } from '../../lint.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import { pointersIn } from '../../manuscript/pointers.ts';
import { pointsAt } from '../../manuscript/targets.ts';
import { slipsOrHabit } from '../habits.ts';
import { isTemplate, nearestFile, pathFrom, shortened, toward } from './paths.ts';

const picture = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)$/i;

export const missingImage: Rule = {
  id: 'structure/missing-image',
  severity: 'error',
  *check(manuscript) {
    /** Pictures that no other is like: a whole folder of them may have stayed behind somewhere. */
    const gone: Fault[] = [];
    const pictures = [...manuscript.files].filter((file) => picture.test(file));
    for (const chapter of manuscript.chapters) {
      for (const { kind, address, span, addressSpan } of pointersIn(chapter)) {
        if (kind !== 'picture' || isTemplate(address)) continue;
        const target = pointsAt(address, chapter, manuscript);
        if (target.kind === 'fragment') {
          yield { message: 'this picture has no address; write its path between the parentheses', span };
        } else if (target.kind === 'missing') {
          const near = nearestFile(target.path, pictures);
          const fault = {
            message: `there is no picture \`${shortened(address)}\` in the manuscript’s folder; ${near ? `did you mean \`${pathFrom(chapter, near)}\`?` : 'put it there, or correct the path'}`,
            span,
            problem: target.path,
            ...toward(addressSpan, near && pathFrom(chapter, near)),
          };
          if (near) yield fault;
          else gone.push(fault);
        }
      }
    }
    yield* slipsOrHabit(
      gone,
      ({ problem }) =>
        `this picture, \`${shortened(problem ?? '')}\`, and others are not in the manuscript’s folder; put them there, or correct their paths`,
    );
    yield* missingCover(manuscript, pictures);
  },
};

function* missingCover({ story, files }: Manuscript, pictures: readonly string[]): Iterable<Fault> {
  const image = story.fields.cover?.image;
  if (!image || /^[a-z][a-z\d+.-]*:/i.test(image.value)) return;
  const path = image.value.replace(/^(?:\.?\/)+/, '');
  if (path === '' || [...files].some((file) => file.normalize('NFC') === path.normalize('NFC'))) return;
  const near = nearestFile(path, pictures);
  yield {
    message: `there is no picture \`${image.value}\` in the manuscript’s folder; ${near ? `did you mean \`${near}\`?` : 'put it there, or correct the path'}`,
    span: image.span,
    ...toward(image.span, near),
  };
}
