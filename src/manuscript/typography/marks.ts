/** Finds the quotation marks and apostrophes of a text, and says of each what its surroundings alone can say. */

import { dropsEnd, elisionAt } from './elisions.ts';
import type { Usage } from './languages.ts';
import { isSpace, type Side, sideAfter, sideBefore } from './surroundings.ts';

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly level: 'double' | 'single';
  /** A typographic mark, which stays; it is here because it opens or closes for the others. */
  readonly typed: boolean;
  /** What stands about it. Other marks beside it are not counted: of `"'` both have the same surroundings. */
  readonly before: Side;
  readonly after: Side;
  readonly leans: Leaning;
  /** A single mark that shortens a word: surely (don’t, ’tis) or likely (’round). */
  readonly elision: 'sure' | 'likely' | undefined;
  /** A single mark at the end of a word that may well have lost its end: goin’. */
  readonly dropsEnd: boolean;
}

type Leaning = 'open' | 'close' | 'either';

interface Sign {
  readonly level: 'double' | 'single';
  readonly typed: boolean;
  /** Where the sign itself says it. */
  readonly leans?: Leaning;
}

const SIGN = String.raw`["'\x60“”„‟«»‹›‘’‚‛*_\u00AD\u200B-\u200F\u2060\u2066-\u2069\uFEFF]`;
/**
 * Marks that stand together, with what may stand between them unseen: zero-width signs, emphasis not yet read, and one
 * of the spaces that typesetters put between nested marks.
 */
const CLUSTER = new RegExp(`${SIGN}+(?:[\\u00A0\\u2009\\u200A\\u202F]${SIGN}+)*`, 'g');
const STRAIGHT = /["']|``/;
const HEBREW = /[\u0590-\u05FF\uFB1D-\uFB4F]/;
const DOUBLE: Sign = { level: 'double', typed: false };
const SINGLE: Sign = { level: 'single', typed: false };
const BACKTICKS: Sign = { level: 'double', typed: false, leans: 'open' };

/** The marks of a text, in order; none where nothing straight is in it. */
export function marksOf(text: string, usage: Usage): readonly Mark[] {
  const marks: Mark[] = [];
  if (!STRAIGHT.test(text)) return marks;
  CLUSTER.lastIndex = 0;
  for (let cluster = CLUSTER.exec(text); cluster; cluster = CLUSTER.exec(text)) {
    const { index } = cluster;
    const end = index + cluster[0].length;
    const before = sideBefore(text, index);
    const after = sideAfter(text, end);
    const leans = leaning(before, after, text.charAt(end));
    // Only the mark that touches a word can shorten it: of "'tis the second.
    const ahead = before !== 'word' && after === 'word' ? elisionAt(text, end, usage.elisions) : undefined;
    const within = before === 'word' && after === 'word';
    for (let start = index, width = 1; start < end; start += width) {
      width = isPair(text, start) && !(ahead && start + 2 === end) ? 2 : 1;
      const sign = width === 2 ? pairOf(text, start) : signOf(text.charAt(start), usage);
      if (sign === undefined || isKept(text, start)) continue;
      const single = sign.level === 'single';
      const surely = single && (within || usage.lettered || isRockAndRoll(text, start, usage));
      marks.push({
        start,
        end: start + width,
        level: sign.level,
        typed: sign.typed,
        before,
        after,
        // Of dell'"Orlando" the first mark shortens, so the second opens.
        leans: surely ? 'close' : (sign.leans ?? (within && isApostrophe(text, start - 1) ? 'open' : leans)),
        elision: surely ? 'sure' : single && start + 1 === end ? ahead : undefined,
        dropsEnd: single && start === index && !within && before === 'word' && dropsEnd(text, start, usage.elisions),
      });
    }
  }
  return marks;
}

function leaning(before: Side, after: Side, next: string): Leaning {
  if (before === 'gap')
    return after === 'word' || after === 'solid' || next === '.' || next === '…' ? 'open' : 'either';
  if (after === 'gap') return 'close';
  if (before === 'dash') return after === 'stop' ? 'close' : 'either';
  return after === 'word' ? 'either' : 'close';
}

function signOf(char: string, { double, single }: Usage): Sign | undefined {
  if (char === '"') return DOUBLE;
  if (char === "'") return SINGLE;
  for (const [level, { open, close }] of [
    ['double', double],
    ['single', single],
  ] as const) {
    if (char === open && open !== close) return { level, typed: true, leans: 'open' };
    if (char === close && char !== '’') return { level, typed: true, ...(open !== close && { leans: 'close' }) };
  }
  return char === '’' ? { level: 'single', typed: true } : undefined;
}

/** TeX's ``double'' marks: a run of exactly two. */
function isPair(text: string, at: number): boolean {
  const char = text.charAt(at);
  if (char !== "'" && char !== '`') return false;
  return text.charAt(at + 1) === char && text.charAt(at + 2) !== char && text.charAt(at - 1) !== char;
}

function pairOf(text: string, at: number): Sign | undefined {
  if (text.charAt(at) === "'") return DOUBLE;
  const next = text.charAt(at + 2);
  return next === '' || isSpace(next) ? undefined : BACKTICKS;
}

/** Hebrew’s gershayim and geresh are letters of its abbreviations; a mark behind a backslash is meant as typed. */
function isKept(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (before === '\\') return true;
  return HEBREW.test(before) && (text.charAt(at) === "'" || HEBREW.test(text.charAt(at + 1)));
}

/** Either mark of 'n'. */
function isRockAndRoll(text: string, at: number, { elisions }: Usage): boolean {
  if (!elisions.sure.has('n')) return false;
  return [at, at - 2].some(
    (start) => /^['’][nN]['’](?![\p{L}\p{N}])/u.test(text.slice(start, start + 4)) && start >= 0,
  );
}

function isApostrophe(text: string, at: number): boolean {
  return text.charAt(at) === "'" || text.charAt(at) === '’';
}
