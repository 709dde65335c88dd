/**
 * The speakers that the linter makes out, asked for by place. This is the only file here that knows how the analysis gives
 * them; where there is none yet, it says so.
 */

import { existsSync } from 'node:fs';
import type { Manuscript, Scene } from '../../src/manuscript/model.ts';
import type { PassageText, Stretch } from '../../src/manuscript/passages.ts';

/** How a speaker is told. */
export type Telling = 'tag' | 'beat' | 'pronoun' | 'alternation' | 'none';

export interface Attributed {
  readonly file: string;
  /** Where the quotation begins, its mark included. */
  readonly start: number;
  /** The id in the bible; undefined where the analysis abstains. */
  readonly speaker?: string;
}

export type Attribute = (manuscript: Manuscript) => readonly Attributed[];

/** As much of `src/analysis/scenes.ts` as is asked for here. */
interface SceneReader {
  readonly readScene: (
    manuscript: Manuscript,
    scene: Scene,
  ) => {
    readonly paragraphs: readonly { readonly passage: PassageText }[];
    readonly said: readonly {
      readonly paragraph: number;
      readonly speech: Stretch;
      readonly speaker?: { readonly id: string };
    }[];
  };
}

/** The analysis of speakers; undefined where it is not there yet. */
export async function attribution(): Promise<Attribute | undefined> {
  const path = new URL('../../src/analysis/scenes.ts', import.meta.url);
  if (!existsSync(path)) return undefined;
  const { readScene } = (await import(path.href)) as SceneReader;
  return (manuscript) =>
    manuscript.scenes.flatMap((scene) => {
      const { paragraphs, said } = readScene(manuscript, scene);
      return said.flatMap(({ paragraph, speech, speaker }): Attributed[] => {
        const place = paragraphs[paragraph]?.passage.place(speech.start, speech.end);
        if (!place) return [];
        return [{ file: place.source.file, start: place.start, ...(speaker ? { speaker: speaker.id } : {}) }];
      });
    });
}
