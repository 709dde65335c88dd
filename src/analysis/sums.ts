/** Words found by a sum of their letters: a string for each of a million words would cost more than all else. */

/** The sum of a word's letters, whatever their case and its kind of apostrophe. */
export function sumOf(word: string): number {
  let sum = 0;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    sum = (sum * 31 + (isApostrophe(code) ? 39 : folded(code))) | 0;
  }
  return sum;
}

/** Calls for each word of a text. Words of Latin letters and digits; `joined`: an apostrophe within belongs to them. */
export function eachWord(
  text: string,
  joined: boolean,
  visit: (start: number, end: number, sum: number) => void,
): void {
  for (let at = 0; at < text.length; at += 1) {
    let code = text.charCodeAt(at);
    if (!isLetter(code)) continue;
    const start = at;
    let sum = 0;
    while (isLetter(code) || (joined && isApostrophe(code) && isLetter(text.charCodeAt(at + 1)))) {
      sum = (sum * 31 + (isApostrophe(code) ? 39 : folded(code))) | 0;
      at += 1;
      code = text.charCodeAt(at);
    }
    visit(start, at, sum);
  }
}

/** Latin letters up to U+024F, and digits. */
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019 || code === 0x2bc;

/** A small letter for a capital, as far as their codes differ by one bit. */
const folded = (code: number): number =>
  (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7) ? code | 32 : code;
