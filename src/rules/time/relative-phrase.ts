/** A scene that opens “Three days later”, and the dates say otherwise. */

import { isEnglish, type Narrated, narrationIn, sentencesIn, spanAt } from '../../analysis/narration.ts';
import type { Rule } from '../../lint.ts';
import { daysBetween } from '../../manuscript/calendar.ts';
import { replace } from '../../manuscript/fields.ts';
import { sayLength } from '../../manuscript/lengths.ts';
import type { Manuscript, Scene } from '../../manuscript/model.ts';
import { passagesOf, type Stretch } from '../../manuscript/passages.ts';
import type { Fix } from '../../manuscript/problem.ts';
import { type Passed, readPassed } from '../../manuscript/relative.ts';
import { type DatedScene, isDated, isInOrder } from '../../manuscript/storytime.ts';
import { sceneName } from '../saying.ts';

export const relativePhrase: Rule = {
  id: 'time/relative-phrase',
  severity: 'warning',
  *check(manuscript) {
    const { calendar, scenes } = manuscript;
    if (!isEnglish(manuscript) || calendar.daysPerUnit === undefined) return;
    for (const told of Map.groupBy(scenes.filter(isInOrder), ({ timeline }) => timeline).values()) {
      for (const [i, scene] of told.entries()) {
        const last = told[i - 1];
        if (!last || !isDated(last) || !isDated(scene)) continue;
        const found = openingOf(manuscript, scene);
        if (!found || fits(found, last, scene, manuscript)) continue;
        const others = told.slice(0, i - 1).filter((other) => isSameThread(other, scene));
        // Where two threads are told in turn, a phrase counts from its own.
        if (others.some((other) => isDated(other) && fits(found, other, scene, manuscript))) continue;
        const passed = daysBetween(calendar, last.time.value, scene.time.value);
        if (!passed || passed.most < 0) continue;
        const days = Math.max(passed.least, 0);
        yield {
          message: `this scene opens “${found.text}”, and its date, ${scene.time.value.text}, is ${days < 0.0007 ? 'that' : `${sayLength(days)} after that`} of ${sceneName(last, scene)}; correct the phrase or one of the dates`,
          span: found.span,
          related: [{ span: last.time.span, message: `${last.time.value.text} stands here` }],
          ...suggested(found, days),
        };
      }
    }
  },
};

const units = [
  ['year', 365.25, 2],
  ['month', 30.44, 2],
  ['week', 7, 2],
  ['day', 1, 1],
  ['hour', 1 / 24, 1],
] as const;
const small = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** The phrase that the dates would bear, in whole numbers; none for what is less than an hour. */
function suggested({ text, span }: Found, days: number): { readonly fix?: Fix } {
  const [name, length] = units.find(([, length, least]) => Math.round(days / length) >= least) ?? [];
  if (name === undefined || !/ later$/i.test(text)) return {};
  const count = Math.round(days / length);
  const number = small[count - 1] ?? String(count);
  const said = `${number} ${name}${count === 1 ? '' : 's'} later`;
  const isCapital = /^\p{Lu}/u.test(text);
  return { fix: replace(span, isCapital ? said.charAt(0).toUpperCase() + said.slice(1) : said) };
}

type Found = Passed & { readonly span: ReturnType<typeof spanAt> };

/** The phrase in the first two sentences of a scene's narration. */
function openingOf(manuscript: Manuscript, scene: Scene): Found | undefined {
  // Behind a letter or a log at its head a scene counts from that.
  if (passagesOf(scene).find(({ kind }) => kind !== 'heading')?.kind !== 'narration') return undefined;
  const [first, second] = opening(narrationIn(manuscript, scene));
  const sentences = [first, ...(second && first && !tells(said(first)) ? [second] : [])];
  for (const one of sentences) {
    const passed = one && readPassed(said(one));
    // “Three days later he would be dead” looks ahead.
    if (!one || !passed || /\b(?:would|will|might|could have)\b/.test(said(one))) continue;
    const start = one.start + passed.at;
    return { ...passed, span: spanAt(one.narrated, { start, end: start + passed.text.length }) };
  }
  return undefined;
}

interface Sentence extends Stretch {
  readonly narrated: Narrated;
}

const said = ({ narrated, start, end }: Sentence): string => narrated.text.slice(start, end);

function opening(narrated: readonly Narrated[]): readonly Sentence[] {
  const found: Sentence[] = [];
  for (const one of narrated.slice(0, 2)) {
    for (const sentence of sentencesIn(one.text)) found.push({ ...sentence, narrated: one });
    if (found.length >= 2) break;
  }
  return found;
}

/** Whether a sentence tells something that “later” may count from: a place or a date alone does not. */
const tells = (sentence: string): boolean =>
  /\b(?:is|are|was|were|had|has|did|came|went|took|\p{L}+ed)\b/u.test(sentence) || sentence.length > 60;

const isSameThread = (other: Scene, scene: Scene): boolean =>
  (other.pov !== undefined && other.pov.value === scene.pov?.value) ||
  (other.setting?.entry !== undefined && other.setting.entry === scene.setting?.entry);

/** Whether the dates allow the phrase: from the opening of the last scene, or from its end where that is known. */
function fits(phrase: Passed, last: DatedScene, scene: DatedScene, { calendar, story }: Manuscript): boolean {
  const passed = daysBetween(calendar, last.time.value, scene.time.value);
  if (!passed) return true;
  const tolerance = story.fields.tolerance?.value ?? 0;
  const precision = (calendar.daysPerUnit ?? 0) / 10;
  const least = passed.least - (last.duration?.value ?? 0);
  return passed.most >= phrase.least - tolerance - precision && least <= phrase.most + tolerance + precision;
}
