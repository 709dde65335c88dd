/** A single mark before a word: a quotation opens, or the word is shortened. */

import type { Mark } from './marks.ts';
import { surelyCloses } from './outlook.ts';
import { endOf, nextCloser, type Reading, type Sense } from './reading.ts';
import { isWord, signAt, signBefore, signBeforeSpace } from './surroundings.ts';

/** A mark that nothing closes is an elision ("give 'er to 'Arry"), unless a paragraph of speech goes on in the next. */
export function senseOfOpener(reading: Reading, mark: Mark, index: number): Sense {
  if (reading.open.at(-1) === 'single') return senseInside(reading, mark, index);
  return opens(reading, mark, index) ? 'open' : 'apostrophe';
}

function opens(reading: Reading, mark: Mark, index: number): boolean {
  const { text, marks, count } = reading;
  const end = endOf(reading, index);
  const closer = nextCloser(reading, index, end);
  const words = closer && text.slice(mark.end, closer.start);
  // One word and its two marks: 'yes', and even 'em' for the dash.
  if (closer && isOneWord(words) && !(mark.elision === 'sure' && surelyCloses(closer))) return true;
  if (mark.elision === 'sure') return false;
  const quoted = closer !== undefined && isQuotable(words, closer);
  const begins = !isWord(signBeforeSpace(text, mark.start));
  if (mark.elision === 'likely' && begins) return quoted && surelyCloses(closer);
  if (mark.elision === 'likely') return quoted && !surelyCloses(closer) && signBefore(text, closer.start) !== 's';
  if (!begins) return quoted && !shortensBoth(reading, mark, index);
  return quoted || reading.outlook().enders(index, end) > 0 || count.double === 0 || end === marks.length;
}

/** In a single quotation: another may stand in it if both find their ends, or if the first was left open. */
function senseInside(reading: Reading, mark: Mark, index: number): Sense {
  if (mark.elision !== undefined) return 'apostrophe';
  const { text } = reading;
  const { closers, enders, openers } = reading.outlook();
  const end = endOf(reading, index);
  const closer = nextCloser(reading, index, end);
  const words = closer && text.slice(mark.end, closer.start);
  if (closer && isQuotable(words, closer)) {
    const ends = isOneWord(words) && !surelyCloses(closer) ? closers(index, end) : enders(index, end);
    if (ends - openers(index, end) > 1) return 'open';
  }
  const sentence = '.!?…'.includes(signBeforeSpace(text, mark.start));
  return sentence && isCapital(signAt(text, mark.end)) ? 'reopen' : 'apostrophe';
}

/** Whether words may be quoted ones; two elisions have between them what quoted words have not: 'bout them. The boys' */
function isQuotable(words = '', closer: Mark): boolean {
  return surelyCloses(closer) || (words.length < 80 && !/\p{Ll}{3}[.;!?]\s/u.test(words));
}

function isOneWord(words = ''): boolean {
  return !/\s/.test(words);
}

/** Both ends of one word: 'ittin' */
function shortensBoth({ text, marks }: Reading, mark: Mark, index: number): boolean {
  const next = marks[index + 1];
  return next?.dropsEnd === true && isOneWord(text.slice(mark.end, next.start));
}

function isCapital(sign: string): boolean {
  return sign !== sign.toLowerCase();
}
