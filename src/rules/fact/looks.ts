/** Where the narration says of what colour somebody's eyes or hair are. */

import { namesOf, theOne } from '../../analysis/called.ts';
import { sentenceAt } from '../../analysis/narration.ts';
import type { Bible, Entry } from '../../manuscript/bible.ts';
import type { Stretch } from '../../manuscript/passages.ts';
import { colour, familiesIn } from './colours.ts';

export interface Look extends Stretch {
  readonly feature: 'eyes' | 'hair';
  /** The colour as written. */
  readonly said: string;
  /** Who it is: of the bible, or a name that it does not know. */
  readonly who: Entry<'characters'> | string;
  /**
   * It is told by a pronoun, “her green eyes”, in a paragraph that names nobody else; a subject where the pronoun begins
   * its sentence and the one who is named begins the paragraph.
   */
  readonly byPronoun?: 'any' | 'subject';
}

/** What may stand between a name and the eyes beside a colour; anything else has a noun of its own. */
const adjective = `(?:${colour}|dark|pale|light|bright|deep|clear|cold|warm|large|big|wide|small|narrow|soft|hard|sharp|keen|tired|old|young|long|short|cropped|curly|wavy|straight|thick|thin|own|beautiful|lovely|fine|piercing|brilliant|gentle|kind|calm|steady|very|and|steel|ice|sea|sky|jet|[a-z]+(?:ed|ing|ish|y|less|ful))`;
const between = new RegExp(`([\\p{L}\\p{N}.]'s?) ((?:${adjective}(?:, |-| ))+)$`, 'u');
const possessive = new RegExp(`\\b([Hh]er|[Hh]is) ((?:${adjective}(?:, |-| ))+)$`);
const after = new RegExp(
  `^ (?:were|was|are|is) (?:(?:an?|very|quite|dark|pale|light|bright|deep|clear|steel|ice|sea|sky|jet)[ -])*((?:(?:${colour})[ -])*(?:${colour}))(?=[,.;:!?])`,
);
const compound = new RegExp(`\\b((?:[a-z]+-)*(?:${colour}))-(eyed|haired) (?=\\p{Lu})`, 'giu');
const rank =
  /^(?:(?:Captain|Commander|Lieutenant|Ensign|Admiral|Commodore|Doctor|Counsell?or|General|Major|Colonel) )*/;

/** Whether a text has both eyes or hair and a colour: without, it has no looks. */
export const mayTellLooks = (text: string): boolean =>
  (text.includes('eye') || text.includes('hair')) && familiesIn(text).size > 0;

/** The looks that a plain text of narration speaks of. */
export function looksIn(text: string, bible: Bible): readonly Look[] {
  const found: Look[] = [];
  if (!mayTellLooks(text)) return found;
  const names = namesOf(bible, 'characters');
  const add = (feature: string, said: string, start: number, end: number, at: { from?: number; to?: number }): void => {
    const called = at.to === undefined ? names.startingAt(text, at.from ?? 0) : names.endingAt(text, at.to);
    // “Green-eyed” is no part of the name behind it.
    const from = at.from ?? Math.max(0, (at.to ?? 0) - 60);
    const to =
      at.to ?? from + (/^(?:\p{Lu}[\p{L}-]+(?: (?=\p{Lu})|(?!\p{L})))+/u.exec(text.slice(from))?.[0].length ?? 0);
    const who = called ? theOne(called) : stranger(text.slice(from, to), bible);
    if (who === undefined || isPictured(text, end)) return;
    const first = called?.start ?? to - String(who).length;
    const stretch = {
      start: Math.min(start, first),
      end: Math.max(end, called?.end ?? (at.to === undefined ? to : 0)),
    };
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
    const [hers, pronoun = '', words = ''] = possessive.exec(before) ?? [];
    const who = hers && familiesIn(words).size > 0 ? onlyOne(text, noun.index, pronoun, bible) : undefined;
    if (hers && who && !isPictured(text, end)) {
      const colours = words.match(new RegExp(`\\b(?:${colour})\\b`, 'g')) ?? [];
      const feature = noun[0] === 'hair' ? 'hair' : 'eyes';
      const isSubject = /^\p{Lu}/u.test(pronoun) && beginsWith(who, text, bible);
      const byPronoun = isSubject ? 'subject' : 'any';
      found.push({ feature, said: colours.join('-'), who, byPronoun, start: noun.index - hers.length, end });
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

/** Whether they are somebody's in a picture or a glass, which may show them otherwise. */
const isPictured = (text: string, end: number): boolean =>
  /\b(?:photograph|photo|portrait|picture|painting|mirror|glass|reflection|print)\b/.test(
    text.slice(end, sentenceAt(text, Math.max(0, end - 1)).end),
  );

/** Whether a paragraph begins with somebody, as the one whom its pronouns then mean. */
function beginsWith(who: Entry<'characters'>, text: string, bible: Bible): boolean {
  const at = text.length - text.trimStart().length;
  const called = namesOf(bible, 'characters').startingAt(text, at + (rank.exec(text.slice(at))?.[0].length ?? 0));
  return called !== undefined && theOne(called) === who && !/^(?:'|,? and )/.test(text.slice(called.end));
}

/** A name that ends a stretch of text and that the bible does not know; undefined where it may be another form of one that it does. */
function stranger(before: string, bible: Bible): string | undefined {
  const [name] = /(?<![\p{L}\p{N}'-])(?:\p{Lu}[\p{L}'-]+ )*\p{Lu}[\p{L}'-]+$/u.exec(before) ?? [];
  if (name === undefined) return undefined;
  const words = name.split(' ');
  const known = [...bible.characters.values()].some(({ names }) =>
    names.some(({ value }) => words.some((word) => value.split(' ').includes(word))),
  );
  return known || /^(?:It|He|She|That|There|Who|What|God|Mother|Father|Nobody|Everyone|Somebody|Someone)$/.test(name)
    ? undefined
    : name;
}

/** Somebody whom a paragraph speaks of and gives no name. */
const somebody =
  /\b(?:girl|woman|man|boy|child|lady|gentleman|officer|ensign|lieutenant|commander|captain|someone|somebody|stranger|mother|father|sister|brother|daughter|son|wife|husband|cousin|aunt|uncle|friend|doctor|nurse|guard|prisoner|crew(?:man|woman)|other|figure|portrait|picture|photograph|face)\b/;

/** The only one who is named in a paragraph so far and whom a pronoun fits, where nobody else is spoken of. */
function onlyOne(text: string, at: number, pronoun: string, bible: Bible): Entry<'characters'> | undefined {
  const before = text.slice(0, at);
  if (somebody.test(before)) return undefined;
  const called = namesOf(bible, 'characters').allIn(before);
  // A name that the bible does not know may be whose eyes they are.
  for (const { index } of before.matchAll(/(?<=[a-z,;] )\p{Lu}/gu)) {
    const known = called.some(({ start, end }) => index >= start && index < end);
    if (!known && !rank.exec(before.slice(index))?.[0]) return undefined;
  }
  const wanted = /^her$/i.test(pronoun) ? 'she' : 'he';
  const people = [...new Set(called.map(theOne))];
  const pronouns = people.map((one) => one?.fields.pronouns?.map(({ value }) => value.toLowerCase().split('/')[0]));
  if (pronouns.some((known) => known?.length !== 1)) return undefined;
  const fitting = people.filter((_, i) => pronouns[i]?.[0] === wanted);
  return fitting.length === 1 ? fitting[0] : undefined;
}
