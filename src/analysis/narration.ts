/** What the narrator says, scene by scene: speech blanked, apostrophes alike, every character at its own offset. */

import type { Manuscript, Scene } from '../manuscript/model.ts';
import { type Passage, passagesOf, type Stretch } from '../manuscript/passages.ts';
import { isPlayed } from '../manuscript/presence.ts';
import type { Source, Span } from '../manuscript/source.ts';
import { type Dialogue, dialogueOf, narrationOf } from './dialogue.ts';
import { rememberedByFile } from './remembered.ts';

export interface Narrated {
  readonly passage: Passage;
  /** What stands before it in the scene, of whatever kind. */
  readonly before?: Passage;
  /**
   * As long as the passage's text: what is spoken or in another language is spaces, apostrophes are straight, and a line
   * break is a space. A single space therefore joins two words of the narrator's own.
   */
  readonly text: string;
}

const known = new WeakMap<Scene, { readonly dialogue: Dialogue; readonly narrated: readonly Narrated[] }>();

/** By a passage's `place`, which stays the same as long as its file is not edited. */
type Texts = Map<Passage['place'], string>;
const inFile = new WeakMap<Source, { readonly dialogue: Dialogue; readonly texts: Texts }>();

/** What is known of a file's narration already: an edit of one chapter does not read the others again. */
function textsOf(source: Source, dialogue: Dialogue): Texts {
  const memory = inFile.get(source);
  if (memory?.dialogue === dialogue) return memory.texts;
  const texts: Texts = new Map();
  inFile.set(source, { dialogue, texts });
  return texts;
}

/** Its text is read when it is asked for: many rules look at few paragraphs of a scene. */
class Paragraph implements Narrated {
  readonly passage: Passage;
  readonly before?: Passage;
  readonly #dialogue: Dialogue;
  readonly #texts: Texts;

  constructor(passage: Passage, before: Passage | undefined, dialogue: Dialogue, texts: Texts) {
    this.passage = passage;
    if (before) this.before = before;
    this.#dialogue = dialogue;
    this.#texts = texts;
  }

  get text(): string {
    const known = this.#texts.get(this.passage.place);
    if (known !== undefined) return known;
    const text = plain(narrationOf(this.passage, this.#dialogue));
    this.#texts.set(this.passage.place, text);
    return text;
  }
}

/** The narration of a scene. Paragraphs that stand in italics as a whole are somebody's letter, dream or thought. */
export function narrationIn(manuscript: Manuscript, scene: Scene): readonly Narrated[] {
  const dialogue = dialogueOf(manuscript);
  const memory = known.get(scene);
  if (memory?.dialogue === dialogue) return memory.narrated;
  const texts = textsOf(scene.chapter.source, dialogue);
  const narrated: Narrated[] = [];
  let last: Passage | undefined;
  for (const passage of passagesOf(scene)) {
    if (passage.kind === 'narration' && !passage.document && !isInItalics(passage))
      narrated.push(new Paragraph(passage, last, dialogue, texts));
    last = passage;
  }
  known.set(scene, { dialogue, narrated });
  return narrated;
}

/** A paragraph of narration, and its place in that of its scene. */
export interface Told {
  readonly scene: Scene;
  readonly narrated: Narrated;
  readonly narration: readonly Narrated[];
  readonly at: number;
}

/**
 * The narration that passes a test of its text, in the scenes that tell what happened. A file is searched once: `test` may
 * depend on the text and on what `given` says, and on nothing else.
 *
 * @param question as in `rememberedByFile`
 */
export function narrationWhere(
  question: string,
  test: (text: string, given: string) => boolean,
): (manuscript: Manuscript, given?: string) => Iterable<Told> {
  /** By scene, the places in its narration. */
  const memory = rememberedByFile<readonly (readonly number[])[]>(question);
  return function* (manuscript, given = '') {
    const dialogue = dialogueOf(manuscript);
    for (const chapter of manuscript.chapters) {
      const { scenes } = chapter;
      const places = memory(chapter, `${dialogue} ${given}`, () =>
        scenes.map((scene) => narrationIn(manuscript, scene).flatMap(({ text }, i) => (test(text, given) ? [i] : []))),
      );
      for (const [s, scene] of scenes.entries()) {
        if (!isPlayed(scene)) continue;
        const found = places[s] ?? [];
        const narration = found.length > 0 ? narrationIn(manuscript, scene) : [];
        for (const at of found) yield { scene, narrated: narration[at] as Narrated, narration, at };
      }
    }
  };
}

/** Apostrophes and line breaks made alike, character for character. */
export function plain(text: string): string {
  const straight = /[‘’ʼ`´]/.test(text) ? text.replace(/[‘’ʼ`´]/g, "'") : text;
  return /[^\S ]/.test(straight) ? straight.replace(/[^\S ]/g, ' ') : straight;
}

/** The place of a stretch of narration in the author’s file. */
export const spanAt = ({ passage }: Narrated, { start, end }: Stretch): Span => passage.place(start, end);

/** Whether most of a passage is in italics or bold. */
const isInItalics = ({ text, emphasis }: Passage): boolean =>
  emphasis.reduce((sum, { start, end }) => sum + end - start, 0) > text.trim().length * 0.7;

/** Whether the rules that read English may read this story. */
export const isEnglish = ({ story }: Manuscript): boolean => /^en(?:-|$)/i.test(story.language);

/** What is no end of a sentence though it has a point. */
const abbreviation =
  /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Dr|St|Lt|Cmdr|Cdr|Capt|Adm|Gen|Col|Sgt|Maj|Prof|Jr|Sr|No|vs|\p{Lu})\.$/u;

/** The sentences of a text: they end with a stop before white space and no small letter. */
export function sentencesIn(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  for (const stop of text.matchAll(/[.!?…]+["'”’)\]]*(?=\s)/g)) {
    const end = stop.index + stop[0].length;
    if (abbreviation.test(text.slice(Math.max(0, end - 8), end))) continue;
    if (/^\s+\p{Ll}/u.test(text.slice(end, end + 400))) continue;
    found.push(trimmed(text, start, end));
    start = end;
  }
  found.push(trimmed(text, start, text.length));
  return found.filter((sentence) => sentence.end > sentence.start);
}

function trimmed(text: string, start: number, end: number): Stretch {
  const lead = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: Math.min(start + lead, end), end };
}

/** The sentence that holds a place. */
export function sentenceAt(text: string, at: number): Stretch {
  return sentencesIn(text).find(({ start, end }) => at >= start && at < end) ?? { start: 0, end: text.length };
}
