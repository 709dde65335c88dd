/** The paragraphs of a text as planters see them. They read by patterns of their own, so as not to see only what rules see. */

import { type Dialogue, dialogueOf, speechesIn } from '../../src/analysis/dialogue.ts';
import type { Entry } from '../../src/manuscript/bible.ts';
import type { Scene } from '../../src/manuscript/model.ts';
import { type Passage, passagesOf, type Stretch } from '../../src/manuscript/passages.ts';
import { isPlayed } from '../../src/manuscript/presence.ts';
import type { Text } from './text.ts';

export interface Paragraph {
  readonly scene: Scene;
  readonly text: string;
  /** The same with all that is spoken or emphasised blanked, at the same offsets. */
  readonly narration: string;
  readonly speeches: readonly Stretch[];
  readonly place: Passage['place'];
}

const known = new WeakMap<Text, readonly Paragraph[]>();

/** The paragraphs of narration in scenes that are played: no documents, headings or quotations. */
export function paragraphsOf(text: Text): readonly Paragraph[] {
  let found = known.get(text);
  if (!found) {
    const dialogue = dialogueOf(text.manuscript);
    found = text.manuscript.scenes
      .filter(isPlayed)
      .flatMap(passagesOf)
      .filter(({ kind, document }) => kind === 'narration' && !document)
      .map((passage) => paragraphOf(passage, dialogue));
    known.set(text, found);
  }
  return found;
}

function paragraphOf(passage: Passage, dialogue: Dialogue): Paragraph {
  const { scene, text, place } = passage;
  const speeches = speechesIn(passage, dialogue);
  let narration = text;
  for (const { start, end } of [...speeches, ...passage.foreign, ...passage.emphasis])
    narration = narration.slice(0, start) + ' '.repeat(end - start) + narration.slice(end);
  return { scene, text, narration, speeches, place };
}

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’ʼ]/g, "['’ʼ]");

/** What people and ships are called in the prose, longest first. */
export const calledOf = (entry: Entry): readonly string[] =>
  [...new Set(entry.names.map(({ value }) => value))]
    .filter((name) => /^\p{Lu}/u.test(name))
    .sort((a, b) => b.length - a.length);

const usual = new WeakMap<Text, Map<Entry, string | undefined>>();

/** The name that the prose mostly uses for somebody; undefined where they have none. */
export function usualName(text: Text, entry: Entry): string | undefined {
  const known = usual.get(text) ?? new Map<Entry, string | undefined>();
  usual.set(text, known);
  if (!known.has(entry)) {
    const counts = calledOf(entry).map((name) => [name, countOf(text, asWritten(text, name))] as const);
    known.set(entry, counts.sort((a, b) => b[1] - a[1] || a[0].length - b[0].length)[0]?.[0]);
  }
  return known.get(entry);
}

const countOf = (text: Text, words: string): number => proseOf(text).split(words).length - 1;

const proses = new WeakMap<Text, string>();

export function proseOf(text: Text): string {
  let prose = proses.get(text);
  if (prose === undefined) {
    prose = text.gathered.chapters.map((chapter) => chapter.text).join('\n');
    proses.set(text, prose);
  }
  return prose;
}

const curly = new WeakMap<Text, boolean>();

/** A name as this text writes it: its kind of apostrophe. */
export function asWritten(text: Text, name: string): string {
  const isCurly = curly.get(text) ?? countOf(text, '’') > countOf(text, "'");
  curly.set(text, isCurly);
  return isCurly ? name.replace(/'/g, '’') : name.replace(/’/g, "'");
}

/** A pattern for the names of some entries, and who is meant by a name. */
export function namesPattern(entries: readonly Entry[]): {
  readonly pattern: string;
  readonly who: (name: string) => Entry | undefined;
} {
  const byName = new Map<string, Entry | undefined>();
  for (const entry of entries)
    for (const name of calledOf(entry)) byName.set(fold(name), byName.has(fold(name)) ? undefined : entry);
  const names = entries.flatMap(calledOf).sort((a, b) => b.length - a.length);
  return {
    pattern: names.length > 0 ? `(?:${names.map(escaped).join('|')})` : '(?!)',
    who: (name) => byName.get(fold(name)),
  };
}

const fold = (name: string): string => name.replace(/[’ʼ]/g, "'");

/** Verbs of what is done and seen done: whoever is their subject is there, and alive. */
export const deeds =
  'turned|walked|took|picked|nodded|shook|looked|went|came|put|opened|closed|stood|sat|laughed|smiled|drew|got|gave|set|ran|pulled|pushed|lifted|raised|held|stopped|leaned|reached|rose|crossed|stepped|glanced|shrugged|poured|lit|lowered|moved|grinned|pointed|sighed|frowned|paused|started|bent|dropped|handed|caught|followed|stared|left|began|folded|waited|knelt|touched|lay|spread|swore';

export const sayings =
  'said|asked|replied|answered|whispered|shouted|cried|added|agreed|told|demanded|murmured|called|muttered|inquired|exclaimed';
