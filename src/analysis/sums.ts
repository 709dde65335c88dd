/** Words found by a sum of their letters: a string for each of a million words would cost more than all else. */

/** The sum of a word's letters, whatever their case and its kind of apostrophe. */
export function sumOf(word: string): number {
  let sum = 0;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    sum = (sum * 31 + (isApostrophe(code) ? 39 : letterAt(word, at) || code)) | 0;
  }
  return sum;
}

/** Calls for each word of a text. Words of Latin letters and digits; `joined`: an apostrophe within belongs to them. */
export function eachWord(
  text: string,
  joined: boolean,
  visit: (start: number, end: number, sum: number) => void,
): void {
  const { length } = text;
  for (let at = 0; at < length; at += 1) {
    let letter = letterAt(text, at);
    if (letter === 0) continue;
    const start = at;
    let sum = 0;
    while (letter !== 0) {
      sum = (sum * 31 + letter) | 0;
      at += 1;
      letter = letterAt(text, at);
      if (letter === 0 && joined && isApostrophe(text.charCodeAt(at)) && letterAt(text, at + 1) !== 0) letter = 39;
    }
    visit(start, at, sum);
  }
}

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019 || code === 0x2bc;

/**
 * Latin letters up to U+024F, and digits, each by its small form as far as their codes differ by one bit; of all else 0. A
 * table, since it is asked of every character of a story.
 */
const letters = Uint16Array.from({ length: 0x250 }, (_, code) => {
  if (code >= 65 && code <= 90) return code | 32;
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return code;
  if (code < 0xc0 || code === 0xd7 || code === 0xf7) return 0;
  return code <= 0xde ? code | 32 : code;
});

/** Beyond the end of a text there is none. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 0x250 ? (letters[code] as number) : 0;
}
