/** An age in the prose that the birth in the bible contradicts. */

import { type Called, namesOf, theOne } from '../../analysis/called.ts';
import { isEnglish, narrationIn, sentenceAt, spanAt } from '../../analysis/narration.ts';
import type { Rule } from '../../lint.ts';
import { daysBetween } from '../../manuscript/calendar.ts';
import { readLength } from '../../manuscript/lengths.ts';
import { beginningOf } from '../../manuscript/lives.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import type { Stretch } from '../../manuscript/passages.ts';
import { isPlayed } from '../../manuscript/presence.ts';
import { playedAt } from '../../manuscript/storytime.ts';

/** A birthday may lie on either side of the scene, and authors round. */
const SLACK = 1;

interface Aged extends Stretch {
  readonly years: number;
  readonly called: Called<'characters'>;
}

export const age: Rule = {
  id: 'time/age',
  severity: 'warning',
  *check(manuscript) {
    const { bible, calendar, scenes } = manuscript;
    const year = calendar.daysPerYear;
    if (!isEnglish(manuscript) || year === undefined) return;
    if (![...bible.characters.values()].some(beginningOf)) return;
    for (const scene of scenes.filter(isPlayed)) {
      const played = playedAt(manuscript, scene);
      if (!played) continue;
      for (const narrated of narrationIn(manuscript, scene)) {
        for (const { years, called, ...stretch } of agesIn(narrated.text, manuscript)) {
          const who = theOne(called);
          const born = who && beginningOf(who);
          const lived = born && daysBetween(calendar, born.value, played);
          if (!who || !lived) continue;
          const [least, most] = [Math.floor(lived.least / year), Math.floor(lived.most / year)];
          if (years >= least - SLACK && years <= most + SLACK) continue;
          const right =
            most - least <= 1
              ? [...new Set([least, most])].join(' or ')
              : years < least
                ? `at least ${least}`
                : `at most ${most}`;
          yield {
            message: `${who.name} is ${years} here, and by the birth in ${born.value.text} would be ${right}; correct one of them`,
            span: spanAt(narrated, stretch),
            related: [{ span: born.span, message: `the birth, ${born.value.text}, stands here` }],
            problem: `${who.id} ${years}`,
          };
        }
      }
    }
  },
};

const count = '(\\d{1,3}|[a-z]+(?:-[a-z]+)?)';
const aged = new RegExp(`(?:, | )aged ${count}\\b(?! (?:years )?(?:by|months|weeks|days))`, 'g');
const yearOld = /(?<![\p{L}\p{N}-])(\d{1,3}|[a-z]+(?:-[a-z]+)?)[- ]years?-old (?=\p{Lu})/giu;
const wasOld = new RegExp(`(?:, who)? (?:was|is) (?:now |only |just |still )?${count} years old\\b`, 'g');
const wasPlain = new RegExp(`(?:, who)? (?:was|is) (?:now |only |just |still )?${count}(?=[.;,])`, 'g');
const at = new RegExp(`\\bAt ${count}, (?=\\p{Lu})`, 'gu');
/** A smaller number alone may count anything, or be an hour. */
const GROWN = 18;

/** Words with which a sentence looks to another time than its own. */
const elsewhen =
  /\b(?:when|once|while|ago|since|until|before|after|by the time|then|back|remember(?:ed|s|ing)?|recall(?:ed|s|ing)?|memory|photograph|picture|portrait|as a|as an|had|would|will|if|in \d{4}|stardate|that year|in those days|first|dead|died)\b/i;

/** The ages that a plain text gives to those whom the bible knows. */
function* agesIn(text: string, { bible }: Manuscript): Iterable<Aged> {
  const names = namesOf(bible, 'characters');
  const found = function* (
    hit: RegExpExecArray,
    called: Called<'characters'> | undefined,
    isClause = false,
  ): Iterable<Aged> {
    const [whole, written = ''] = hit;
    const years = readYears(written);
    if (!called || years === undefined) return;
    const { start, end } = sentenceAt(text, called.start);
    const stop = hit.index + whole.length;
    // “Tam was nine years old, and he had thought it over”: what another clause looks back to is not the age.
    const rest = isClause ? /^[^,;:]*?(?=[,;:]| and\b|$)/.exec(text.slice(stop, end))?.[0].length : undefined;
    if (elsewhen.test(text.slice(start, rest === undefined ? end : stop + rest))) return;
    const at = hit.index + whole.indexOf(written);
    yield { years, called, start: at, end: at + written.length };
  };
  for (const hit of text.matchAll(aged)) yield* found(hit, names.endingAt(text, hit.index));
  for (const hit of text.matchAll(yearOld)) yield* found(hit, names.startingAt(text, hit.index + hit[0].length));
  for (const hit of text.matchAll(wasOld)) yield* found(hit, names.endingAt(text, hit.index), true);
  const isGrown = (hit: RegExpExecArray): boolean => (readYears(hit[1] ?? '') ?? 0) >= GROWN;
  for (const hit of text.matchAll(wasPlain)) if (isGrown(hit)) yield* found(hit, names.endingAt(text, hit.index), true);
  for (const hit of text.matchAll(at)) {
    if (isGrown(hit)) yield* found(hit, names.startingAt(text, hit.index + hit[0].length));
  }
}

function readYears(written: string): number | undefined {
  const days = readLength(`${written.toLowerCase()} years`);
  return days === undefined ? undefined : Math.round(days / 365.25);
}
