/** The forms of names, put together where they are safely one person's, and left apart where they may be two. */

import { isOrdinary } from '../ordinary.ts';
import { humanity, isPlaceName, kindOf } from './kinds.ts';
import type { Tally } from './tally.ts';

export interface Person {
  /** What is counted under each form of the name; the fullest and most frequent first. */
  readonly tallies: readonly Tally[];
}

interface Group {
  readonly tallies: Tally[];
}

/** Of two who share a name, the one who is named so many times as often is meant by it. */
const DOMINANT = 2;
const RECURRING = 5;
const particle = /^(?:Van|Von|De|Du|Le|La|Di|Da|Del|Al|El|Mac|Ter|Ten)$/;

/** The words of a name; “Van Helsing” is one. */
export function unitsOf(core: string): readonly string[] {
  const words = core.split(' ');
  return words.flatMap((word, i) => {
    if (i > 0 && particle.test(words[i - 1] as string)) return [];
    return particle.test(word) && words[i + 1] ? [`${word} ${words[i + 1]}`] : [word];
  });
}

/** @param isSomebody whom the author names as a person elsewhere, whatever the prose tells. */
export function personsOf(tallies: readonly Tally[], isSomebody: (core: string) => boolean): readonly Person[] {
  const singles = tallies.filter(({ core }) => unitsOf(core).length === 1);
  const known = new Set(
    singles.filter((tally) => kindOf(tally) === 'person' || isSomebody(tally.core)).map(({ core }) => core),
  );
  const fulls: Group[] = [];
  const recurring = new Set(singles.filter(({ named }) => named >= RECURRING).map(({ core }) => core));
  for (const tally of tallies
    .filter((full) => isFullName(full, known, recurring) || (full.core.includes(' ') && isSomebody(full.core)))
    .sort(byWeight)) {
    // “Harker Jonathan” is what a list says, once.
    if (
      fulls.some(({ tallies: [full] }) => full && unitsOf(full.core).toReversed().join() === unitsOf(tally.core).join())
    )
      continue;
    // “Shirou Traced a sword” beside “Emiya Shirou”.
    if (isChance(tally) && fulls.some(({ tallies: [full] }) => full && shareUnit(full.core, tally.core))) continue;
    const same = fulls.find(({ tallies: [first] }) => first && isSameName(first.core, tally.core));
    if (same) same.tallies.push(tally);
    else fulls.push({ tallies: [tally] });
  }
  const groups = [...fulls];
  const bearers = (unit: string, at: 0 | -1): Group[] =>
    fulls.filter(({ tallies: [full] }) => unitsOf(full?.core ?? '').at(at) === unit);
  // Given names first: they tell whether somebody is a woman or a man, and so whose a surname may be.
  const waiting: Tally[] = [];
  const own = singles.filter((tally) => known.has(tally.core) || bearers(tally.core, -1).length > 0);
  for (const tally of [...own].sort(byWeight)) {
    const given = dominant(
      bearers(tally.core, 0).filter((group) => fits(group, tally)),
      tally.core,
    );
    if (given) given.tallies.push(tally);
    else if (bearers(tally.core, 0).length === 0) waiting.push(tally);
    else if (known.has(tally.core)) groups.push({ tallies: [tally] });
  }
  for (const [core, personas] of Map.groupBy(waiting, ({ core }) => core)) {
    const family = bearers(core, -1);
    const apart: Tally[] = [];
    for (const tally of personas) {
      const owner = dominant(
        family.filter((group) => fits(group, tally)),
        core,
      );
      if (owner) owner.tallies.push(tally);
      else if (tally.bearing !== '' || known.has(core)) apart.push(tally);
    }
    groups.push(...households(apart));
  }
  return groups.map(({ tallies }) => ({ tallies: tallies.sort(byFullness) }));
}

/** Several words, none of them a place's, and somebody is known by one of them or by the whole. */
function isFullName(tally: Tally, known: ReadonlySet<string>, recurring: ReadonlySet<string>): boolean {
  const units = unitsOf(tally.core);
  if (units.every((unit) => unit.length <= 2) || new Set(units).size < units.length) return false;
  if (units.length < 2 || units.length > 4 || isPlaceName(tally.core) || kindOf(tally) === 'ship') return false;
  if (tally.articled * 3 > tally.named || tally.italic * 2 > tally.named) return false;
  const [first = '', last = ''] = [units[0], units.at(-1)];
  // “Gym Trainer Erika”, once, is what she does.
  if (tally.named < 2 && units.slice(0, -1).some((unit) => !known.has(unit) && isOrdinary(unit.toLowerCase())))
    return false;
  // Named by both words and by the last alone, again and again, and never as what one is in: who else would be?
  const { named, inside, beside, articled } = tally;
  if (named >= RECURRING && recurring.has(last) && articled * 8 <= named && (inside + beside) * 3 < named) return true;
  return humanity(tally) > 0 || [first, last].some((unit) => known.has(unit));
}

/** Stands once, and ends in an ordinary word. */
const isChance = ({ named, core }: Tally): boolean =>
  named < 2 && isOrdinary(unitsOf(core).at(-1)?.toLowerCase() ?? '');

const shareUnit = (a: string, b: string): boolean => unitsOf(a).some((unit) => unitsOf(b).includes(unit));

/** The same surname, and the same given name or its initial. */
function isSameName(a: string, b: string): boolean {
  const [one, other] = [unitsOf(a), unitsOf(b)];
  if (one.at(-1) !== other.at(-1)) return false;
  const [x = '', y = ''] = [one[0], other[0]];
  return x === y || (x[0] === y[0] && (/^.\.$/.test(x) || /^.\.$/.test(y)));
}

/** Whether what a form says of its bearer can be true of somebody. */
function fits(group: Group, { bearing, she, he }: Tally): boolean {
  const gender = genderIn(group.tallies);
  if (bearing === 'wife') return gender === 'she' && !group.tallies.some(({ titles }) => titles.has('Miss'));
  const own = bearing || (he > she * 3 && he > 2 ? 'he' : she > he * 3 && she > 2 ? 'she' : undefined);
  return own === undefined || gender === undefined || own === gender;
}

/** How often somebody is named in full by a name: by their given name alone a whole family is not named. */
const weightOf = ({ tallies }: Group, unit: string): number =>
  tallies.reduce((sum, { core, named }) => {
    const units = unitsOf(core);
    return units.length > 1 && units.includes(unit) ? sum + named : sum;
  }, 0);

function dominant(groups: readonly Group[], unit: string): Group | undefined {
  const weight = (group: Group): number => weightOf(group, unit);
  const [first, second] = [...groups].sort((a, b) => weight(b) - weight(a));
  return first && (!second || weight(first) >= DOMINANT * weight(second)) ? first : undefined;
}

/** A surname alone: one person with and without a title, or two where both a man's and a woman's stand before it. */
function households(personas: readonly Tally[]): Group[] {
  const titled = personas.filter(({ bearing }) => bearing !== '');
  const bare = personas.filter(({ bearing }) => bearing === '');
  const [only] = titled;
  if (titled.length === 1 && only && bare.every((tally) => fits({ tallies: [only] }, tally) || only.bearing === 'wife'))
    return only.bearing === 'wife' && bare.length > 0
      ? [...personas].map((tally) => ({ tallies: [tally] }))
      : [{ tallies: [only, ...bare] }];
  return personas.map((tally) => ({ tallies: [tally] }));
}

/** Whether the text makes plain that somebody is a woman or a man. */
export function genderIn(tallies: readonly Tally[]): 'she' | 'he' | undefined {
  const votes = { she: 0, he: 0 };
  for (const { bearing, named, she, he } of tallies) {
    votes.she += she + (bearing === 'she' || bearing === 'wife' ? named : 0);
    votes.he += he + (bearing === 'he' ? named : 0);
  }
  const [more, fewer] = votes.she > votes.he ? (['she', 'he'] as const) : (['he', 'she'] as const);
  return votes[more] >= 3 && votes[more] >= 4 * votes[fewer] ? more : undefined;
}

const byWeight = (a: Tally, b: Tally): number => b.named - a.named || (a.core < b.core ? -1 : a.core > b.core ? 1 : 0);
const byFullness = (a: Tally, b: Tally): number => unitsOf(b.core).length - unitsOf(a.core).length || byWeight(a, b);
