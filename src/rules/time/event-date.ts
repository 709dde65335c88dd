/** Prose that dates an event otherwise than the bible. */

import { isEnglish, narrationWhere, plain, sentenceAt, spanAt } from '../../analysis/narration.ts';
import type { Rule } from '../../lint.ts';
import { compareMoments, isMoment, type Moment } from '../../manuscript/calendar.ts';
import { timelineOf } from '../../manuscript/lives.ts';
import type { Manuscript, Scene } from '../../manuscript/model.ts';
import type { Stretch } from '../../manuscript/passages.ts';
import { datesIn, daysIn, months } from './dates.ts';
import { datesFates, fatesIn } from './fates.ts';

/** A phrase with a verb tells the event itself; a noun alone may be spoken of on any day. */
const verb = /\b(?:was|were|is|had|has|did|fell|broke|began|ended|died|\p{L}{3,}ed)\b/u;

const mayDate = new RegExp(`\\bstardate \\d|\\d{4}|\\b(?:${months})\\b`, 'i');
/** What `datesIn` may find a date in: most paragraphs have none. */
const dated = narrationWhere('time/event-date', (text) => mayDate.test(text));

export const eventDate: Rule = {
  id: 'time/event-date',
  severity: 'error',
  *check(manuscript) {
    const { bible, timelines } = manuscript;
    if (!isEnglish(manuscript)) return;
    const events = [...bible.events.values()].flatMap((event) => {
      const { at, phrases = [] } = event.fields;
      const forms = [...phrases.map(({ value }) => value), ...event.names.map(({ value }) => value)]
        .map((form) => plain(form).toLowerCase())
        .filter((form) => form.includes(' '));
      return at && at.value.scale === undefined ? [{ event, at, forms: [...new Set(forms)] }] : [];
    });
    if (events.length === 0 && !datesFates(manuscript)) return;
    for (const { scene, narrated } of dated(manuscript)) {
      for (const { id, name, at, timeline, ...phrase } of fatesIn(narrated.text, manuscript)) {
        if (!timelines.holds({ timeline, at: at.value }, scene.timeline)) continue;
        const said = dateOf(narrated.text, phrase, true, manuscript, yearOf(at.value, scene), place);
        if (!said || compareMoments(said.moment, at.value) === 0 || isSame(said.moment, at.value)) continue;
        yield {
          message: `${name} is of ${said.moment.text} here, and of ${at.value.text} in the bible; correct one of them`,
          span: spanAt(narrated, said),
          related: [{ span: at.span, message: `${at.value.text} stands here` }],
          problem: `${id} ${said.moment.text}`,
          ...severityOf(said.moment),
        };
      }
      const low = narrated.text.toLowerCase();
      for (const { event, at, forms } of events) {
        for (const form of forms) {
          const start = low.indexOf(form);
          if (start < 0) continue;
          if (!timelines.holds({ timeline: timelineOf(event)?.value, at: at.value }, scene.timeline)) continue;
          const phrase = { start, end: start + form.length };
          const dated = dateOf(narrated.text, phrase, verb.test(form), manuscript, yearOf(at.value, scene));
          if (!dated || compareMoments(dated.moment, at.value) === 0 || isSame(dated.moment, at.value)) continue;
          yield {
            message: `${event.name} is of ${dated.moment.text} here, and of ${at.value.text} in the bible; correct one of them`,
            span: spanAt(narrated, dated),
            related: [{ span: at.span, message: `${at.value.text} stands here` }],
            problem: `${event.id} ${dated.moment.text}`,
            ...severityOf(dated.moment),
          };
          break;
        }
      }
    }
  },
};

/** What a day without a year says may yet be of another. */
const severityOf = ({ text }: Moment): { readonly severity?: 'warning' } =>
  /\d{4}/.test(text) ? {} : { severity: 'warning' };

/** “at Wolf 359 ”, “with all hands off Regulus ”: where it happened may stand before its date. */
const place = /^(?: (?:with|at|off|near|over|in|by|aboard) [^,.;:!?]{1,40})?,? (?:on |in |at |\()?$/;
const nothing =
  /^(?: (?:(?:took|had taken) place|(?:had )?(?:happened|occurred)|fell|had fallen))?,? (?:on |in |at |\()?$/;

/** The year of a day without one: the event's, in a scene of that time. In any other it may be an anniversary. */
function yearOf({ text, earliest }: Moment, { time }: Scene): string | undefined {
  const [, year] = /^(\d{4})-\d\d-\d\d/.exec(text) ?? [];
  const isNear = time && time.value.scale === undefined && Math.abs(time.value.earliest - earliest) < NEAR;
  return isNear ? year : undefined;
}
/** Days from an event within which the day of a month is that of its year. */
const NEAR = 300;

/** The date that a sentence gives to a phrase: the only one in it, right beside the phrase. */
function dateOf(
  text: string,
  phrase: Stretch,
  isClause: boolean,
  { calendar }: Manuscript,
  year: string | undefined,
  before = nothing,
): (Stretch & { readonly moment: Moment }) | undefined {
  const { start, end } = sentenceAt(text, phrase.start);
  const sentence = text.slice(start, end);
  // What another clause goes on to say is nothing about the day.
  const rest = text.slice(phrase.end, end);
  const next = /(?:, (?:and|but)|;) /.exec(rest);
  const own = text.slice(start, next && !mayDate.test(rest.slice(next.index)) ? phrase.end + next.index : end);
  if (/\b(?:if|would|not|never|no|until|before|after|since|anniversary|news|nearly|almost)\b|n't\b/i.test(own))
    return undefined;
  const dates = [...datesIn(sentence, calendar), ...(year ? daysIn(sentence, year) : [])].map((date) => ({
    ...date,
    start: date.start + start,
    end: date.end + start,
  }));
  const [date] = dates;
  if (!date || dates.length > 1) return undefined;
  const within = date.start < phrase.end && date.end > phrase.start;
  if (within) return undefined;
  const behind = date.start >= phrase.end;
  const between = behind ? text.slice(phrase.end, date.start) : text.slice(date.end, phrase.start);
  if (behind ? !before.test(between) : !isClause || !/^,? (?:when )?(?:the |that )?$/.test(between)) return undefined;
  // “By stardate 43990 the beacon was lost”: only a date on which it happened.
  if (!behind && !/(?:^|[,;] )(?:and |but )?(?:on|in|at) $/i.test(text.slice(start, date.start))) return undefined;
  const read = calendar.read(date.value);
  return isMoment(read) && read.scale === undefined
    ? { start: date.start, end: date.end, moment: { ...read, text: date.said } }
    : undefined;
}

/** Points that agree to the digits that the prose has. */
const isSame = (a: Moment, b: Moment): boolean => {
  const places = /\.(\d+)$/.exec(a.text)?.[1]?.length;
  return places !== undefined && Math.abs(a.earliest - b.earliest) <= 0.5 / 10 ** places + 1e-9;
};
