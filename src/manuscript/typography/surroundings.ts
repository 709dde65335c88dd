/** What stands on either side of a mark: enough to tell whether it opens, closes or shortens. */

/**
 * `gap`: a space, an end, a bracket that turns towards the mark. `stop`: punctuation. `word`: a letter, a digit, or an
 * object such as code. `solid`: any other sign after a mark.
 */
export type Side = 'gap' | 'dash' | 'stop' | 'word' | 'solid';

const SPACE = /\s/;
const WORD = /[\p{L}\p{N}\p{M}\uFFFC\uFFFD]/u;
const OPENERS = '([{</=¿¡|';
const CLOSERS = '.,;:!?…)]}>%‽،؛؟。、，！？';
const DASHES = '-–—―‒‑−';

export function sideBefore(text: string, at: number): Side {
  const sign = signBefore(text, at);
  if (sign === '' || SPACE.test(sign) || OPENERS.includes(sign)) return 'gap';
  return DASHES.includes(sign) ? 'dash' : isWord(sign) ? 'word' : 'stop';
}

export function sideAfter(text: string, at: number): Side {
  const sign = signAt(text, at);
  if (sign === '' || SPACE.test(sign)) return 'gap';
  if (isWord(sign)) return 'word';
  return DASHES.includes(sign) ? 'dash' : CLOSERS.includes(sign) ? 'stop' : 'solid';
}

/** The whole character at a place, or before it; empty past the ends. */
export function signAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

export function signBefore(text: string, at: number): string {
  const pair = text.codePointAt(at - 2) ?? 0;
  return pair > 0xffff ? String.fromCodePoint(pair) : text.charAt(at - 1);
}

/** Past all space to the left: empty at the beginning. Costs the length of that space. */
export function signBeforeSpace(text: string, at: number): string {
  let place = at;
  while (place > 0 && SPACE.test(text.charAt(place - 1))) place -= 1;
  return signBefore(text, place);
}

export function isWord(sign: string): boolean {
  return (sign >= 'a' && sign <= 'z') || WORD.test(sign);
}

export function isDash(sign: string): boolean {
  return sign !== '' && DASHES.includes(sign);
}

export function isDigit(sign: string): boolean {
  return sign >= '0' && sign <= '9' && sign.length === 1;
}

/** Past all space to the right: empty at the end. */
export function signAfterSpace(text: string, at: number): string {
  let place = at;
  while (place < text.length && SPACE.test(text.charAt(place))) place += 1;
  return signAt(text, place);
}

export function isSpace(sign: string): boolean {
  return SPACE.test(sign);
}

/** Whether nothing but blanks stands before a place in its line. */
export function startsLine(text: string, at: number): boolean {
  let place = at;
  while (place > 0 && (text.charAt(place - 1) === ' ' || text.charAt(place - 1) === '\t')) place -= 1;
  return place === 0 || text.charAt(place - 1) === '\n';
}
