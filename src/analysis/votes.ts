/** How the verbs and pronouns of narration vote: past or present, “I” or “she”, by paragraph and by scene. */

import type { Manuscript, Scene } from '../manuscript/model.ts';
import { type Narrated, narrationIn, sentencesIn } from './narration.ts';

export interface Votes {
  /** Verbs that are surely in the past. */
  readonly past: number;
  /** Verbs that are surely in the present. */
  readonly present: number;
  /** Those of the present with a person for a subject: what “he”, “she” or a name does. */
  readonly acts: number;
  /** Sentences in which the narrator says “I”. */
  readonly first: number;
  /** How often “he”, “she” or “they” stand there. */
  readonly third: number;
}

export interface Paragraph {
  readonly narrated: Narrated;
  readonly votes: Votes;
}

export interface SceneVotes {
  readonly paragraphs: readonly Paragraph[];
  readonly all: Votes;
}

const none: Votes = { past: 0, present: 0, acts: 0, first: 0, third: 0 };

const known = new WeakMap<readonly Narrated[], SceneVotes>();

/** The votes of a scene's narration. Italics have none: they are thoughts, titles and stress. */
export function votesOf(manuscript: Manuscript, scene: Scene): SceneVotes {
  const narration = narrationIn(manuscript, scene);
  const before = known.get(narration);
  if (before) return before;
  const names = namesIn(narration);
  const paragraphs = narration.map((narrated) => ({ narrated, votes: count(withoutItalics(narrated), names) }));
  const all = paragraphs.reduce((sum, { votes }) => plus(sum, votes), none);
  const votes = { paragraphs, all };
  known.set(narration, votes);
  return votes;
}

const plus = (a: Votes, b: Votes): Votes => ({
  past: a.past + b.past,
  present: a.present + b.present,
  acts: a.acts + b.acts,
  first: a.first + b.first,
  third: a.third + b.third,
});

/** What has a capital within sentences too: a name, where it begins one. */
function namesIn(narration: readonly Narrated[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { text } of narration) for (const [name] of text.matchAll(/(?<=[a-z,;] )[A-Z][a-z]+/g)) names.add(name);
  return names;
}

function withoutItalics({ text, passage }: Narrated): string {
  let bare = text;
  for (const { start, end } of passage.emphasis) {
    bare = bare.slice(0, start) + ' '.repeat(end - start) + bare.slice(end);
  }
  return bare;
}

/** Forms that are past wherever they stand. */
const pasts = new Set(
  "was wasn't were weren't had hadn't did didn't said went came saw knew took gave began became told thought stood sat spoke kept brought sought fell grew drew threw flew blew rose chose drove wrote rode woke broke wore tore swore shook forgot understood sprang sang swam ran got sent meant lay slept wept crept swept heard held met led".split(
    ' ',
  ),
);
/** Forms that are present wherever they stand; others need a subject before them. */
const presents = new Set("is isn't are aren't am has hasn't does doesn't".split(' '));
const persons = new Set(['he', 'she', 'they']);
/** What stands between a subject and its verb. */
const adverb = /^(?:[a-z]+ly|then|never|always|still|just|also|only|now|even|soon|again|almost)$/;
/** What ends in -s behind a pronoun, and is no verb. */
const noVerb =
  /(?:ss|us|ous|'s)$|^(?:as|his|its|this|thus|always|perhaps|besides|sometimes|afterwards|towards|was|yes|less|else|plus|across|alas|nevertheless|nonetheless|upwards|downwards|backwards|forwards|inwards|outwards|onwards|sideways|indoors|outdoors|upstairs|downstairs|overseas|themselves|ourselves|hers|theirs|ours|yours|whereas|unless|regardless|doubtless)$/;
/** What somebody whose name stands before may be doing. Other words in -s may be the name's own noun. */
const deeds = new Set(
  'says looks turns nods walks goes comes takes asks stands sits makes gets gives finds tells knows thinks feels sees hears watches smiles shakes opens closes steps pulls pushes reaches runs holds leans moves raises lifts lowers lets puts sets begins starts stops keeps leaves returns enters follows speaks replies answers laughs sighs shrugs frowns grins stares glances waits wants tries remembers realizes realises wonders believes hopes fears seems appears falls rises lies drops picks brings carries throws catches draws writes reads touches presses folds crosses rubs wipes swallows breathes whispers mutters murmurs shouts calls'.split(
    ' ',
  ),
);

const token = /[A-Za-z]+(?:'[a-z]+)?|[^A-Za-z\s]/g;

type Kind = 'person' | 'thing' | 'past' | 'present';

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...[...persons].map((word) => [word, 'person'] as const),
  ...['it', 'who', 'i', 'we'].map((word) => [word, 'thing'] as const),
  ...[...pasts].map((word) => [word, 'past'] as const),
  ...[...presents].map((word) => [word, 'present'] as const),
]);

function count(text: string, names: ReadonlySet<string>): Votes {
  let [past, present, acts, third] = [0, 0, 0, 0];
  /** Who would be the subject of a verb that stood here: a person, a name, a thing, or nobody. */
  let subject: 'person' | 'name' | 'thing' | undefined;
  let starts = true;
  for (const word of text.match(token) ?? []) {
    const first = word.charCodeAt(0);
    if (first < 65 || first > 122) {
      subject = undefined;
      starts = word === '.' || word === '!' || word === '?' || word === '"';
      continue;
    }
    const isCapital = first < 97;
    const low = isCapital ? word.toLowerCase() : word;
    const kind = kinds.get(low);
    const before = subject;
    if (kind === 'person' || kind === 'thing') {
      if (kind === 'person') third += 1;
      subject = kind;
      starts = false;
      continue;
    }
    if (before && !kind && adverb.test(low)) continue;
    if (kind === 'past') past += 1;
    else if (kind === 'present') {
      present += 1;
      // “Waterloo is a name” tells what is; “she is tired” what goes on.
      if (before === 'person') acts += 1;
    } else if (before && low.endsWith('ed') && !low.endsWith('eed')) past += 1;
    else if (before && low.endsWith('s') && (before === 'name' ? deeds.has(low) : !noVerb.test(low))) {
      present += 1;
      if (before !== 'thing') acts += 1;
    }
    subject = isCapital && (starts ? names.has(word) : !word.includes("'")) ? 'name' : undefined;
    starts = false;
  }
  return { past, present, acts, third, first: /\bI\b/.test(text) ? sentencesWithI(text) : 0 };
}

/** Sentences with the pronoun “I”: not Napoleon I, nor a list's I. */
const sentencesWithI = (text: string): number =>
  sentencesIn(text).filter(({ start, end }) =>
    /(?<!\p{Lu}[\p{L}]+ )(?<![\p{L}\p{N}])I(?= [a-z]|'(?:d|m|ve|ll) )/u.test(text.slice(start, end)),
  ).length;

/** Whether a scene is told by somebody who says “I”. */
export const isFirstPerson = ({ first, third }: Votes): boolean => first > 0 && first * 10 >= third;
