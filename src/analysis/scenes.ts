/** A scene, read: its paragraphs, who does what in them, and who says what. All rules that ask share one reading. */

import type { Manuscript, Scene } from '../manuscript/model.ts';
import { type Passage, passagesOf, type Stretch } from '../manuscript/passages.ts';
import type { Span } from '../manuscript/source.ts';
import { dialogueOf } from './dialogue.ts';
import { lexiconOf } from './lexicon.ts';
import { type Deed, type Paragraph, readParagraph } from './paragraphs.ts';
import { type Said, speakersOf } from './speakers.ts';

export interface Read {
  readonly scene: Scene;
  /** All its paragraphs; those that are not narration (logs, letters, quotations) have nothing done or said in them. */
  readonly paragraphs: readonly (Paragraph & { readonly passage: Passage })[];
  readonly said: readonly Said[];
}

const scenes = new WeakMap<Scene, Read>();

/** Whether its prose can be read: only English can. */
export const isReadable = ({ story }: Manuscript): boolean => /^en(?:$|[-_])/i.test(story.language);

export function readScene(manuscript: Manuscript, scene: Scene): Read {
  const known = scenes.get(scene);
  if (known) return known;
  const lexicon = lexiconOf(manuscript.bible);
  const dialogue = dialogueOf(manuscript);
  const paragraphs = passagesOf(scene).map((passage) => {
    const paragraph = readParagraph(passage, scene.chapter.source, lexicon, dialogue);
    return passage.kind === 'narration'
      ? { ...paragraph, passage }
      : { ...paragraph, passage, deeds: [], tags: new Map<number, never>() };
  });
  const read: Read = { scene, paragraphs, said: speakersOf(paragraphs, scene, manuscript) };
  scenes.set(scene, read);
  return read;
}

/** Whether a subject does what is told, there and then: told as a fact, in a clause of its own, and not as past already. */
export const isDone = ({ clause, mood, tense, stative, passive, retrospect }: Omit<Deed, 'name' | 'verb'>): boolean =>
  clause === 'main' &&
  mood === 'indicative' &&
  (tense === 'past' || tense === 'present') &&
  !stative &&
  !passive &&
  retrospect !== 'surely';

export const spanOf = ({ passage }: Paragraph, { start, end }: Stretch): Span => passage.place(start, end);
