/** A manuscript in numbers: words, speech, points of view, and who is in which scene. */

import type { Entry } from '../manuscript/bible.ts';
import { meant } from '../manuscript/bible.ts';
import type { Chapter, Manuscript, Scene } from '../manuscript/model.ts';
import { isNobody, listedIn } from '../manuscript/presence.ts';
import { countWords, readingMinutes, wordCount } from '../manuscript/words.ts';
import { characterOf } from './meaning.ts';
import { isReadable, readScene } from './scenes.ts';

export interface Figures {
  /** Whether the prose is in a language of which speech and deeds are read; names are counted in any. */
  readonly read: boolean;
  readonly words: number;
  /** Of the words, those that somebody speaks. */
  readonly spoken: number;
  readonly minutes: number;
  readonly chapters: readonly ChapterFigures[];
  readonly scenes: readonly SceneFigures[];
  /** Through whose eyes how much is told, most words first. */
  readonly povs: readonly PovFigures[];
  /** The characters of the bible that occur, by how much they speak, act and are named. */
  readonly people: readonly PersonFigures[];
}

export interface ChapterFigures {
  readonly chapter: Chapter;
  readonly words: number;
  readonly spoken: number;
  readonly minutes: number;
  readonly scenes: number;
  /** Words by the name of the point of view; `''` where none is said. */
  readonly povs: ReadonlyMap<string, number>;
}

export interface SceneFigures {
  readonly scene: Scene;
  readonly words: number;
  readonly spoken: number;
  readonly pov: string;
  /** By id. */
  readonly people: ReadonlyMap<string, Presence>;
}

export interface Presence {
  /** Speeches that are theirs for certain. */
  readonly speaks: number;
  /** Clauses of the narration that tell what they do. */
  readonly acts: number;
  /** How often they are named, in narration, speech and documents. */
  readonly named: number;
  /** The scene lists them. */
  readonly listed: boolean;
}

export interface PovFigures {
  /** A name of the bible, or as written; `''` where none is said. */
  readonly who: string;
  readonly words: number;
  readonly scenes: number;
  readonly chapters: number;
}

export interface PersonFigures extends Omit<Presence, 'listed'> {
  readonly who: Entry<'characters'>;
  /** The chapters that name or list them, in reading order. */
  readonly chapters: readonly Chapter[];
}

/** What somebody does in two places, or in one of them and nothing yet. */
export const together = (one: Partial<Presence> = {}, more: Partial<Presence>): Presence => ({
  speaks: (one.speaks ?? 0) + (more.speaks ?? 0),
  acts: (one.acts ?? 0) + (more.acts ?? 0),
  named: (one.named ?? 0) + (more.named ?? 0),
  listed: (one.listed ?? false) || (more.listed ?? false),
});

export function figuresOf(manuscript: Manuscript): Figures {
  const scenes = manuscript.scenes.map((scene) => sceneFigures(scene, manuscript));
  const chapters = manuscript.chapters.map((chapter): ChapterFigures => {
    const own = scenes.filter(({ scene }) => scene.chapter === chapter);
    const povs = new Map<string, number>();
    for (const { pov, words } of own) povs.set(pov, (povs.get(pov) ?? 0) + words);
    const words = wordCount(chapter);
    return {
      chapter,
      words,
      spoken: sum(own, ({ spoken }) => spoken),
      minutes: readingMinutes(words),
      scenes: own.length,
      povs,
    };
  });
  const words = sum(chapters, (one) => one.words);
  return {
    read: isReadable(manuscript),
    words,
    spoken: sum(scenes, ({ spoken }) => spoken),
    minutes: readingMinutes(words),
    chapters,
    scenes,
    povs: povsOf(scenes),
    people: peopleOf(scenes, manuscript),
  };
}

const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);

function sceneFigures(scene: Scene, manuscript: Manuscript): SceneFigures {
  const { paragraphs, said } = readScene(manuscript, scene);
  const readable = isReadable(manuscript);
  const people = new Map<string, Presence>();
  const count = (who: Entry | undefined, more: Partial<Presence>): void => {
    if (!who) return;
    people.set(who.id, together(people.get(who.id), more));
  };
  for (const { who } of listedIn(scene, manuscript.bible)) count(who, { listed: true });
  for (const { names } of paragraphs) {
    for (const name of names)
      count(characterOf(name, scene, manuscript), { named: 1, acts: readable && name.role === 'acts' ? 1 : 0 });
  }
  if (readable) for (const { speaker } of said) count(speaker, { speaks: 1 });
  return {
    scene,
    words: sum(paragraphs, ({ passage }) => countWords(passage.text)),
    spoken: sum(paragraphs, ({ passage, speeches }) =>
      passage.kind === 'narration'
        ? sum(speeches, ({ inner }) => countWords(passage.text.slice(inner.start, inner.end)))
        : 0,
    ),
    pov: povOf(scene, manuscript),
    people,
  };
}

function povOf({ pov }: Scene, { bible }: Manuscript): string {
  if (!pov || isNobody(pov.value)) return '';
  return meant(bible, pov, 'characters')?.name ?? pov.value;
}

function povsOf(scenes: readonly SceneFigures[]): readonly PovFigures[] {
  return [...Map.groupBy(scenes, ({ pov }) => pov)]
    .map(([who, own]) => ({
      who,
      words: sum(own, ({ words }) => words),
      scenes: own.length,
      chapters: new Set(own.map(({ scene }) => scene.chapter)).size,
    }))
    .sort((a, b) => b.words - a.words || (a.who < b.who ? -1 : 1));
}

function peopleOf(scenes: readonly SceneFigures[], { bible }: Manuscript): readonly PersonFigures[] {
  return [...bible.characters.values()]
    .flatMap((who): PersonFigures[] => {
      const own = scenes.flatMap(({ scene, people }) => {
        const presence = people.get(who.id);
        return presence ? [{ scene, presence }] : [];
      });
      if (own.length === 0) return [];
      const total = (of: 'speaks' | 'acts' | 'named'): number => sum(own, ({ presence }) => presence[of]);
      const chapters = [...new Set(own.map(({ scene }) => scene.chapter))];
      return [{ who, speaks: total('speaks'), acts: total('acts'), named: total('named'), chapters }];
    })
    .sort((a, b) => weight(b) - weight(a) || (a.who.id < b.who.id ? -1 : 1));
}

const weight = ({ speaks, acts, named }: Omit<Presence, 'listed'>): number => 2 * speaks + acts + named;
