/** People whose names are easily mixed up: one line for the book. */

import { isTitle } from '../../analysis/naming/titles.ts';
import type { Rule } from '../../lint.ts';
import { type Entry, foldName } from '../../manuscript/bible.ts';
import type { Stated } from '../../manuscript/fields.ts';
import { slipsBetween } from '../../manuscript/nearest.ts';
import { listed } from '../saying.ts';

/** A word of somebody’s name. */
interface Called {
  readonly entry: Entry<'characters'>;
  readonly word: string;
  readonly key: string;
  readonly stated: Stated<string>;
}

export const confusableNames: Rule = {
  id: 'bible/confusable-names',
  severity: 'info',
  *check({ bible }) {
    const all = [...bible.characters.values()].flatMap(calledBy);
    const pairs = all.flatMap((a, i) =>
      all
        .slice(i + 1)
        .filter((b) => isConfusable(a, b))
        .map((b) => [a, b] as const),
    );
    const [first] = pairs;
    if (!first) return;
    const [one, other] = first;
    yield {
      message: `${listed(pairs.map(([a, b]) => `“${a.word}” with “${b.word}”`))} ${pairs.length > 1 ? 'are' : 'is'} easily mixed up by readers; give one another initial or another length`,
      span: other.stated.span,
      related: [{ span: one.stated.span, message: `“${one.word}” stands here` }],
      count: pairs.length,
    };
  },
};

/** Each word of a character's names once, without titles, particles and initials. */
function calledBy(entry: Entry<'characters'>): readonly Called[] {
  const words = entry.names.flatMap((stated) =>
    [...stated.value.matchAll(/(?<![\p{L}'’])\p{Lu}[\p{L}'’]{2,}/gu)]
      .filter(([word]) => !isTitle(word))
      .map(([word]) => ({ entry, word, key: foldName(word), stated })),
  );
  return [...new Map(words.map((called) => [called.key, called])).values()];
}

/** The same initial and at most one letter of difference in three, between two people who share no name. */
function isConfusable(a: Called, b: Called): boolean {
  if (a.entry === b.entry || a.key === b.key || a.key.charAt(0) !== b.key.charAt(0)) return false;
  const shorter = Math.min(a.key.length, b.key.length);
  if (Math.abs(a.key.length - b.key.length) > 1) return false;
  return slipsBetween(a.key, b.key) <= (shorter >= 6 ? 2 : 1);
}
