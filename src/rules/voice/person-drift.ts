/** “I” in the narration of a scene that is told of others. */

import { none, plus, type Votes } from '../../analysis/ballot.ts';
import { isEnglish, type Narrated } from '../../analysis/narration.ts';
import { isPast, statives } from '../../analysis/verbs.ts';
import { votesOf } from '../../analysis/votes.ts';
import type { Rule } from '../../lint.ts';
import { isPlayed } from '../../manuscript/presence.ts';
import type { Span } from '../../manuscript/source.ts';

/** How many pronouns of its person a story has for each sentence with “I” elsewhere in it, before that person is its own. */
const RARE = 25;

/** “I gripped”, “I never saw”: what a narrator did, and not what he says of it. */
const did = /\bI (?:(?:never|then|only|just|also|\w+ly) )?(\p{Ll}+)/gu;
/** What a narrator of others does too: he has heard, or read, what he tells. */
const telling = new Set([
  'said',
  'told',
  'heard',
  'read',
  'was',
  'had',
  'did',
  'have',
  'mentioned',
  'spoke',
  'described',
  'learned',
  'learnt',
  'promised',
]);
/** To whom a narrator speaks: then whatever he did belongs to his telling. */
const audience = /\b(?:reader|readers|author|you|your|we|our|us)\b/i;

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
    const scenes = manuscript.scenes.filter(isPlayed).map((scene) => votesOf(manuscript, scene));
    const story = scenes.reduce((sum, { all }) => plus(sum, all), none);
    for (const { paragraphs, all } of scenes) {
      if (all.first < 2) continue;
      const told = personOf(all, story);
      if (!told) continue;
      const drifts = paragraphs.filter(({ votes }) => votes.first >= 2);
      const drifted = drifts.reduce((sum, { votes }) => sum + votes.first, 0);
      if (all.first - drifted > MOST_OTHERS || drifted * 4 > told.votes) continue;
      const [first] = drifts.filter((drift) => isNarration(drift.narrated));
      const model = paragraphs.find(({ votes }) => votes[told.person] >= told.least && votes.first === 0);
      if (!first || !model || drifts.length > MOST_OTHERS) continue;
      yield {
        message:
          'this paragraph says “I”, and its scene is told of others; correct it, put it into italics if it is thought, or allow it with a reason',
        span: spanOfI(first.narrated),
        related: [
          {
            span: model.narrated.passage.place(0, 0),
            message: `the scene is told ${told.person === 'second' ? 'to “you”' : 'in the third person'}`,
          },
        ],
        count: drifts.length,
      };
    }
  },
};

interface Person {
  readonly person: 'second' | 'third';
  /** How often its pronouns stand there. */
  readonly votes: number;
  /** How many of them make a paragraph that shows it. */
  readonly least: number;
}

/** Of whom a scene is told: by its own pronouns, or, where it is short, by those of a story in which hardly anybody says “I”. */
function personOf(scene: Votes, story: Votes): Person | undefined {
  const person = scene.second > scene.third ? 'second' : 'third';
  if (scene[person] >= ENOUGH) return { person, votes: scene[person], least: 2 };
  const others = story[person] - scene[person];
  if (others < ENOUGH || (story.first - scene.first) * RARE > others) return undefined;
  return { person, votes: story[person], least: 1 };
}

/** Whether a paragraph is told, and not quoted without marks: behind a colon, in marks of another kind. */
function isNarration({ text, before }: Narrated): boolean {
  if (/[:,]["”’']?\s*$/.test(before?.text ?? '')) return false;
  return !marks.test(text) && !thinker.test(text) && (!narrator.test(text) || acts(text));
}

/** Whether somebody acts who says “I”, though a word or two be the narrator's own. */
const acts = (text: string): boolean =>
  !audience.test(text) &&
  [...text.matchAll(did)].filter(([, verb = '']) => isPast(verb) && !statives.has(verb) && !telling.has(verb)).length >=
    2;

function spanOfI({ text, passage }: Narrated): Span {
  const at = /\bI\b/.exec(text)?.index ?? 0;
  return passage.place(at, at + 1);
}
