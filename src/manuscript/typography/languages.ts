/** What each language asks of its marks: quotation marks, dashes, spaces, and the words that an apostrophe shortens. */

import { type Elisions, elisionsOf } from './elisions.ts';

export interface Pair {
  readonly open: string;
  readonly close: string;
}

export interface Usage {
  /** What stands for a straight `"`, and for a straight `'` that is no apostrophe. */
  readonly double: Pair;
  readonly single: Pair;
  /** What stands for `--`, for a hyphen between spaces, and for a dash that begins a line of speech (if one does). */
  readonly dashes: { readonly joined: string; readonly spaced: string; readonly speech: string | undefined };
  /** No-break spaces about guillemets and high punctuation, as French has them. */
  readonly french: FrenchSpaces | undefined;
  /** Abbreviated titles that stay with the name after them; each may lack its point. */
  readonly titles: string;
  readonly elisions: Elisions;
  /** The apostrophe is a letter of the alphabet, and never a quotation mark. */
  readonly lettered: boolean;
}

export interface FrenchSpaces {
  /** Inside guillemets. */
  readonly inner: string;
  /** Before `;`, `!` and `?`: inserted where `inserted`, else only in the place of a typed space. */
  readonly high: string;
  readonly inserted: boolean;
}

/**
 * Quotation marks: outer, inner, and whose they are. From CLDR 48.2 (cldr-misc-full, `delimiters.json`), read as the
 * two levels `"` and `'`, with four departures: Danish fiction has »…« (CLDR: “…”), as Dansk Sprognævn allows; French
 * has “…” within «…» (CLDR repeats «…», and has ”…“ for Canada); Dutch, whose levels are both ‘…’ in CLDR, keeps what
 * the author typed; and Swiss German has «…», as its newspapers and publishers do (CLDR: „…“). All others are “…” ‘…’.
 */
const QUOTES: readonly (readonly [marks: string, languages: string])[] = [
  ['„“‚‘', 'de cs sk sl hr et is lb mk ksh nds hsb dsb bs-cyrl'],
  ['«»‹›', 'de-ch de-li gsw fr-ch am fa rm mzn sdh'],
  [
    '«»“”',
    'fr it el ca eu pt-pt pt-ao pt-ch pt-cv pt-gq pt-gw pt-lu pt-mo pt-mz pt-st pt-tl ast br kab kk lij sc ti es-us',
  ],
  ['«»„“', 'ru uk be os sah tyv bua'],
  ['«»‘’', 'nb nn no rw'],
  ['«»«»', 'hy oc ht'],
  ['»«›‹', 'da ug'],
  ['„”»«', 'hu szl'],
  ['„”«»', 'pl ro'],
  ['„“«»', 'ka'],
  ['„“„“', 'bg lt'],
  ['„”‘’', 'bs'],
  ['„”’’', 'sr'],
  ['””’’', 'sv fi he yi se'],
  ['”“’‘', 'ar ur syr'],
  ['“”«»', 'eo'],
];

/** Dashes: for `--`, for a spaced hyphen, for speech. All others are — and –, and have no dash for speech. */
const DASHES: readonly (readonly [marks: string, languages: string])[] = [
  ['———', 'fr es pt ru uk be bg mk el tr lt lv ca gl eu oc hy ka kk'],
  ['—–—', 'it pl ro'],
  ['–––', 'sv da nb nn no fi fo is et cs sk sl hr sr bs hu'],
  ['––', 'de gsw lb nl fy'],
];

const TITLES: readonly (readonly [titles: string, languages: string])[] = [
  ['Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Capt|Cmdr|Cdr|Lt|Ens|Sgt|Col|Gen|Adm|St', 'en'],
  ['M|MM|Mme|Mmes|Mlle|Mlles|Dr|Pr', 'fr'],
  ['Hr|Fr|Dr|Prof|St', 'de'],
  ['Sr|Sra|Srta|Dr|Dra', 'es pt'],
  ['Sig|Dott|Dr|Prof', 'it'],
  ['Dhr|Mevr|Dr|Drs|Prof', 'nl'],
];

/** Kept wholly as typed: what a straight mark stands for there is not ours to guess. */
const AS_TYPED = 'ja zh yue';
/** Languages, and marks of invented ones, in which ' is a letter: Klingon, Hawaiian, Samoan, Tongan, Tahitian, Uzbek … */
const LETTERED = 'tlh i-klingon haw sm to ty uz art mis x';

const known = new Map<string, Usage | undefined>();

/** The usage of a language by its BCP 47 tag; English for one not known; `undefined` where all stays as typed. */
export function usageOf(language: string): Usage | undefined {
  if (!known.has(language)) known.set(language, compose(tagsOf(language)));
  return known.get(language);
}

/** Whether two tags name one language, whatever the country: `en` and `en-GB`. */
export function sameLanguage(one: string, other: string): boolean {
  return one === other || tagsOf(one).at(-1) === tagsOf(other).at(-1);
}

/** `fr-Latn-CA` → `fr-latn-ca`, `fr-ca`, `fr-latn`, `fr`: from the narrow to the wide, a script being optional. */
function tagsOf(language: string): readonly string[] {
  const parts = language.trim().toLowerCase().split(/[-_]/).slice(0, 4);
  const tags = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
  const region = parts.find((part, index) => index > 0 && /^(?:[a-z]{2}|\d{3})$/.test(part));
  return region === undefined ? tags : [...tags.slice(0, -1), `${parts[0]}-${region}`, `${parts[0]}`];
}

function compose(tags: readonly string[]): Usage | undefined {
  const among = (languages: string): boolean => languages.split(' ').some((language) => tags.includes(language));
  const pick = (table: readonly (readonly [string, string])[]): string | undefined => {
    for (const tag of tags) {
      const row = table.find(([, languages]) => languages.split(' ').includes(tag));
      if (row) return row[0];
    }
    return undefined;
  };
  if (among(AS_TYPED)) return undefined;
  const [open = '', close = '', innerOpen = '', innerClose = ''] = pick(QUOTES) ?? '“”‘’';
  const [joined = '', spaced = '', speech] = pick(DASHES) ?? '—–';
  return {
    double: { open, close },
    single: { open: innerOpen, close: innerClose },
    dashes: { joined, spaced, speech },
    french: frenchSpaces(tags),
    titles: pick(TITLES) ?? '',
    elisions: elisionsOf(tags.at(-1) ?? ''),
    lettered: among(LETTERED),
  };
}

function frenchSpaces(tags: readonly string[]): FrenchSpaces | undefined {
  if (tags.includes('fr-ca')) return { inner: '\u00A0', high: '\u00A0', inserted: false };
  return tags.includes('fr') ? { inner: '\u202F', high: '\u202F', inserted: true } : undefined;
}
