/** Ranks as they stand before names: which there are, how they are shortened, and what one is called to one's face. */

const ranks = [
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
];
const known: ReadonlySet<string> = new Set(ranks);

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
};

/** What an officer is called short of the whole rank: a rear admiral “Admiral”, a lieutenant commander “Commander”. */
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
};

/** Every word of every rank, written out or short. */
export const rankWords: readonly string[] = [
  ...new Set([...ranks.flatMap((rank) => rank.split(' ')), ...Object.keys(short)]),
];
const before = new RegExp(
  `(?<![\\p{L}\\p{N}'’-])((?:${rankWords.join('|')})\\b\\.?(?:[ -](?:${rankWords.join('|')})\\b\\.?)*)(?: \\((?:junior grade|j\\.?g\\.?)\\)| j\\.?g\\.?)?\\s$`,
  'iu',
);

/** A rank as it is compared; undefined for what is none that is known here. */
export function rankOf(written: string): string | undefined {
  const plain = written
    .toLowerCase()
    .replace(/\bj\.?g\.?/, 'junior grade')
    .replace(/[().]/g, '')
    .trim()
    .split(/[\s-]+/)
    .map((word) => short[word] ?? word)
    .join(' ');
  return known.has(plain) ? plain : undefined;
}

export interface RankAt {
  readonly rank: string;
  readonly start: number;
  readonly end: number;
}

/** The rank that stands right before a place in a text, with a capital. */
export function rankBefore(text: string, at: number): RankAt | undefined {
  const from = Math.max(0, at - 40);
  const found = before.exec(text.slice(from, at));
  const written = found?.[1];
  if (!found || written === undefined || !/^\p{Lu}/u.test(written)) return undefined;
  const whole = found[0].trimEnd();
  const rank = rankOf(whole);
  const start = from + found.index;
  return rank === undefined ? undefined : { rank, start, end: start + whole.length };
}

/** Whether somebody of one rank may be called by another. */
export const mayBeCalled = (own: string, called: string): boolean =>
  own === called || (courtesies[own]?.includes(called) ?? false);
