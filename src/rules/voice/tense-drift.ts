/** A paragraph in the other tense than its scene. */

import { isFirstPerson } from '../../analysis/ballot.ts';
import { isEnglish, type Narrated } from '../../analysis/narration.ts';
import { type Paragraph, votesOf } from '../../analysis/votes.ts';
import type { Rule } from '../../lint.ts';
import { isPlayed } from '../../manuscript/presence.ts';
import type { Span } from '../../manuscript/source.ts';

/** Verbs that a scene must have besides before it has a tense, and the part of them that must agree. */
const ENOUGH = 15;
const MOST = 0.8;
/** How many verbs of the other tense a verb of the scene's own may stand beside in a paragraph that drifts. */
const FOREIGN = 4;

/** Verbs of the past that tell a moment along with one deed: “stood”, “didn't”, “was” alone may tell of a time. */
const MANY = 5;

/** “When the man had gone, she …” goes on from there, and looks no further back. */
const whenDone = /\b(?:when|after|once|as soon as|by the time)(?: \S+){1,4} had \w+/gi;
/** With what a paragraph of the past looks back, in a scene of the present. */
const lookingBack =
  /\b(?:had|ago|once|used to|back then|yesterday|last (?:night|week|month|year|time|summer|winter|spring|autumn|fall)|remember(?:s|ed)?|first time|always|every|never|years|months|those days|that (?:day|night|morning|evening|summer|winter|year)|as a (?:child|boy|girl)|in (?:1|2)\d\d\d|earlier|already|since|history|memor(?:y|ies)|until)\b|'d\b/i;
/** With what a paragraph of the present speaks of what always holds. */
const alwaysSo =
  /\b(?:one (?:\w+s|may|must|can)|always|never|whoever|man|men|women|people|nobody|everyone|every|often|sometimes|usually|happens that|probable|certain that)\b|\bmay\b/i;
/** With what it does so though somebody acts in it, or speaks to the reader. */
const surelyAlwaysSo = /\b(?:you|your|we|our|us|reader|I)\b/i;
/** With what it foretells. */
const willBe = /\b(?:will|shall)\b/gi;
/** What is left of speech whose marks do not close. */
const marks = /["“”«»]/;

export const tenseDrift: Rule = {
  id: 'voice/tense-drift',
  severity: 'warning',
  *check(manuscript) {
    if (!isEnglish(manuscript)) return;
    for (const scene of manuscript.scenes.filter(isPlayed)) {
      const { paragraphs, all } = votesOf(manuscript, scene);
      const told = all.past >= all.present ? 'past' : 'present';
      // Who tells what they lived through may speak of today.
      if (told === 'past' && isFirstPerson(all)) continue;
      const drifts = paragraphs.filter((paragraph) => isDrift(paragraph, told));
      const [first] = drifts;
      if (!first) continue;
      const drifted = drifts.reduce((sum, { votes }) => sum + votes.past + votes.present, 0);
      const votes = all.past + all.present - drifted;
      const own = all[told] - drifts.reduce((sum, { votes }) => sum + votes[told], 0);
      if (votes < ENOUGH || own < votes * MOST || drifted * 2 > votes) continue;
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

function isDrift(paragraph: Paragraph, told: 'past' | 'present'): boolean {
  const { past, present, acts, deeds, third } = paragraph.votes;
  const drifts =
    told === 'present'
      ? (deeds >= 2 || (deeds >= 1 && third >= 2 && past >= MANY)) && past > present * FOREIGN
      : present >= 2 && acts >= 1 && past * FOREIGN <= present;
  if (!drifts) return false;
  const { text } = paragraph.narrated;
  if (marks.test(text)) return false;
  if (told === 'present') return !lookingBack.test(text.replace(whenDone, ' '));
  if (surelyAlwaysSo.test(text)) return false;
  if ((text.match(willBe)?.length ?? 0) >= (text.match(/[.!?…](?=\s|$)/g)?.length ?? 1)) return false;
  return acts >= 3 || !alwaysSo.test(text);
}

/** The first words of a paragraph's narration. */
function headOf({ text, passage }: Narrated): Span {
  const [lead = ''] = /^\s*/.exec(text) ?? [];
  const [words = ''] = /^\S+(?: \S+){0,5}/.exec(text.slice(lead.length)) ?? [];
  return passage.place(lead.length, lead.length + words.length);
}
