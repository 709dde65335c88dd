/** Where the narration says of what colour somebody's eyes or hair are. */

import { namesOf, theOne } from '../../analysis/called.ts';
import type { Bible, Entry } from '../../manuscript/bible.ts';
import type { Stretch } from '../../manuscript/passages.ts';
import { colour } from './colours.ts';

export interface Look extends Stretch {
  readonly feature: 'eyes' | 'hair';
  /** The colour as written. */
  readonly said: string;
  /** Who it is: of the bible, or a name that it does not know. */
  readonly who: Entry<'characters'> | string;
}

/** What may stand between a name and the eyes beside a colour; anything else has a noun of its own. */
const adjective = `(?:${colour}|dark|pale|light|bright|deep|clear|cold|warm|large|big|wide|small|narrow|soft|hard|sharp|keen|tired|old|young|long|short|cropped|curly|wavy|straight|thick|thin|own|beautiful|lovely|fine|piercing|brilliant|gentle|kind|calm|steady|very|and|steel|ice|sea|sky|jet|[a-z]+(?:ed|ing|ish|y|less|ful))`;
const between = new RegExp(`([\\p{L}\\p{N}.]'s?) ((?:${adjective}(?:, |-| ))+)$`, 'u');
const after = new RegExp(
  `^ (?:were|was|are|is) (?:(?:an?|very|quite|dark|pale|light|bright|deep|clear|steel|ice|sea|sky|jet)[ -])*((?:(?:${colour})[ -])*(?:${colour}))(?=[,.;:!?])`,
);
const compound = new RegExp(`\\b((?:[a-z]+-)*(?:${colour}))-(eyed|haired) (?=\\p{Lu})`, 'giu');
const rank =
  /^(?:(?:Captain|Commander|Lieutenant|Ensign|Admiral|Commodore|Doctor|Counsell?or|General|Major|Colonel) )*/;

/** The looks that a plain text of narration speaks of. */
export function looksIn(text: string, bible: Bible): readonly Look[] {
  const found: Look[] = [];
  if (!/\b(?:eyes|hair|eyed|haired)\b/i.test(text)) return found;
  const names = namesOf(bible, 'characters');
  const add = (feature: string, said: string, start: number, end: number, at: { from?: number; to?: number }): void => {
    const called = at.to === undefined ? names.startingAt(text, at.from ?? 0) : names.endingAt(text, at.to);
    const who = called ? theOne(called) : at.to === undefined ? undefined : stranger(text, at.to, bible);
    if (who === undefined) return;
    const from = called?.start ?? (at.to ?? start) - String(who).length;
    const stretch = { start: Math.min(start, from), end: Math.max(end, called?.end ?? 0) };
    found.push({ feature: /^hair/i.test(feature) ? 'hair' : 'eyes', said, who, ...stretch });
  };
  for (const noun of text.matchAll(/\b(?:eyes|hair)\b/g)) {
    const before = text.slice(Math.max(0, noun.index - 80), noun.index);
    const end = noun.index + noun[0].length;
    const described = between.exec(before);
    if (described) {
      const [, mark = '', words = ''] = described;
      const colours = words.match(new RegExp(`\\b(?:${colour})\\b`, 'g'));
      const to = noun.index - words.length - 1 - (mark.endsWith('s') && mark.length > 2 ? 2 : 1);
      if (colours) add(noun[0], colours.join('-'), to, end, { to });
      continue;
    }
    const [, said] = after.exec(text.slice(end, end + 60)) ?? [];
    const [owner] = /[\p{L}\p{N}.]'s? $/u.exec(before) ?? [];
    if (said === undefined || owner === undefined) continue;
    const to = noun.index - owner.length + 1;
    const stop = end + (after.exec(text.slice(end, end + 60))?.[0].length ?? 0);
    add(noun[0], said, to, stop, { to });
  }
  for (const hit of text.matchAll(compound)) {
    const [whole, said = '', feature = ''] = hit;
    const next = hit.index + whole.length;
    const titles = rank.exec(text.slice(next))?.[0].length ?? 0;
    add(feature === 'haired' ? 'hair' : 'eyes', said, hit.index, next - 1, { from: next + titles });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A name before a possessive that the bible does not know; undefined where it may be another form of one that it does. */
function stranger(text: string, end: number, bible: Bible): string | undefined {
  const [name] =
    /(?<![\p{L}\p{N}'-])(?:\p{Lu}[\p{L}'-]+ )*\p{Lu}[\p{L}'-]+$/u.exec(text.slice(Math.max(0, end - 60), end)) ?? [];
  if (name === undefined) return undefined;
  const words = name.split(' ');
  const known = [...bible.characters.values()].some(({ names }) =>
    names.some(({ value }) => words.some((word) => value.split(' ').includes(word))),
  );
  return known || /^(?:It|He|She|That|There|Who|What|God|Mother|Father|Nobody|Everyone|Somebody|Someone)$/.test(name)
    ? undefined
    : name;
}
