/** A weekday that does not fit its date. */

import { namesOf } from '../../analysis/called.ts';
import { isEnglish, type Narrated, narrationIn, plain, sentenceAt } from '../../analysis/narration.ts';
import type { Fault, Rule } from '../../lint.ts';
import { isMoment } from '../../manuscript/calendar.ts';
import type { Manuscript, Scene } from '../../manuscript/model.ts';
import { type Passage, passagesOf } from '../../manuscript/passages.ts';
import { isPlayed } from '../../manuscript/presence.ts';
import { dayInFigures, isoOf, months, ordinals, weekdayOf, weekdays } from './dates.ts';

const day = `\\d{1,2}(?:st|nd|rd|th)?|${ordinals}`;
/** `Sunday, 18 June 1815`, `Sunday the 18th of June`, `Sunday, June 18th, 1815`. */
const full = new RegExp(
  `\\b(${weekdays}),? (?:the )?(?:(${day})(?: of)? (${months})|(${months}) (?:the )?(${day}))(?:,? (\\d{4}))?\\b`,
  'g',
);
/** `Sunday, the eighth`, `Tuesday 14th`: of the month that the scene plays in, or the one beside it. */
const bare = new RegExp(
  `\\b(${weekdays})(?:,? (?:being )?the (\\d{1,2}(?:st|nd|rd|th)|${ordinals})|,? (\\d{1,2}(?:st|nd|rd|th)))(?=[.,;:!?)—–]|$| (?:and|when|but)\\b)(?!,? (?:of|${months})\\b)`,
  'g',
);
/** Days from a scene within which a day of the month is surely meant. */
const NEAR = 10;
const itWas = new RegExp(
  `(?:^|[.!?] )It (?:was|is) (?:a |still |now )?(${weekdays})\\b(?! (?:that|when|before|after|last|next))`,
  'g',
);
/** `Tuesday.` or `Tuesday morning, and it is raining`, as the first words of a scene. */
const opening = new RegExp(
  `^(${weekdays})(?: (?:morning|afternoon|evening|night))?[.,:;—–](?! (?:the )?(?:\\d|${ordinals}|${months}))`,
);
/** What makes the day of an opening another than the scene's. */
const elsewhen = /\b(?:had|would|will|last|next|ago|since|before|after|tomorrow|yesterday|every|then)\b|['’](?:d|ll)\b/;

/** Before the new calendar had come to England weekdays went by the old one. */
const NEW_STYLE = 1753;

export const weekday: Rule = {
  id: 'time/weekday',
  severity: 'warning',
  *check(manuscript) {
    if (!isEnglish(manuscript) || manuscript.calendar.name !== 'date') return;
    for (const scene of manuscript.scenes) {
      for (const passage of passagesOf(scene)) {
        if (passage.kind !== 'quoted' && passage.text.includes('day')) yield* inDates(passage, scene, manuscript);
      }
      yield* inWords(scene, manuscript);
      if (Number(scene.time?.value.text.slice(0, 4)) < NEW_STYLE) continue;
      for (const narrated of narrationIn(manuscript, scene)) {
        if (narrated.text.includes('day')) yield* inDays(narrated, scene);
      }
    }
  },
};

/** The day that a scene plays on, in days since 1970-01-01. */
function dayOf({ time }: Pick<Scene, 'time'>): number | undefined {
  if (!time || time.value.latest - time.value.earliest >= 1) return undefined;
  return Math.floor(time.value.earliest);
}

function* inDates(passage: Passage, scene: Scene, manuscript: Manuscript): Iterable<Fault> {
  const narrated = narrationIn(manuscript, scene).find(
    (one) => one.passage.place(0, 0).start === passage.place(0, 0).start,
  );
  // What is spoken is not judged; a heading, a letter's or a log's own date is.
  const text = narrated?.text ?? plain(passage.text);
  if (passage.kind === 'narration' && !passage.document && !narrated) return;
  for (const { 0: whole, 1: said = '', 2: d1, 3: m1, 4: m2, 5: d2, 6: year, index } of text.matchAll(full)) {
    const [day, name = ''] = [dayInFigures(d1 ?? d2 ?? '').replace(/\D/g, ''), m1 ?? m2];
    const own = passage.document?.time ?? scene.time;
    const written = year ?? own?.value.text.slice(0, 4);
    const read = written === undefined ? undefined : manuscript.calendar.read(isoOf(written, name, day));
    if (!read || !isMoment(read) || Number(written) < NEW_STYLE) continue;
    // Without its year a date is that of the scene, or of any year.
    if (year === undefined && (!own || dayOf({ time: own }) !== Math.floor(read.earliest))) continue;
    const right = weekdayOf(read.earliest);
    if (right === said) continue;
    const start = index;
    const span = passage.place(start, start + said.length);
    const related =
      own && dayOf({ time: own }) === Math.floor(read.earliest)
        ? [{ span: own.span, message: `${own.value.text} is a ${right}` }]
        : [];
    yield {
      message: `${whole.slice(said.length).replace(/^,? (?:the )?/, '')} is a ${right}${year === undefined ? ` in ${written}` : ''}, and no ${said}; correct one of them`,
      span,
      related,
      fix: { safe: false, edits: [{ span, text: right }] },
    };
  }
}

/** `Sunday, the eighth`, within days of the scene. */
function* inDays(narrated: Narrated, scene: Scene): Iterable<Fault> {
  const day = dayOf(scene);
  if (day === undefined || !scene.time || !isPlayed(scene)) return;
  for (const { 1: said = '', 2: word, 3: figure, index } of narrated.text.matchAll(bare)) {
    const meant = nearest(Number.parseInt(dayInFigures(word ?? figure ?? ''), 10), day);
    const right = meant === undefined ? said : weekdayOf(meant);
    if (meant === undefined || right === said) continue;
    const { text } = scene.time.value;
    const span = narrated.passage.place(index, index + said.length);
    yield {
      message: `the ${word ?? figure} is a ${right}${meant === day ? '' : `, as ${text} is a ${weekdayOf(day)}`}, and no ${said}; correct one of them`,
      span,
      related: [{ span: scene.time.span, message: `${text} is a ${weekdayOf(day)}` }],
      fix: { safe: false, edits: [{ span, text: right }] },
    };
  }
}

/** The day nearest to another that has a number in its month, in days since 1970-01-01; undefined where none is near. */
function nearest(ofMonth: number, day: number): number | undefined {
  const days = Array.from({ length: 2 * NEAR + 1 }, (_, i) => day + (i % 2 ? (i + 1) / 2 : -i / 2));
  return days.find((other) => new Date(other * 86_400_000).getUTCDate() === ofMonth);
}

/** `It was Sunday` in the first paragraph of a scene of a known day. */
function* inWords(scene: Scene, manuscript: Manuscript): Iterable<Fault> {
  const [first] = narrationIn(manuscript, scene);
  const day = dayOf(scene);
  if (!first || day === undefined || !scene.time || !isPlayed(scene)) return;
  if (Number(scene.time.value.text.slice(0, 4)) < NEW_STYLE) return;
  const right = weekdayOf(day);
  for (const { 0: whole, 1: said = '', index } of [
    ...opened(first, scene, manuscript),
    ...first.text.matchAll(itWas),
  ]) {
    if (right === said) continue;
    const start = index + whole.indexOf(said);
    const span = first.passage.place(start, start + said.length);
    yield {
      message: `it is ${said} here, and ${scene.time.value.text} is a ${right}; correct one of them`,
      span,
      related: [{ span: scene.time.span, message: `${scene.time.value.text} is a ${right}` }],
      fix: { safe: false, edits: [{ span, text: right }] },
    };
  }
}

/** The weekday that a scene opens with, where its first sentence speaks of that day and of nobody who is called so. */
function* opened({ text, passage }: Narrated, scene: Scene, { bible }: Manuscript): Iterable<RegExpExecArray> {
  const hit = opening.exec(text);
  if (!hit || elsewhen.test(text.slice(0, sentenceAt(text, 0).end))) return;
  const isFirst =
    passagesOf(scene)
      .find(({ kind }) => kind !== 'heading')
      ?.place(0, 0).start === passage.place(0, 0).start;
  if (isFirst && !namesOf(bible, 'characters').startingAt(text, 0)) yield hit;
}
