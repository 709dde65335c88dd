/** Recurring words of odd case (PADD) and foreign words in italics: the story's own vocabulary. */

import type { Passage } from '../../manuscript/passages.ts';

export interface Term {
  readonly word: string;
  readonly count: number;
}

const odd = /(?<![\p{L}\p{N}'’-])(?:\p{Lu}{2,}|\p{Ll}+\p{Lu}[\p{L}]*)(?![\p{L}\p{N}'’-])/gu;
const roman = /^[IVXLCDM]+$/;

export function termsOf(passages: readonly Passage[], least: number): readonly Term[] {
  const shouted = new Map<string, number>();
  const foreign = new Map<string, number>();
  const add = (to: Map<string, number>, word: string): void => void to.set(word, (to.get(word) ?? 0) + 1);
  for (const { text, emphasis, foreign: marked } of passages) {
    // What is all in capitals is a sign or a shout.
    if (/\p{Ll}{3}/u.test(text)) {
      for (const { 0: word, index } of text.matchAll(odd)) {
        const around =
          text.slice(Math.max(0, index - 12), index) + text.slice(index + word.length, index + word.length + 12);
        if (!roman.test(word) && !/\p{Lu}{2}/u.test(around)) add(shouted, word);
      }
    }
    for (const { start, end } of [...emphasis, ...marked]) {
      const word = text
        .slice(start, end)
        .replace(/[.,;:!?…]+$/, '')
        .replaceAll('’', "'");
      if (word.length > 2 && /^[\p{Ll}\p{M}]+(?:['-][\p{L}\p{M}]+)*$/u.test(word)) add(foreign, word);
    }
  }
  const words = [...foreign.keys()].filter((word) => (foreign.get(word) as number) >= least);
  const plain = plainCounts(passages, new Set(words));
  const always = words.filter((word) => (plain.get(word) ?? 0) <= (foreign.get(word) as number) * MOSTLY);
  const terms = [
    ...[...shouted].filter(([, count]) => count >= least),
    ...always.map((word) => [word, foreign.get(word) as number] as const),
  ];
  return terms
    .map(([word, count]) => ({ word, count }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
}

/** A foreign word stands in italics nearly always; a stressed one seldom. All its places, over those in italics. */
const MOSTLY = 1.25;

function plainCounts(passages: readonly Passage[], words: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (words.size === 0) return counts;
  for (const { text } of passages) {
    for (const [word] of text.replaceAll('’', "'").matchAll(/\p{L}[\p{L}\p{M}]*(?:['-]\p{L}+)*/gu)) {
      const small = word.toLowerCase();
      if (words.has(small)) counts.set(small, (counts.get(small) ?? 0) + 1);
    }
  }
  return counts;
}
