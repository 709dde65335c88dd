/** What prose says of the time that has passed: “three days later”, “a few weeks later”, “the next morning”. */

import { readLength } from './lengths.ts';

export interface Passed {
  readonly text: string;
  /** Where it begins in the text that was read. */
  readonly at: number;
  /** Days, at the fewest and at the most. */
  readonly least: number;
  readonly most: number;
}

const phrase =
  /^(?:It was |Only |Just |Some |Barely |Nearly |Almost |About )?((?:(a few|several|some|many|a couple of|two or three|three or four|half an?|an?|one|\d+|[a-z]+(?:-[a-z]+)?)) (minute|hour|day|week|month|year)s? (?:later|afterwards?))(?! than)\b|^(?:On |By )?((?:the )?(?:next|following) (morning|day|afternoon|evening|night)|the morning after)\b/i;

/** The phrase that a sentence begins with, where it tells how much time has passed. */
export function readPassed(sentence: string): Passed | undefined {
  const hit = phrase.exec(sentence);
  if (!hit) return undefined;
  const [whole, later, count = '', unit = '', next] = hit;
  const text = later ?? next ?? '';
  const at = whole.indexOf(text);
  if (next !== undefined) return { text, at, least: 0.25, most: 1.5 };
  const one = readLength(`1 ${unit}`) as number;
  const vague = /^(?:a few|several|some|many|two or three|three or four|a couple of)$/i.exec(count)?.[0].toLowerCase();
  if (vague === 'many' || vague === 'some') return undefined;
  const days = vague ? undefined : /^half/i.test(count) ? one / 2 : readLength(`${count} ${unit}`);
  if (vague) {
    const [least, most] = (
      { several: [2, 10], 'a couple of': [1.5, 3.9], 'three or four': [2.5, 4.9] } as Record<string, [number, number]>
    )[vague] ?? [2, 6];
    const slack = /week|month|year/i.test(unit) ? 0.25 : 0;
    return { text, at, least: least * one * (1 - slack), most: most * one * (1 + slack) };
  }
  if (days === undefined || days === 0) return undefined;
  if (/week|month|year/i.test(unit)) return { text, at, least: days * 0.75, most: days * 1.25 };
  if (/day/i.test(unit))
    return { text, at, least: days - Math.max(0.5, days * 0.1), most: days + Math.max(0.9, days * 0.1) };
  // The scene before took its own time, which nobody counts in hours.
  return { text, at, least: days / 2, most: days + 0.5 };
}
