/** Whether a name in a text is part of somebody else's: “Peter Lund” is not the Lund of the bible, nor “Mrs. Lund” he. */

import type { Named } from './lexicon.ts';
import { rankWords } from './ranks.ts';
import { functionWords } from './verbs.ts';

const titles =
  /^(?:m(?:r|s|rs|me|lle)?|mister|miss|missus|master|sir|dame|lord|lady|madame?|mademoiselle|monsieur|doctor|dr|prof|professor|nurse|father|mother|sister|brother|uncle|aunt|auntie|cousin|grandpa|grandma|grandfather|grandmother|granddad|king|queen|prince|princess|emperor|empress|duke|duchess|count|countess|baron|baroness|earl|president|senator|minister|ambassador|governor|mayor|judge|chief|captain|capt|lieutenant|lt|commander|cmdr|commodore|admiral|ensign|cadet|crewman|sergeant|corporal|private|colonel|major|general|marshal|officer|agent|detective|inspector|constable|legate|gul|glinn|legate|counselor|counsellor|young|old|little|poor|dear|big|good|saint|st|senior|junior|first|second|third|petty|vice|rear|fleet|subcommander|centurion|proconsul|kai|vedek|prylar|dal|jagul|uss|iks|hms|iss|ss)$/;
const feminine =
  /^(?:ms|mrs|mme|mlle|miss|missus|dame|lady|madame?|mademoiselle|mother|sister|aunt|auntie|grandma|grandmother|queen|princess|empress|duchess|countess|baroness)$/;
const masculine =
  /^(?:monsieur|father|brother|uncle|grandpa|grandfather|granddad|king|prince|emperor|duke|count|baron|earl)$/;
/** Titles of kin: the bible's Lund is hardly ever meant by “Father Lund”, unless it says so. */
const before = /(?:^|[^\p{L}\p{N}'’.-])([\p{L}][\p{L}\p{M}'’-]*)(\.?\s)$/u;
const after = /^\s(\p{Lu}[\p{L}\p{M}]+)/u;

/** The word before, and the one behind, decide. Where they leave a doubt it is a namesake, of whom nothing is known. */
export function isNamesake(text: string, start: number, end: number, named: Named): boolean {
  if (named.table !== 'characters') return false;
  const next = after.exec(text.slice(end, end + 30))?.[1];
  if (
    next !== undefined &&
    !named.words.has(next.toLowerCase()) &&
    !functionWords.has(next.toLowerCase()) &&
    next !== 'I'
  )
    return true;
  const lead = before.exec(text.slice(Math.max(0, start - 30), start));
  const prior = lead?.[1];
  if (prior === undefined) return false;
  const folded = prior.toLowerCase();
  if (feminine.test(folded)) return named.pronouns.includes('he') && !named.pronouns.includes('she');
  if (masculine.test(folded)) return named.pronouns.includes('she') && !named.pronouns.includes('he');
  if (
    !/^\p{Lu}/u.test(prior) ||
    titles.test(folded) ||
    rankWords.has(folded) ||
    named.titles.has(folded) ||
    functionWords.has(folded) ||
    named.words.has(folded)
  )
    return false;
  // A stop ends the sentence before; an initial belongs to the name.
  if (lead?.[2]?.startsWith('.') && prior.length > 1) return false;
  return !folded.endsWith('ly') && !/['’]s$/.test(folded);
}
