/** A point of view that is not among those present. */

import type { Rule } from '../../lint.ts';
import { type Bible, foldName } from '../../manuscript/bible.ts';
import type { Reference } from '../../manuscript/fields.ts';
import type { Scene } from '../../manuscript/model.ts';
import { isNobody, isPlayed } from '../../manuscript/presence.ts';
import type { Span } from '../../manuscript/source.ts';
import { sceneName, spanIn } from '../saying.ts';

export const povAbsent: Rule = {
  id: 'presence/pov-absent',
  severity: 'error',
  *check({ scenes, bible }) {
    for (const scene of scenes) {
      const { pov, cast, via } = scene;
      if (!pov || isNobody(pov.value) || !cast || cast.length === 0 || !isPlayed(scene)) continue;
      // A name that the bible lacks is `format/unknown-reference`'s.
      if (bible.characters.size > 0 && bible.named(pov.value, 'characters').length === 0) continue;
      if ([...cast, ...via.map(({ who }) => who)].some((other) => maybeSame(pov, other, bible))) continue;
      const castSpan = spanOfAll(cast);
      const places = [
        { span: pov.span, message: `the \`pov\` is ${pov.value}` },
        { span: castSpan, message: `the \`cast\` is ${cast.map(({ value }) => value).join(', ')}` },
      ] as const;
      // What a scene or a chapter says itself stands later than what it inherits.
      const povLater = isLater(pov.span, castSpan, scene);
      const [here, other] = povLater ? places : [places[1], places[0]];
      yield {
        message: `${sceneName(scene)} is told by \`pov\` ${pov.value}, who is not in its \`cast\`; add the name to the \`cast\` or under \`via\`, or correct the \`pov\``,
        span: spanIn(scene, here.span),
        related: [other],
        problem: `${keyOf(pov.span)} ${keyOf(castSpan)}`,
      };
    }
  },
};

/** Whether two names may mean one person: an unknown one may be a form of any name that it shares a word with. */
function maybeSame(a: Reference, b: Reference, bible: Bible): boolean {
  const [as, bs] = [a, b].map(({ value }) => bible.named(value, 'characters'));
  if (as?.some((entry) => bs?.includes(entry))) return true;
  if (as && as.length > 0 && bs && bs.length > 0) return false;
  const words = ({ value }: Reference, entries: typeof as): Set<string> =>
    new Set([value, ...(entries ?? []).flatMap(({ names }) => names.map((name) => name.value))].flatMap(wordsOf));
  const known = words(a, as);
  return [...words(b, bs)].some((word) => known.has(word));
}

const wordsOf = (name: string): string[] => foldName(name).split(/[\s/-]+/);

function spanOfAll(cast: readonly Reference[]): Span {
  const [first, last] = [cast[0] as Reference, cast.at(-1) as Reference];
  return { ...first.span, end: Math.max(first.span.end, last.span.end) };
}

function isLater(a: Span, b: Span, { chapter }: Scene): boolean {
  if (a.source !== b.source) return a.source === chapter.source;
  return a.start > b.start;
}

const keyOf = ({ source, start }: Span): string => `${source.file} ${start}`;
