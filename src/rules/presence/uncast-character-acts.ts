/** Somebody who speaks or acts in a scene whose declared cast lacks them. */

import { type Act, actsIn, isImagined, isPersonal, isRemote } from '../../analysis/acts.ts';
import { isReadable } from '../../analysis/scenes.ts';
import type { Rule } from '../../lint.ts';
import { type Bible, type Entry, foldName, meant } from '../../manuscript/bible.ts';
import { isBefore } from '../../manuscript/calendar.ts';
import { surelyPast } from '../../manuscript/facts.ts';
import type { Reference } from '../../manuscript/fields.ts';
import type { Manuscript, Scene } from '../../manuscript/model.ts';
import { isPlayed } from '../../manuscript/presence.ts';
import type { Fix } from '../../manuscript/problem.ts';
import { playedAt } from '../../manuscript/storytime.ts';
import { namedUnder } from '../acting.ts';
import { sceneName } from '../saying.ts';

export const uncastCharacterActs: Rule = {
  id: 'presence/uncast-character-acts',
  severity: 'warning',
  *check(manuscript) {
    if (!isReadable(manuscript) || manuscript.bible.characters.size === 0) return;
    for (const scene of manuscript.scenes) {
      const { cast } = scene;
      if (!cast || cast.length === 0 || !isPlayed(scene)) continue;
      const named = namedUnder(scene, manuscript.bible);
      const acts = actsIn(manuscript, scene)
        .filter(isPersonal)
        .filter(({ who }) => !named.has(who.id) && !isNamedOtherwise(who, cast, manuscript.bible));
      for (const own of Map.groupBy(acts, ({ who }) => who.id).values()) {
        const there = own.filter((act) => !isImagined(act) && !isRemote(act) && act.as !== 'is heard');
        const evidence = isEnough(there) ? there : isEnough(own) ? own : [];
        const [first] = evidence;
        if (!first || isOutOfLife(first.who, scene, manuscript)) continue;
        const span = { ...(cast[0] as Reference).span, end: (cast.at(-1) as Reference).span.end };
        const fix = addition(cast, first.who);
        yield {
          message: `${first.who.name} ${first.as === 'speaks' ? 'speaks' : first.as} in ${sceneName(scene)}, and is not in its \`cast\`; add \`${first.who.id}\` to the \`cast\`, or under \`via\` where it is a call or a letter`,
          span: first.span,
          related: [{ span, message: `the \`cast\` is ${cast.map(({ value }) => value).join(', ')}` }],
          count: evidence.length,
          problem: `${first.who.id} ${span.source.file} ${span.start}`,
          ...(fix ? { fix } : {}),
          ...(evidence === there ? {} : { severity: 'info' as const }),
        };
      }
    }
  },
};

/** One speech that is said to be theirs, or two deeds: one alone may be a slip of the reading. */
const isEnough = (acts: readonly Act[]): boolean => acts.some(({ as }) => as !== 'acts') || acts.length > 1;

/** Whether a cast that the bible does not know whole may mean somebody by a name that it lacks. */
function isNamedOtherwise(who: Entry<'characters'>, cast: readonly Reference[], bible: Bible): boolean {
  const words = new Set(who.names.flatMap(({ value }) => foldName(value).split(/[\s-]+/)));
  return cast.some(
    (reference) =>
      !meant(bible, reference, 'characters') &&
      foldName(reference.value)
        .split(/[\s/-]+/)
        .some((word) => words.has(word)),
  );
}

/** The dead and the unborn are for rules of their own. */
function isOutOfLife({ fields }: Entry<'characters'>, scene: Scene, manuscript: Manuscript): boolean {
  const played = playedAt(manuscript, scene);
  if (!played) return false;
  const within = { timelines: manuscript.timelines, timeline: scene.timeline, own: fields.timeline };
  return (
    surelyPast(fields.died, played, within) !== undefined || (!!fields.born && isBefore(played, fields.born.value))
  );
}

/** The id behind the last of the cast, as that list is written. */
function addition(cast: readonly Reference[], { id }: Entry<'characters'>): Fix | undefined {
  const { span } = cast.at(-1) as Reference;
  const { source, end } = span;
  const line = source.text.slice(source.text.lastIndexOf('\n', span.start - 1) + 1, span.start);
  // A value without quotation marks in a directive cannot hold two names.
  if (/[{\s][\w-]+=$/.test(line)) return undefined;
  const item = /^\s*-\s+/.exec(line)?.[0];
  const text = item === undefined ? `, ${id}` : `\n${item}${id}`;
  return { safe: false, edits: [{ span: { source, start: end, end }, text }] };
}
