/** Where the narration says of what colour somebody's eyes or hair are. */

import { namesOf, theOne } from '../../analysis/called.ts';
import { sentenceAt } from '../../analysis/narration.ts';
import type { Bible, Entry } from '../../manuscript/bible.ts';
import type { Stretch } from '../../manuscript/passages.ts';
import { colour } from './colours.ts';
import { beginsWith, onlyOne, rank, stranger, subjectOf } from './whose.ts';

export interface Look extends Stretch {
  readonly feature: 'eyes' | 'hair';
  /** The colour as written. */
  readonly said: string;
  /** Who it is: of the bible, or a name that it does not know. */
  readonly who: Entry<'characters'> | string;
  /**
   * It is told by a pronoun, “her green eyes”, that can mean only one of those who are named in the paragraph so far or, where
   * it names nobody, in those before it; a subject where the pronoun begins its sentence and the one who is named begins the
   * paragraph.
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
const compound = new RegExp(`\\b((?:[a-z]+-)*(?:${colour})|dark(?=-haired))-(eyed|haired) (?=\\p{Lu})`, 'giu');
/** What somebody may have besides: “long black hair and”, “a round face, and a pair of”. */
const features = `(?:(?:an? )?(?:${adjective}(?:, |-| ))*(?:hair|face|skin|eyes|nose|mouth|chin|jaw|beard|brows?|lashes|smile|features|complexion|build|freckles|cheekbones|hands|shoulders),? (?:and |with )?)*`;
const few = `(?:(?:an?|the|a pair of|very|quite|such|same) )*`;
/** “She had green eyes”, “He was a little man, with a round face, and a pair of mild blue eyes”. */
const holder =
  /^(?:\p{Lu}?[\p{Ll}'-]+(?: [\p{Ll}'-]+){0,3},? )?([HhSs]h?e|\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*)*)(?: (?:also|still|always|too))? (had|has|was|is)(?= )/u;
const held = new RegExp(`^ ${features}${few}((?:${adjective}(?:, |-| ))+)$`);
/** “Pip, with green eyes”. */
const besides = new RegExp(`\\p{L}, with ${features}${few}((?:${adjective}(?:, |-| ))+)$`, 'u');
const built = new RegExp(`^ (?:an?|not|no) (?:[a-z'-]+,? )+?with ${features}${few}((?:${adjective}(?:, |-| ))+)$`);

const anyColour = new RegExp(`\\b(?:${colour}|dark)\\b`, 'i');

/** Whether a text has both eyes or hair and a colour: without, it has no looks. */
export const mayTellLooks = (text: string): boolean =>
  (text.includes('eye') || text.includes('hair')) && anyColour.test(text);

/**
 * The looks that a plain text of narration speaks of.
 * @param earlier the narration of the few paragraphs before it, the last one last
 */
export function looksIn(text: string, bible: Bible, earlier: readonly string[] = []): readonly Look[] {
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
  const addHeld = (noun: string, at: number, end: number): boolean => {
    const { start } = sentenceAt(text, at);
    const lead = text.slice(start, at);
    const [whole, who = '', verb = ''] = holder.exec(lead) ?? [];
    if (whole === undefined) return false;
    const [, words = ''] = (verb.startsWith('ha') ? held : built).exec(lead.slice(whole.length)) ?? [];
    const said = colourIn(words, noun);
    if (said === undefined) return false;
    const to = start + whole.length - whole.slice(whole.lastIndexOf(who) + who.length).length;
    if (!/^s?he$/i.test(who)) add(noun, said, to - who.length, end, { to });
    else {
      const owner =
        onlyOne(text, to - who.length, /^s/i.test(who) ? 'her' : 'his', bible, earlier) ??
        subjectOf(text, to - who.length, who, bible);
      if (owner && !isPictured(text, end))
        found.push({
          feature: noun === 'hair' ? 'hair' : 'eyes',
          said,
          who: owner,
          byPronoun: 'any',
          start: at - words.length,
          end,
        });
    }
    return true;
  };
  for (const noun of text.matchAll(/\b(?:eyes|hair)\b/g)) {
    const before = text.slice(Math.max(0, noun.index - 80), noun.index);
    const end = noun.index + noun[0].length;
    const described = between.exec(before);
    if (described) {
      const [, mark = '', words = ''] = described;
      const said = colourIn(words, noun[0]);
      const to = noun.index - words.length - 1 - (mark.endsWith('s') && mark.length > 2 ? 2 : 1);
      if (said !== undefined) add(noun[0], said, to, end, { to });
      continue;
    }
    const [hers, pronoun = '', words = ''] = possessive.exec(before) ?? [];
    const hue = colourIn(words, noun[0]);
    const who =
      hers && hue !== undefined
        ? (onlyOne(text, noun.index, pronoun, bible, earlier) ??
          subjectOf(text, noun.index - hers.length, /^h?er/i.test(pronoun) ? 'she' : 'he', bible))
        : undefined;
    if (hers && hue !== undefined && who && !isPictured(text, end)) {
      const feature = noun[0] === 'hair' ? 'hair' : 'eyes';
      const isSubject = typeof who !== 'string' && /^\p{Lu}/u.test(pronoun) && beginsWith(who, text, bible);
      const byPronoun = isSubject ? 'subject' : 'any';
      found.push({ feature, said: hue, who, byPronoun, start: noun.index - hers.length, end });
      continue;
    }
    const [whole, list = ''] = besides.exec(before) ?? [];
    const listed = colourIn(list, noun[0]);
    if (whole && listed !== undefined) {
      const to = noun.index - whole.length + 1;
      add(noun[0], listed, to, end, { to });
      continue;
    }
    if (addHeld(noun[0], noun.index, end)) continue;
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

const colours = new RegExp(`\\b(?:${colour})\\b`, 'g');

/** The colours that words name; hair may be called dark and no more. */
const colourIn = (words: string, feature: string): string | undefined =>
  words.match(colours)?.join('-') ?? (feature === 'hair' && /\bdark\b/.test(words) ? 'dark' : undefined);

/** Whether they are somebody's in a picture or a glass, which may show them otherwise. */
const isPictured = (text: string, end: number): boolean =>
  /\b(?:photograph|photo|portrait|picture|painting|mirror|glass|reflection|print)\b/.test(
    text.slice(end, sentenceAt(text, Math.max(0, end - 1)).end),
  );
