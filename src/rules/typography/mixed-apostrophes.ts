/** `don't` here and `don’t` there. */

import { dialogueOf } from '../../analysis/dialogue.ts';
import { inOwnPassages } from '../../analysis/prose.ts';
import type { Rule } from '../../lint.ts';
import { foldName } from '../../manuscript/bible.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import { usageOf } from '../../manuscript/typography/languages.ts';
import { quotes } from '../../manuscript/typography/quotes.ts';
import { mixed, type Sign } from './marking.ts';

export const mixedApostrophes: Rule = {
  id: 'typography/mixed-apostrophes',
  severity: 'warning',
  check(manuscript) {
    if (!usageOf(manuscript.story.language)) return [];
    return mixed(
      apostrophesOf(manuscript),
      (other, usual) =>
        `\`${wordAround(other)}\` has ${names[other.way]} for its apostrophe, and most of this story’s are ${plurals[usual.way]}; choose one for all of it`,
      (_, usual) => usual,
    );
  },
};

const names: Readonly<Record<string, string>> = { "'": 'a straight mark', '’': 'a curly mark', ʼ: 'a modifier letter' };
const plurals: Readonly<Record<string, string>> = { "'": 'straight', '’': 'curly', ʼ: 'modifier letters' };

const within = /(?<=[\p{L}\p{N}])['’ʼ](?=\p{L})/gu;

function apostrophesOf(manuscript: Manuscript): readonly Sign[] {
  if (new Set(kindsIn(manuscript)).size < 2) return [];
  const own = namesWithApostrophes(manuscript);
  const single = dialogueOf(manuscript) === 'single' ? 'single' : '';
  return signsIn(manuscript, `${single} ${manuscript.story.language}`).filter(
    ({ passage: { text }, start }) => !isOfName(text, start, own),
  );
}

const kindsIn = inOwnPassages('typography/mixed-apostrophes kinds', ({ text }): readonly string[] =>
  ["'", '’', 'ʼ'].filter((kind) => text.includes(kind) && new RegExp(`\\p{L}${kind}\\p{L}`, 'u').test(text)),
);

/** Given whether speech stands in single marks, and the language. */
const signsIn = inOwnPassages('typography/mixed-apostrophes signs', (passage, given): readonly Sign[] => {
  const { text, foreign } = passage;
  const single = given.startsWith('single ');
  const usage = usageOf(given.slice(given.indexOf(' ') + 1));
  const places = new Set([...text.matchAll(within)].map(({ index }) => index));
  // At the end of a word a mark is an apostrophe only where nothing is quoted with its like.
  if (usage && !single && !text.includes('‘') && text.includes("'")) {
    const changes = quotes(text, usage).filter(({ start }) => text[start] === "'");
    if (changes.every((change) => change.text === '’')) for (const { start } of changes) places.add(start);
  }
  return [...places]
    .sort((a, b) => a - b)
    .filter((at) => !foreign.some(({ start, end }) => at >= start && at < end))
    .map((at): Sign => ({ passage, start: at, end: at + 1, way: text.charAt(at) }));
});

/** The words of the bible's names that have an apostrophe, folded: those are `name/mixed-apostrophe`’s. */
function namesWithApostrophes({ bible }: Manuscript): ReadonlySet<string> {
  const entries = [bible.characters, bible.ships, bible.places, bible.objects].flatMap((table) => [...table.values()]);
  const words = entries.flatMap(({ names: all }) => all.flatMap(({ value }) => foldName(value).split(/[^\p{L}']+/u)));
  return new Set(words.filter((word) => /\p{L}'\p{L}/u.test(word)).map((word) => word.replace(/'s$/, '')));
}

function isOfName(text: string, at: number, own: ReadonlySet<string>): boolean {
  if (own.size === 0) return false;
  const before = /[\p{L}'’ʼ]*$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  const after = /^['’ʼ]\p{L}*/u.exec(text.slice(at, at + 40))?.[0] ?? '';
  return own.has(foldName(before + after));
}

function wordAround({ passage: { text }, start }: Sign): string {
  const before = /[\p{L}\p{N}'’ʼ]*$/u.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? '';
  const after = /^.[\p{L}'’ʼ]*/u.exec(text.slice(start, start + 40))?.[0] ?? '';
  return before + after;
}
