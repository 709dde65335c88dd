/** Feet and inches, minutes and seconds: 5′ 10″, 45° 30′. */

import type { Mark } from './marks.ts';
import { isDigit } from './surroundings.ts';

// Each looks at a bounded piece of text, since any mark may ask.
const SHORT_NUMBER = /(?<!\d)\d{1,3}$/;
const FEET = /\d['’′] ?\d{1,2}(?:[.,]\d{1,2})?$/;
const THOUSANDS = /^\d{3}(?!\d)/;
const INCHES = /^ ?\d{1,2}(?:[.,]\d{1,2})?(?:"|'')/;
const MINUTES = /^\d{1,2}(?![\p{L}\p{N}])/u;

/** `sure`: a prime by its form alone. `likely`: it follows a short number, and would as well close a quotation. */
export function primeOf(text: string, { start, end, level, after }: Mark): 'sure' | 'likely' | undefined {
  if (!isDigit(text.charAt(start - 1))) return undefined;
  const number = text.slice(Math.max(0, start - 10), start);
  const rest = text.slice(end, end + 10);
  if (level === 'double' ? FEET.test(number) : isFeet(rest)) return 'sure';
  return after !== 'word' && SHORT_NUMBER.test(number) ? 'likely' : undefined;
}

function isFeet(rest: string): boolean {
  return INCHES.test(rest) || (MINUTES.test(rest) && !THOUSANDS.test(rest));
}
