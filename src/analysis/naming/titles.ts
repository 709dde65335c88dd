/** Titles that stand before names, and what they tell of who bears them. */

import { rankWords } from '../ranks.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const hers =
  words(`ms mrs miss missus mistress dame lady madam madame mademoiselle mme mlle queen princess duchess countess
  baroness empress marchioness viscountess sister mother aunt auntie grandma grandmother frau goodwife señora signora`);
const his =
  words(`mr mister master sir lord king prince duke count baron emperor earl marquis viscount father brother uncle
  grandpa grandfather monsieur herr señor signor goodman`);
const anyones = words(`doctor dr professor prof judge justice president senator minister ambassador governor mayor chief
  counselor counsellor officer agent detective inspector constable nurse reverend rev pastor bishop archbishop cardinal pope
  rabbi saint st cousin maester septon knight ser squire superintendent chancellor consul marshal sheriff deputy warden
  comrade citizen engineer councillor councilor chairman commissioner elder abbot prior kai vedek prylar praetor proconsul
  senator nagus daimon magister master-at-arms regent steward chaplain`);

const genders: ReadonlyMap<string, 'she' | 'he' | undefined> = new Map([
  ...anyones.map((word) => [word, undefined] as const),
  ...[...rankWords].map((word) => [word, undefined] as const),
  ...hers.map((word) => [word, 'she'] as const),
  ...his.map((word) => [word, 'he'] as const),
]);

const bare = (word: string): string => word.toLowerCase().replace(/\.$/, '');

export const isTitle = (word: string): boolean => genders.has(bare(word));

/** Shortened titles have a point: “Mr.”, “Lt.”; the British ones may do without. */
export const isShortened = (word: string): boolean =>
  /^(?:m|mr|mrs|ms|dr|st|lt|cmdr|capt|col|gen|sgt|cpl|prof|rev|adm|ens|maj|lieut|messrs|mme|mlle|hon)$/i.test(word);

/** Whom a title can only be said of; undefined where it is said of anybody, and where it is none. */
export const genderOf = (title: string): 'she' | 'he' | undefined => genders.get(bare(title.split(' ').at(-1) ?? ''));

/** A woman is “Miss” before and “Mrs.” behind her marriage: of one surname they are two people. */
export const isMarried = (title: string): boolean => /^(?:mrs|madame|missus|mme)$/.test(bare(title));
