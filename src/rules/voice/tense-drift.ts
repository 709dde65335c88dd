/** A paragraph in the other tense than its scene. */

import { isEnglish, type Narrated } from '../../analysis/narration.ts';
import { isFirstPerson, type Paragraph, votesOf } from '../../analysis/votes.ts';
import type { Rule } from '../../lint.ts';
import { isPlayed } from '../../manuscript/presence.ts';
import type { Span } from '../../manuscript/source.ts';

/** Verbs that a scene must have before it has a tense, and the part of them that must agree. */
const ENOUGH = 20;
const MOST = 0.85;

/** With what a paragraph of the past looks back, in a scene of the present. */
const lookingBack =
  /\b(?:had|ago|once|when|used to|back then|yesterday|last|before|remember(?:s|ed)?|first time|always|years|those days|as a (?:child|boy|girl)|since|until|after)\b|'d\b/i;
/** With what a paragraph of the present speaks of what always holds. */
const alwaysSo =
  /\b(?:one|always|never|all|any|whoever|man|men|woman|people|nobody|everyone|there (?:is|are)|who|which|such)\b/i;
/** With what it does so though somebody acts in it, or speaks to the reader. */
const surelyAlwaysSo = /\b(?:you|your|we|our|us|every|often|sometimes|usually|happens|reader|I)\b|\bmay\b/i;

export const tenseDrift: Rule = {
  id: 'voice/tense-drift',
  severity: 'warning',
  *check(manuscript) {
    if (!isEnglish(manuscript)) return;
    for (const scene of manuscript.scenes.filter(isPlayed)) {
      const { paragraphs, all } = votesOf(manuscript, scene);
      const votes = all.past + all.present;
      if (votes < ENOUGH || isFirstPerson(all)) continue;
      const told = all.past >= all.present ? 'past' : 'present';
      if (all[told] < votes * MOST) continue;
      const drifts = paragraphs.filter((paragraph) => isDrift(paragraph, told));
      // Several of them are a way of telling.
      const [first] = drifts;
      if (!first) continue;
      const model = paragraphs.find(({ votes }) => votes[told] >= 2) ?? first;
      yield {
        message: `this paragraph is told in the ${told === 'past' ? 'present' : 'past'}, and its scene in the ${told}${drifts.length > 1 ? '; so are others' : ''}; correct it, or allow it with a reason`,
        span: headOf(first.narrated),
        related: [{ span: headOf(model.narrated), message: `the scene is told in the ${told}` }],
        count: drifts.length,
      };
    }
  },
};

function isDrift({ narrated, votes }: Paragraph, told: 'past' | 'present'): boolean {
  const { text } = narrated;
  if (told === 'present') return votes.past >= 2 && votes.present === 0 && !lookingBack.test(text);
  if (votes.present < 2 || votes.past > 0 || surelyAlwaysSo.test(text)) return false;
  return votes.acts >= 2 || (votes.acts === 1 && !alwaysSo.test(text));
}

/** The first words of a paragraph's narration. */
function headOf({ text, passage }: Narrated): Span {
  const [lead = ''] = /^\s*/.exec(text) ?? [];
  const [words = ''] = /^\S+(?: \S+){0,5}/.exec(text.slice(lead.length)) ?? [];
  return passage.place(lead.length, lead.length + words.length);
}
