/** What tells of a name like another that it is somebody else's. */

import { isTitle } from '../../analysis/naming/titles.ts';
import { functionWords } from '../../analysis/verbs.ts';
import type { Capital, Place } from '../../analysis/words.ts';
import { type Entry, foldName, tableNames } from '../../manuscript/bible.ts';
import type { Manuscript } from '../../manuscript/model.ts';

/** Of so many places a name is rare. */
const RARE = 3;
/** UTF-16 units in which the word beside a name is looked for. */
const NEAR = 40;

type Capitals = ReadonlyMap<string, Capital>;
/** Whose names have a word with a capital, folded. */
export type Bearers = ReadonlyMap<string, ReadonlySet<Entry>>;

export function bearersOf({ bible }: Manuscript): Bearers {
  const bearers = new Map<string, Set<Entry>>();
  for (const entry of tableNames.flatMap((table) => [...(bible[table].values() as Iterable<Entry>)])) {
    for (const { value } of entry.names) {
      for (const word of value.match(/(?<![\p{L}\p{M}'’ʼ])\p{Lu}[\p{L}\p{M}]*(?:['’ʼ][\p{L}\p{M}]+)*/gu) ?? []) {
        const key = foldName(word);
        if (functionWords.has(key)) continue;
        bearers.set(key, (bearers.get(key) ?? new Set()).add(entry));
      }
    }
  }
  return bearers;
}

/** “A squire, name of Alaric”: who is introduced has not been met under another name. */
const introduces = /\b(?:named|(?:is|was|are|were|been) called|name (?:of|is|was)|named? (?:him|her)|one) $/;

/** Whether who is introduced, or whose other name is as rare, as in Marcus Aurelius, or is another's, is not the one whose name is so like it. */
export function isStranger(
  { passage: { text }, start, end }: Place,
  name: string,
  capitals: Capitals,
  bearers: Bearers,
): boolean {
  const lead = text.slice(Math.max(0, start - NEAR), start);
  const after = /^\s(\p{Lu}\p{L}*\p{Ll})/u.exec(text.slice(end, end + NEAR))?.[1];
  const [, gap, before] = /(\P{L}*)(?<!\p{L})(\p{Lu}\p{L}*\p{Ll})\s$/u.exec(lead) ?? [];
  const own = bearers.get(foldName(name)) ?? new Set();
  const beside = [before, after].flatMap((other) => (other && !isTitle(other) ? [bearers.get(foldName(other))] : []));
  const isOwn = (others: ReadonlySet<Entry> | undefined): boolean =>
    [...(others ?? [])].some((entry) => own.has(entry));
  if (beside.some(isOwn)) return false;
  if (introduces.test(lead) || (own.size > 0 && beside.some((others) => others))) return true;
  const isRare = (other: string | undefined): boolean =>
    other !== undefined && !bearers.has(foldName(other)) && (capitals.get(other)?.count ?? RARE) <= RARE;
  // At the head of a sentence any word has a capital.
  return isRare(gap === ' ' ? before : undefined) || isRare(after);
}

/** “Yuki” for Yukiko, though there is a Yumi. */
export function isShortFor(word: string, name: string, capitals: Capitals, bearers: Bearers): boolean {
  const begins = ({ word: longer, count }: Capital): boolean =>
    longer !== name &&
    longer.length >= word.length + 2 &&
    longer.startsWith(word) &&
    (count > RARE || bearers.has(foldName(longer)));
  return [...capitals.values()].some(begins);
}
