/** A log whose header dates it otherwise than its scene, or its own directive, does. */

import { isEnglish, plain } from '../../analysis/narration.ts';
import type { Fault, Rule } from '../../lint.ts';
import { type Calendar, compareMoments, daysBetween, isMoment, type Moment } from '../../manuscript/calendar.ts';
import type { Stated } from '../../manuscript/fields.ts';
import type { Manuscript, Scene } from '../../manuscript/model.ts';
import { type Passage, passagesOf } from '../../manuscript/passages.ts';
import { isInOrder } from '../../manuscript/storytime.ts';

/** `Captain's log, stardate 43625.2`, `Ship's log, supplemental. Stardate 43625.2`, or a date alone on its line. */
const header =
  /^["“'*_]*(?:(?:[A-Z][\p{L}'-]*(?: [\p{L}'-]+){0,4} )?(?:log|journal|diary|record),? ?(?:entry|supplemental|personal)?[,.:;—–-]* *)?stardate:? (\d[\d.,]*\d)/iu;

export const logHeader: Rule = {
  id: 'time/log-header',
  severity: 'error',
  *check(manuscript) {
    const { calendar, scenes } = manuscript;
    if (!isEnglish(manuscript) || calendar.noun !== 'stardate') return;
    for (const scene of scenes) {
      if (!scene.time && !scene.documents.some(({ time }) => time)) continue;
      for (const [i, passage] of passagesOf(scene).entries()) {
        if (!/tardate/i.test(passage.text.slice(0, 120))) continue;
        const hit = header.exec(plain(passage.text).trimStart());
        const written = hit?.[1];
        if (written === undefined || !hit) continue;
        const bare = hit[0]
          .replace(/^["“'*_]*/, '')
          .toLowerCase()
          .startsWith('stardate');
        if (bare && plain(passage.text).trim().length > hit[0].length + 2) continue;
        const dated = passage.document?.time ?? scene.time;
        if (!dated || passage.kind === 'quoted') continue;
        // A log further down may be an old one that somebody plays; then only a slip of its digits tells.
        const own = passage.document?.time !== undefined;
        if (!own && i > 1 && !isSlip(written, dated.value.text)) continue;
        yield* judged(written, passage, dated, own, scene, manuscript);
      }
    }
  },
};

function* judged(
  written: string,
  passage: Passage,
  dated: Stated<Moment>,
  own: boolean,
  scene: Scene,
  manuscript: Manuscript,
): Iterable<Fault> {
  const { calendar } = manuscript;
  const read = calendar.read(written);
  if (isMoment(read) && (agrees(read, dated.value) || (!own && isWithin(read, scene, manuscript)))) return;
  // A year or a time of another calendar is no slip of this one.
  if (!isMoment(read) && !isSlip(written, dated.value.text)) return;
  const start = passage.text.indexOf(written);
  const span = passage.place(start, start + written.length);
  yield {
    message: `the log is of stardate ${written}, and ${own ? 'its directive' : 'the scene'} of ${dated.value.text}; correct one of them${own ? '' : ', or give the log a date of its own in `:::log{stardate=…}`'}`,
    span,
    related: [{ span: dated.span, message: `${dated.value.text} stands here` }],
    ...(/^[\d.]+$/.test(dated.value.text) ? { fix: { safe: false, edits: [{ span, text: dated.value.text }] } } : {}),
  };
}

/** The same time, or the same to the digits that both have. */
function agrees(a: Moment, b: Moment): boolean {
  if (compareMoments(a, b) === 0) return true;
  const places = (text: string): number => text.split('.')[1]?.length ?? 0;
  const shared = Math.min(places(a.text), places(b.text));
  const cut = (value: number): number => Math.floor(value * 10 ** shared + 1e-6);
  return a.scale === b.scale && shared > 0 && cut(a.earliest) === cut(b.earliest);
}

/** A log may be kept while its scene goes on: not before it opens, nor when the next one does, and within a day. */
function isWithin(read: Moment, scene: Scene, { calendar, scenes }: Manuscript): boolean {
  if (!scene.time || compareMoments(read, scene.time.value) < 0) return false;
  const next = scenes.find(
    (other) => other.index > scene.index && other.timeline === scene.timeline && isInOrder(other) && other.time,
  );
  if (next?.time && compareMoments(read, next.time.value) > 0) return false;
  const lasts = Math.max(1, scene.duration?.value ?? 0);
  return isNear(calendar, scene.time.value, read, lasts);
}

function isNear(calendar: Calendar, from: Moment, to: Moment, days: number): boolean {
  const passed = daysBetween(calendar, from, to);
  return passed !== undefined && passed.least <= days;
}

/** One digit that is another, or two in a row that changed places. */
function isSlip(written: string, meant: string): boolean {
  const [a, b] = [written.replace(/\D/g, ''), meant.replace(/\D/g, '')];
  if (a.length !== b.length) return Math.abs(a.length - b.length) === 1 && (a.startsWith(b) || b.startsWith(a));
  const off = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]));
  const [first = 0, second = 0] = off;
  return (
    off.length === 1 || (off.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first])
  );
}
