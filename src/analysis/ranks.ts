/**
 * Ranks and titles as they stand before names: which there are, how they are shortened, which exclude one another, and
 * what one is called to one's face.
 */

import type { Bible } from '../manuscript/bible.ts';

/** Within one ladder nobody holds two rungs at once; a count may well be a captain, and a doctor a major. */
const ladders = {
  service: [
    'crewman',
    'cadet',
    'midshipman',
    'petty officer',
    'chief petty officer',
    'ensign',
    'lieutenant junior grade',
    'lieutenant',
    'lieutenant commander',
    'commander',
    'captain',
    'commodore',
    'rear admiral',
    'vice admiral',
    'admiral',
    'fleet admiral',
    'private',
    'corporal',
    'sergeant',
    'major',
    'lieutenant colonel',
    'colonel',
    'brigadier',
    'major general',
    'lieutenant general',
    'general',
    'subcommander',
    'centurion',
    'glinn',
    'gul',
    'jagul',
    'legate',
  ],
  police: [
    'constable',
    'police constable',
    'detective constable',
    'sergeant',
    'detective sergeant',
    'inspector',
    'detective inspector',
    'chief inspector',
    'detective chief inspector',
    'superintendent',
    'detective superintendent',
    'chief superintendent',
    'commissioner',
    'officer',
    'detective',
    'deputy',
    'sheriff',
    'lieutenant',
    'captain',
  ],
  nobility: [
    'sir',
    'dame',
    'lord',
    'lady',
    'baron',
    'baroness',
    'viscount',
    'viscountess',
    'count',
    'countess',
    'earl',
    'marquis',
    'marquess',
    'duke',
    'duchess',
    'archduke',
    'archduchess',
    'prince',
    'princess',
    'king',
    'queen',
    'emperor',
    'empress',
  ],
  church: ['deacon', 'archdeacon', 'bishop', 'archbishop', 'cardinal', 'pope'],
} as const;

/** By rank, the ladders that it stands on. */
const laddersOf = new Map<string, Set<string>>();
for (const [ladder, ranks] of Object.entries(ladders)) {
  for (const rank of ranks) laddersOf.set(rank, (laddersOf.get(rank) ?? new Set()).add(ladder));
}

const short: Readonly<Record<string, string>> = {
  lt: 'lieutenant',
  lieut: 'lieutenant',
  cmdr: 'commander',
  cdr: 'commander',
  comdr: 'commander',
  capt: 'captain',
  cmdre: 'commodore',
  adm: 'admiral',
  ens: 'ensign',
  gen: 'general',
  col: 'colonel',
  maj: 'major',
  sgt: 'sergeant',
  cpl: 'corporal',
  pvt: 'private',
  glin: 'glinn',
  crewwoman: 'crewman',
  crewmember: 'crewman',
  insp: 'inspector',
  supt: 'superintendent',
  det: 'detective',
  pc: 'police constable',
  dc: 'detective constable',
  ds: 'detective sergeant',
  di: 'detective inspector',
  dci: 'detective chief inspector',
};

/** Every word that ranks are made of, abbreviations too, in small letters. */
export const rankWords: ReadonlySet<string> = new Set([
  ...[...laddersOf.keys()].flatMap((rank) => rank.split(' ')),
  ...Object.keys(short),
]);

/** What somebody is called short of the whole rank: a rear admiral “Admiral”, a lieutenant commander “Commander”. */
const courtesies: Readonly<Record<string, readonly string[]>> = {
  'lieutenant commander': ['commander'],
  'lieutenant junior grade': ['lieutenant'],
  'chief petty officer': ['petty officer'],
  'rear admiral': ['admiral'],
  'vice admiral': ['admiral'],
  'fleet admiral': ['admiral'],
  'lieutenant colonel': ['colonel'],
  'major general': ['general'],
  'lieutenant general': ['general'],
  brigadier: ['general'],
  'police constable': ['constable', 'officer'],
  'detective constable': ['constable', 'detective', 'officer'],
  constable: ['officer', 'police constable'],
  'detective sergeant': ['sergeant', 'detective', 'officer'],
  'detective inspector': ['inspector', 'detective', 'officer'],
  'chief inspector': ['inspector', 'officer'],
  'detective chief inspector': ['chief inspector', 'detective inspector', 'inspector', 'detective', 'officer'],
  'detective superintendent': ['superintendent', 'detective'],
  'chief superintendent': ['superintendent'],
  sergeant: ['detective', 'officer'],
  lieutenant: ['detective', 'officer'],
  inspector: ['detective', 'officer'],
  detective: ['officer'],
  deputy: ['officer'],
  dame: ['lady'],
  baron: ['lord'],
  baroness: ['lady'],
  viscount: ['lord'],
  viscountess: ['lady'],
  count: ['lord'],
  countess: ['lady'],
  earl: ['lord'],
  marquis: ['lord'],
  marquess: ['lord'],
  duke: ['lord'],
  duchess: ['lady'],
  prince: ['lord'],
  princess: ['lady'],
  archduke: ['duke', 'prince', 'lord'],
  archduchess: ['duchess', 'princess', 'lady'],
  archbishop: ['bishop'],
  archdeacon: ['deacon'],
};

/** What a text in lower case calls a rank, with its abbreviations written out. */
const plain = (written: string): string =>
  written
    .toLowerCase()
    .replace(/\bj\.?g\.?/, 'junior grade')
    .replace(/[().]/g, '')
    .trim()
    .split(/[\s-]+/)
    .map((word) => short[word] ?? word)
    .join(' ');

/** The ranks that a story knows: those that there are, and what else its bible calls one. */
export interface Ranks {
  /** A rank as it is compared; undefined for what is none that is known. */
  readonly of: (written: string) => string | undefined;
  /** The rank that stands right before a place in a text, with a capital. */
  readonly before: (text: string, at: number) => RankAt | undefined;
}

export interface RankAt {
  readonly rank: string;
  readonly start: number;
  readonly end: number;
}

const known = new WeakMap<Bible, Ranks>();

export function ranksOf(bible: Bible): Ranks {
  const there = known.get(bible) ?? collect(bible);
  known.set(bible, there);
  return there;
}

function collect(bible: Bible): Ranks {
  const stated = [...bible.characters.values()].flatMap(({ fields }) =>
    (fields.rank ?? []).flatMap(({ is }) => (is && /^\p{L}[\p{L} .'’-]*$/u.test(is.value) ? [plain(is.value)] : [])),
  );
  const all = new Set([...laddersOf.keys(), ...stated]);
  const words = [...new Set([...all].flatMap((rank) => rank.split(' ')).concat(Object.keys(short)))].join('|');
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}'’-])((?:${words})(?![\\p{L}\\p{N}])\\.?(?:[ -](?:${words})(?![\\p{L}\\p{N}])\\.?)*)(?: \\((?:junior grade|j\\.?g\\.?)\\)| j\\.?g\\.?)?\\s$`,
    'iu',
  );
  const of = (written: string): string | undefined => {
    const rank = plain(written);
    return all.has(rank) ? rank : undefined;
  };
  return {
    of,
    before(text, at) {
      const from = Math.max(0, at - 40);
      const found = pattern.exec(text.slice(from, at));
      const written = found?.[1];
      if (!found || written === undefined || !/^\p{Lu}/u.test(written)) return undefined;
      const whole = found[0].trimEnd();
      const rank = of(whole);
      const start = from + found.index;
      return rank === undefined ? undefined : { rank, start, end: start + whole.length };
    },
  };
}

/** Whether somebody of one rank may be called by another. */
export const mayBeCalled = (own: string, called: string): boolean =>
  own === called ||
  (courtesies[own]?.includes(called) ?? false) ||
  // A bible that says no more than “Admiral” may mean any kind of one.
  (/^(?:admiral|general)$/.test(own) && called.endsWith(` ${own}`));

/** Whether nobody is both at once: two rungs of one ladder, or two of the ranks that only this story has. */
export function areRivals(a: string, b: string): boolean {
  const [here, there] = [laddersOf.get(a), laddersOf.get(b)];
  return here && there ? [...here].some((ladder) => there.has(ladder)) : here === there;
}
