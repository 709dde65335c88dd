/** “I” in the narration of a scene that is told of others. */

import { isEnglish, type Narrated } from '../../analysis/narration.ts';
import { votesOf } from '../../analysis/votes.ts';
import type { Rule } from '../../lint.ts';
import { isPlayed } from '../../manuscript/presence.ts';
import type { Span } from '../../manuscript/source.ts';

/** Pronouns that a scene must have before it has a person. */
const ENOUGH = 10;
/** Other sentences with “I” that a scene may have: more, and its narrator is somebody. */
const MOST_OTHERS = 2;

/** A narrator who speaks for himself: of what he knows, and to whom. */
const narrator =
  /\b(?:reader|readers|author|you|your|we|our|us)\b|\bI (?:am|have|may|must|shall|will|can|cannot|do|say|think|suppose|believe|know|fear|confess|mean|want|see|hope|need|remember)\b|\bI'(?:m|ve|ll)\b/i;
/** Who thinks it, behind a thought that stands without italics. */
const thinker =
  /[,?!] (?:thought|wondered|mused|reasoned|reflected) (?:he|she|they|[A-Z])|\b(?:he|she|they|[A-Z]\w+) (?:thought|wondered|mused|reasoned|reflected|told (?:him|her|them)sel(?:f|ves))[.,:;]/;
const marks = /["“”«»‹›„]|(?<!\p{L})['‘](?=\p{L})/u;

export const personDrift: Rule = {
  id: 'voice/person-drift',
  severity: 'warning',
  *check(manuscript) {
    if (!isEnglish(manuscript)) return;
    for (const scene of manuscript.scenes.filter(isPlayed)) {
      const { paragraphs, all } = votesOf(manuscript, scene);
      if (all.first < 2 || all.third < ENOUGH) continue;
      const drifts = paragraphs.filter(({ votes }) => votes.first >= 2);
      const drifted = drifts.reduce((sum, { votes }) => sum + votes.first, 0);
      if (all.first - drifted > MOST_OTHERS || drifted * 4 > all.third) continue;
      const [first] = drifts.filter((drift) => isNarration(drift.narrated));
      const model = paragraphs.find(({ votes }) => votes.third >= 2 && votes.first === 0);
      if (!first || !model || drifts.length > MOST_OTHERS) continue;
      yield {
        message:
          'this paragraph says “I”, and its scene is told of others; correct it, put it into italics if it is thought, or allow it with a reason',
        span: spanOfI(first.narrated),
        related: [{ span: model.narrated.passage.place(0, 0), message: 'the scene is told in the third person' }],
        count: drifts.length,
      };
    }
  },
};

/** Whether a paragraph is told, and not quoted without marks: behind a colon, in marks of another kind. */
function isNarration({ text, before }: Narrated): boolean {
  if (/[:,]["”’']?\s*$/.test(before?.text ?? '')) return false;
  return !marks.test(text) && !narrator.test(text) && !thinker.test(text);
}

function spanOfI({ text, passage }: Narrated): Span {
  const at = /\bI\b/.exec(text)?.index ?? 0;
  return passage.place(at, at + 1);
}
