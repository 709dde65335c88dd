/** The speakers that the linter makes out, asked for by place. */

import { readScene } from '../../src/analysis/scenes.ts';
import type { Manuscript } from '../../src/manuscript/model.ts';

export interface Attributed {
  readonly file: string;
  /** Where the quotation begins, its mark included. */
  readonly start: number;
  /** The id in the bible; undefined where the analysis abstains. */
  readonly speaker?: string;
}

export function speakersIn(manuscript: Manuscript): readonly Attributed[] {
  return manuscript.scenes.flatMap((scene) => {
    const { paragraphs, said } = readScene(manuscript, scene);
    return said.flatMap(({ paragraph, speech, speaker }): Attributed[] => {
      const place = paragraphs[paragraph]?.passage.place(speech.start, speech.end);
      if (!place) return [];
      return [{ file: place.source.file, start: place.start, ...(speaker ? { speaker: speaker.id } : {}) }];
    });
  });
}
