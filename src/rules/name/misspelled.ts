/** `Janway` once beside sixty times `Janeway`. */

import { isTitle } from '../../analysis/naming/titles.ts';
import { isEnglish } from '../../analysis/narration.ts';
import { isOrdinary } from '../../analysis/ordinary.ts';
import { type Capital, type Place, wordsOf } from '../../analysis/words.ts';
import type { Rule } from '../../lint.ts';
import { type Entry, foldName, tableNames } from '../../manuscript/bible.ts';
import type { Stated } from '../../manuscript/fields.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import { slipsBetween } from '../../manuscript/nearest.ts';
import type { Related } from '../../manuscript/problem.ts';
import { type Bearers, bearersOf, isShortFor, isStranger } from './strangers.ts';

type Capitals = ReadonlyMap<string, Capital>;
/** Words of the bible, folded; those of names with where they stand. */
type Declared = ReadonlyMap<string, Stated<string> | undefined>;

/** A name that is surely spelt so. */
interface Known {
  readonly declared: boolean;
  readonly word: string;
  readonly count: number;
  readonly related: readonly Related[];
}

export const misspelled: Rule = {
  id: 'name/misspelled',
  severity: 'warning',
  *check(manuscript) {
    const declared = declaredWords(manuscript);
    const { capitals, isSmall } = wordsOf(manuscript);
    const bearers = bearersOf(manuscript);
    const near = neighbours(knownNames(capitals, declared));
    const slips = [...capitals.values()].flatMap((capital) => {
      const { word, count } = capital;
      if (count > 2 || word.length < 4 || declared.has(foldName(word))) return [];
      return near(word)
        .filter((name) => isSlipOf(capital, name, capitals, bearers))
        .map((name) => ({ capital, name, slips: slipsBetween(word, name.word) }));
    });
    const names = slips.filter(({ capital, name }) => !isSmall(capital.word) && (name.declared || !isSmall(name.word)));
    const english = isEnglish(manuscript);
    for (const [{ word, count, places }, meanings] of Map.groupBy(names, ({ capital }) => capital)) {
      if (english && isWord(word, places, meanings)) continue;
      const meant = meanings.sort((a, b) => a.slips - b.slips || b.name.count - a.name.count)[0]?.name;
      const [first] = places;
      if (!meant || !first) continue;
      yield {
        message: `“${word}” stands here, and “${meant.word}” ${meant.count === 1 ? 'once' : `${meant.count} times`} elsewhere; correct it, or declare it if it is somebody else`,
        span: first.passage.place(first.start, first.end),
        related: meant.related,
        count,
        fix: {
          safe: false,
          edits: places.map(({ passage, start, end }) => ({
            span: passage.place(start, end),
            text: asTyped(meant.word, passage.text.slice(start, end)),
          })),
        },
      };
    }
  },
};

const days =
  /^(?:January|February|March|April|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)$/;
/** What stands before a noun that has a capital for its dignity: the Hall, our Order. */
const determined = /\b(?:the|an?|this|that|these|those|my|your|his|her|its|our|their|no|every|of) $/i;

/** A word with a capital where ordinary words have one: at the head of a sentence or a speech, as a title or within one. */
function isWord(word: string, places: readonly Place[], meanings: readonly { readonly name: Known }[]): boolean {
  if (days.test(word)) return true;
  if (!isOrdinary(word.toLowerCase())) return false;
  // “Ember!”, though there is an Amber.
  if (meanings.every(({ name }) => name.word.charAt(0) !== word.charAt(0))) return true;
  const isPlain = ({ passage: { text }, start }: Place): boolean => {
    const before = text.slice(Math.max(0, start - 40), start);
    if (!/[\p{L}\p{N},;]['’]? $/u.test(before) || determined.test(before)) return true;
    // “Big Wins”, “the Global Continuity Charter”.
    const beside = /(?:^|\P{L})(\p{Lu}\p{Ll}+) $/u.exec(before)?.[1];
    return beside !== undefined && !isTitle(beside) && isOrdinary(beside.toLowerCase());
  };
  return places.every(isPlain);
}

/** With the kind of apostrophe that stands there. */
const asTyped = (word: string, there: string): string => word.replace(/'/g, /[’ʼ]/.exec(there)?.[0] ?? "'");

/** Every word that the bible writes, as a name, a variant or a form that it rejects, folded. */
function declaredWords({ bible }: Manuscript): Declared {
  const words = new Map<string, Stated<string> | undefined>();
  for (const table of tableNames) {
    for (const entry of bible[table].values() as Iterable<Entry>) {
      const { not = [], phrases = [] } = entry.fields as Record<
        'not' | 'phrases',
        readonly Stated<string>[] | undefined
      >;
      const isName = table !== 'words' && table !== 'threads' && table !== 'events';
      for (const stated of entry.names)
        for (const word of wordsIn(stated.value)) add(words, word, isName ? stated : undefined);
      for (const { value } of [...not, ...phrases]) for (const word of wordsIn(value)) add(words, word, undefined);
    }
  }
  return words;
}

const wordsIn = (name: string): readonly string[] => name.match(/[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu) ?? [];

function add(words: Map<string, Stated<string> | undefined>, word: string, stated: Stated<string> | undefined): void {
  const key = foldName(word);
  if (!words.has(key)) words.set(key, /^\p{Lu}/u.test(word) ? stated : undefined);
}

/** How often a name has to stand in the prose before another may be a slip of it: declared in the bible, or not. */
const DECLARED = 1;
const RECURRING = { least: 2, most: 20 };
/** The same of a long name, beside which another lacks one letter from its midst. */
const LONG_RECURRING = 8;
const LONG = 8;
/** Words with a capital for each time more that a name has to recur: among the many of a long book some are alike by chance. */
const CROWD = 150;
const FEW = 4;

const recurring = (capitals: Capitals): number =>
  Math.min(RECURRING.most, RECURRING.least - 1 + Math.max(1, Math.round(capitals.size / CROWD)));

/** The fewest letters of such a name and of its slip: five are enough only where few names stand. */
const shortest = (often: number): number => (often <= FEW ? 5 : 6);

function knownNames(capitals: Capitals, declared: Declared): readonly Known[] {
  const least = recurring(capitals);
  return [...capitals.values()].flatMap(({ word, count, within, places }): Known[] => {
    const stated = declared.get(foldName(word));
    const [first] = places;
    if (!first || word.length < 4) return [];
    if (stated && count >= DECLARED)
      return [
        {
          word,
          count,
          declared: true,
          related: [{ span: stated.span, message: `“${stated.value}” stands in the bible` }],
        },
      ];
    if (count < (word.length < LONG ? least : Math.min(least, LONG_RECURRING)) || within * 8 < count) return [];
    if (word.length < shortest(least)) return [];
    const span = first.passage.place(first.start, first.end);
    return [{ word, count, declared: false, related: [{ span, message: `“${word}” stands here first` }] }];
  });
}

/** The names that begin with the same letter, or go on alike behind it. */
function neighbours(known: readonly Known[]): (word: string) => readonly Known[] {
  const byInitial = Map.groupBy(known, ({ word }) => word.charAt(0));
  const byRest = Map.groupBy(known, ({ word }) => word.slice(1));
  return (word) => {
    const initial = (byInitial.get(word.charAt(0)) ?? []).filter(
      (name) => Math.abs(name.word.length - word.length) <= 2,
    );
    return [...initial, ...(byRest.get(word.slice(1)) ?? []).filter((name) => !initial.includes(name))];
  };
}

/** Endings by which a language makes one word of another: plurals, peoples, names for women and men. */
const endings = /^(?:|s|es|n|an|ian|ans|ians|ese|ish|ic|y|i|ie|a|e|o|us|um|er|en|in|ine|ette|et|ne|ly|like|ism|ist)$/;

function isSlipOf(capital: Capital, name: Known, capitals: Capitals, bearers: Bearers): boolean {
  const { word, count } = capital;
  const often = recurring(capitals);
  const least = name.declared ? 1 : lacksOne(word, name.word) ? Math.min(often, LONG_RECURRING) : often;
  if (name.count < count * least) return false;
  const shorter = Math.min(word.length, name.word.length);
  const most = name.declared && shorter >= 8 ? 2 : 1;
  if (Math.abs(word.length - name.word.length) > most || slipsBetween(word, name.word) > most) return false;
  if (foldName(word) === foldName(name.word)) return false;
  let same = 0;
  while (same < shorter && word[same] === name.word[same]) same += 1;
  // Mike and Pike: of so few letters another first one makes another name.
  if (same === 0 && shorter < 5) return false;
  // Roman and Romans, Julia and Julian, Mario and Maria are two words.
  const [here, there] = [word.slice(same), name.word.slice(same)];
  // An i for an e is a slip of the ear: no language makes another name of one by it.
  const isMisheard = name.declared && shorter >= 6 && /^(?:ie|ei)$/.test(here + there);
  if (endings.test(here) && endings.test(there) && !isMisheard) return false;
  if (capital.places.some((place) => isStranger(place, name.word, capitals, bearers))) return false;
  if (isShortFor(word, name.word, capitals, bearers)) return false;
  return name.declared || isSurely(capital, name, same, shortest(often));
}

/** What more is asked where no bible says how the name is spelt: the differences that real people and towns have. */
function isSurely({ word, places }: Capital, { word: name }: Known, same: number, least: number): boolean {
  const shorter = Math.min(word.length, name.length);
  const isDoubled = /(\p{L})\1$/u.test(name) && word === name.slice(0, -1);
  if (word.length < least || same === 0 || plain(word) === plain(name)) return false;
  if (same >= shorter - 1 && !isDoubled) return false;
  return places.every(
    ({ passage: { text, emphasis }, start, end }) =>
      !isBeside(text, start, end, name) &&
      !/[-‑]/.test(text.charAt(start - 1) + text.charAt(end)) &&
      !emphasis.some((words) => start >= words.start && start < words.end),
  );
}

/** “Valjean or Vlajean”, “Marcus, Marius and the rest”: who writes both side by side means both. */
function isBeside(text: string, start: number, end: number, name: string): boolean {
  if (!text.includes(name)) return false;
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const between = '(?:,|,? (?:and|or|nor|not|to|from|with|than))? ';
  return (
    new RegExp(`(?<!\\p{L})${name}${between}(?:\\p{Lu}\\p{L}+ )?$`, 'u').test(before) ||
    new RegExp(`^${between}(?:\\p{Lu}\\p{L}+ )?${name}(?!\\p{L})`, 'u').test(after)
  );
}

/** Whether a long name has lost one letter, neither its first nor of its ending. */
function lacksOne(word: string, name: string): boolean {
  if (name.length < LONG || word.length !== name.length - 1) return false;
  let same = 0;
  while (word[same] === name[same]) same += 1;
  return same > 0 && same < word.length - 2 && word.slice(same) === name.slice(same + 1);
}

const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');
