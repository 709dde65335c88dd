/** One person in two places at the same time. */

import type { Rule } from '../../lint.ts';
import type { Entry } from '../../manuscript/bible.ts';
import { isPoint, type Moment } from '../../manuscript/calendar.ts';
import type { Stated } from '../../manuscript/fields.ts';
import { sayLength } from '../../manuscript/lengths.ts';
import type { Manuscript, Scene } from '../../manuscript/model.ts';
import { areApart, presentIn } from '../../manuscript/presence.ts';
import { interruptedAfter } from '../../manuscript/storytime.ts';
import { listed, sayWhere, sceneName } from '../saying.ts';

type Dated = Scene & { readonly time: Stated<Moment> };
type Person = Entry<'characters'>;

/** Two scenes that exclude each other for some who are in both; `later` in reading order. */
interface Clash {
  readonly earlier: Dated;
  readonly later: Dated;
  readonly who: Person[];
}

export const twoPlacesAtOnce: Rule = {
  id: 'presence/two-places-at-once',
  severity: 'error',
  *check(manuscript) {
    const { bible, calendar } = manuscript;
    for (const { earlier, later, who } of clashesIn(manuscript)) {
      const names = `${listed(who.map(({ name }) => name))} ${who.length > 1 ? 'are' : 'is'}`;
      const [here, there] = [later, earlier].map(({ setting }) =>
        setting?.entry ? sayWhere(bible, setting.entry) : '',
      );
      const { lasting } = overlapOf(earlier, later, manuscript) ?? {};
      const other = sceneName(earlier, later);
      const then = lasting?.duration
        ? `${lasting === later ? 'while this scene' : 'which'} is to last ${sayLength(lasting.duration.value)} from ${lasting.time.value.text}`
        : `at ${earlier.time.value.text} too`;
      yield {
        message: `${names} ${here} in ${sceneName(later)} at ${calendar.noun} ${later.time.value.text}, and ${there} in ${other}, ${then}; correct a date, a \`setting\` or a \`cast\`, name who only calls under \`via\`, or give one scene a \`timeline\` of its own`,
        span: later.time.span,
        related: [
          { span: earlier.time.span, message: `${names} ${there} at ${earlier.time.value.text}` },
          ...(lasting?.duration ? [{ span: lasting.duration.span, message: 'this scene still lasts' }] : []),
        ],
        problem: String(later.index),
      };
    }
  },
};

/** The clashes of a story, by their places: of a scene with the first that it clashes with. */
function clashesIn(manuscript: Manuscript): readonly Clash[] {
  const found = new Map<string, Clash>();
  for (const [who, scenes] of whereabouts(manuscript)) {
    const clashes = scenes.flatMap((scene, i) => [...clashesOf(scene, scenes.slice(i + 1), manuscript)]);
    clashes.sort((a, b) => a.later.index - b.later.index || a.earlier.index - b.earlier.index);
    // A scene that is out of place clashes with many; it is one problem.
    const misplaced = new Set<Scene>();
    for (const { earlier, later } of clashes) {
      if (misplaced.has(earlier) || misplaced.has(later)) continue;
      misplaced.add(later);
      const key = `${later.index} ${earlier.index}`;
      const clash = found.get(key) ?? { earlier, later, who: [] };
      clash.who.push(who);
      found.set(key, clash);
    }
  }
  return [...found.values()].sort((a, b) => a.later.index - b.later.index || a.earlier.index - b.earlier.index);
}

/** For each person and timeline, the scenes with a date and a place where they are bodily, from the earliest on. */
function whereabouts({ scenes, bible }: Manuscript): readonly (readonly [Person, readonly Dated[]])[] {
  const found = new Map<string, readonly [Person, Dated[]]>();
  for (const scene of scenes) {
    if (!scene.time || !scene.setting?.entry) continue;
    for (const { who } of presentIn(scene, bible)) {
      const key = `${who.id} ${scene.timeline}`;
      const [, known] = found.get(key) ?? [who, []];
      known.push(scene as Dated);
      found.set(key, [who, known]);
    }
  }
  for (const [, known] of found.values()) known.sort((a, b) => a.time.value.earliest - b.time.value.earliest);
  return [...found.values()];
}

/** The scenes that clash with one, among those that open no earlier. */
function* clashesOf(scene: Dated, next: readonly Dated[], manuscript: Manuscript): Iterable<Omit<Clash, 'who'>> {
  const lasts = (scene.duration?.value ?? 0) / (manuscript.calendar.daysPerUnit ?? 1);
  for (const other of next) {
    if (other.time.value.earliest > scene.time.value.latest + lasts) return;
    if (!overlapOf(scene, other, manuscript) || !areApart(manuscript.bible, scene, other)) continue;
    yield scene.index < other.index ? { earlier: scene, later: other } : { earlier: other, later: scene };
  }
}

/** Whether two scenes certainly go on at the same time, and which of them lasts into the other. */
function overlapOf(a: Dated, b: Dated, manuscript: Manuscript): { readonly lasting?: Dated } | undefined {
  const [at, bt] = [a.time.value, b.time.value];
  if (isPoint(at) && isPoint(bt) && at.scale === bt.scale && at.earliest === bt.earliest) return {};
  if (interruptedAfter(manuscript, a, b) !== undefined) return { lasting: a };
  if (interruptedAfter(manuscript, b, a) !== undefined) return { lasting: b };
  return undefined;
}
