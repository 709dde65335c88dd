/** How a scene is told, past or present, by “I” or of “her”: by the votes of its paragraphs, and of all of them. */

import type { Bible } from '../manuscript/bible.ts';
import type { Manuscript, Scene } from '../manuscript/model.ts';
import { countVotes, none, plus, type Votes } from './ballot.ts';
import { dialogueOf } from './dialogue.ts';
import { type Narrated, narrationIn } from './narration.ts';
import { rememberedByFile } from './remembered.ts';

export interface Paragraph {
  readonly narrated: Narrated;
  readonly votes: Votes;
}

export interface SceneVotes {
  /** Of each paragraph of the scene’s narration: read only where the votes are worth a look. */
  readonly paragraphs: readonly Paragraph[];
  readonly all: Votes;
}

const known = new WeakMap<Scene, { readonly asked: string; readonly votes: SceneVotes }>();

/** By scene, and one behind another the votes of its paragraphs, each in the order of `numbersOf`. */
const remembered = rememberedByFile<readonly (readonly number[])[]>('votes');

/** The votes of a scene's narration. Italics have none: they are thoughts, titles and stress. */
export function votesOf(manuscript: Manuscript, scene: Scene): SceneVotes {
  const people = firstNames(manuscript.bible);
  const asked = `${dialogueOf(manuscript)} ${people.joined}`;
  const before = known.get(scene);
  if (before?.asked === asked) return before.votes;
  const { chapter } = scene;
  const scenes = remembered(chapter, asked, () =>
    chapter.scenes.map((own) => counted(narrationIn(manuscript, own), people.names).flatMap(numbersOf)),
  );
  const numbers = scenes[scene.number - 1] ?? [];
  const paragraphs: Paragraph[] = [];
  let all = none;
  for (let at = 0; at < numbers.length; at += KINDS) {
    const votes = votesIn(numbers, at);
    const place = paragraphs.length;
    all = plus(all, votes);
    paragraphs.push({
      votes,
      get narrated() {
        return narrationIn(manuscript, scene)[place] as Narrated;
      },
    });
  }
  const votes = { paragraphs, all };
  known.set(scene, { asked, votes });
  return votes;
}

const KINDS = 7;

const numbersOf = ({ past, present, acts, deeds, first, third, second }: Votes): readonly number[] => [
  past,
  present,
  acts,
  deeds,
  first,
  third,
  second,
];

function votesIn(numbers: readonly number[], at: number): Votes {
  const [past = 0, present = 0, acts = 0, deeds = 0, first = 0, third = 0, second = 0] = numbers.slice(at, at + KINDS);
  return { past, present, acts, deeds, first, third, second };
}

function counted(narration: readonly Narrated[], people: ReadonlySet<string>): readonly Votes[] {
  const names = new Set([...namesIn(narration), ...people]);
  return narration.map((narrated) => countVotes(withoutItalics(narrated), names));
}

/** What has a capital within sentences too: a name, where it begins one. */
function namesIn(narration: readonly Narrated[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { text } of narration) for (const [name] of text.matchAll(/(?<=[a-z,;] )[A-Z][a-z]+/g)) names.add(name);
  return names;
}

/** The words with which the names of the bible's people begin. */
function firstNames(bible: Bible): People {
  const known = ofBible.get(bible) ?? peopleOf(bible);
  ofBible.set(bible, known);
  return known;
}

interface People {
  readonly names: ReadonlySet<string>;
  readonly joined: string;
}

function peopleOf({ characters }: Bible): People {
  const names = new Set(
    [...characters.values()].flatMap((entry) =>
      entry.names.flatMap(({ value }) => /^\p{Lu}[a-z]+/u.exec(value)?.[0] ?? []),
    ),
  );
  return { names, joined: [...names].join(' ') };
}

const ofBible = new WeakMap<Bible, People>();

function withoutItalics({ text, passage }: Narrated): string {
  let bare = text;
  for (const { start, end } of passage.emphasis) {
    bare = bare.slice(0, start) + ' '.repeat(end - start) + bare.slice(end);
  }
  return bare;
}
