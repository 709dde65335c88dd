/** Whose eyes “her green eyes” are. */

import { namesOf, theOne } from '../../analysis/called.ts';
import { functionWords } from '../../analysis/verbs.ts';
import type { Bible, Entry } from '../../manuscript/bible.ts';

export const rank =
  /^(?:(?:Captain|Commander|Lieutenant|Ensign|Admiral|Commodore|Doctor|Counsell?or|General|Major|Colonel) )*/;

/** Whether a paragraph begins with somebody, as the one whom its pronouns then mean. */
export function beginsWith(who: Entry<'characters'>, text: string, bible: Bible): boolean {
  const at = text.length - text.trimStart().length;
  const called = namesOf(bible, 'characters').startingAt(text, at + (rank.exec(text.slice(at))?.[0].length ?? 0));
  return called !== undefined && theOne(called) === who && !/^(?:'|,? and )/.test(text.slice(called.end));
}

/** A name that ends a stretch of text and that the bible does not know; undefined where it may be another form of one that it does. */
export function stranger(before: string, bible: Bible): string | undefined {
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
/** “He was a little man”: it is he who is spoken of. */
const predicate = /\b[HhSs]h?e (?:was|is) (?:an? |not )?(?:[a-z'-]+,? ){0,4}?(?:man|woman|girl|boy|lady|gentleman)\b/g;

/**
 * The only one whom a pronoun fits of those who are named in a paragraph so far, where nobody else is spoken of; where it
 * names nobody, of those who are named in the paragraphs before it.
 */
export function onlyOne(
  text: string,
  at: number,
  pronoun: string,
  bible: Bible,
  earlier: readonly string[],
): Entry<'characters'> | undefined {
  const before = text.slice(0, at).replace(predicate, (said) => ' '.repeat(said.length));
  if (somebody.test(before)) return undefined;
  const names = namesOf(bible, 'characters');
  if (names.allIn(before).length > 0) return fitting([before], pronoun, bible);
  const last = earlier.findLast((told) => told.trim() !== '');
  return last === undefined || somebody.test(last) ? undefined : fitting([...earlier, before], pronoun, bible);
}

function fitting(texts: readonly string[], pronoun: string, bible: Bible): Entry<'characters'> | undefined {
  const people = new Set<Entry<'characters'> | undefined>();
  for (const text of texts) {
    const called = namesOf(bible, 'characters').allIn(text);
    // A name that the bible does not know may be whose eyes they are.
    for (const { index } of text.matchAll(/(?<=[a-z,;] )\p{Lu}/gu)) {
      const known = called.some(({ start, end }) => index >= start && index < end);
      if (!known && !rank.exec(text.slice(index))?.[0] && !/^I\b/.test(text.slice(index))) return undefined;
    }
    for (const one of called) people.add(theOne(one));
  }
  const wanted = /^her$/i.test(pronoun) ? 'she' : 'he';
  const all = [...people];
  const pronouns = all.map((one) => one?.fields.pronouns?.map(({ value }) => value.toLowerCase().split('/')[0]));
  if (pronouns.some((known) => known?.length !== 1)) return undefined;
  const fit = all.filter((_, i) => pronouns[i]?.[0] === wanted);
  return fit.length === 1 ? fit[0] : undefined;
}

const courtesy = /^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Master|Madame)\.? )*/;

/**
 * Somebody whom the bible does not know: the only name of a paragraph, which begins it or stands in a tag at its head, with nobody
 * but “she” (or “he”) as a subject since then.
 */
export function subjectOf(text: string, at: number, pronoun: string, bible: Bible): string | undefined {
  const before = text.slice(0, at).replace(predicate, (said) => ' '.repeat(said.length));
  if (somebody.test(before)) return undefined;
  const lead = /^\s*(?:(?:said|says|asked|asks) )?/.exec(before)?.[0] ?? '';
  const titles = courtesy.exec(before.slice(lead.length))?.[0] ?? '';
  const start = lead.length + titles.length;
  const [name] = /^\p{Lu}[\p{L}'-]*\p{Ll}(?: \p{Lu}[\p{L}'-]*\p{Ll})*(?=[ ,.])/u.exec(before.slice(start)) ?? [];
  if (name === undefined || functionWords.has(name.toLowerCase()) || /'s?$/.test(name)) return undefined;
  const after = before.slice(start + name.length);
  // Another name, or the other pronoun, or this one first as somebody else's: “Tom looked at her.”
  if (/(?<=[a-z,;'] )\p{Lu}\p{Ll}/u.test(after)) return undefined;
  const [own, other] = /^s/i.test(pronoun)
    ? [/\b(?:she|hers?|herself)\b/i, /\b(?:he|him|his|himself)\b/i]
    : [/\b(?:he|him|his|himself)\b/i, /\b(?:she|hers?|herself)\b/i];
  if (other.test(after) || /\b(?:they|them|their)\b/i.test(after)) return undefined;
  const first = own.exec(after)?.[0];
  if (first !== undefined && !/^s?he$/i.test(first)) return undefined;
  if (/^(?:Mrs|Ms|Miss|Lady|Madame)/.test(titles) !== /^s/i.test(pronoun) && titles !== '' && !/^Dr/.test(titles))
    return undefined;
  return stranger(name, bible);
}
