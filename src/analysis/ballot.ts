/** How the verbs and pronouns of a text vote: past or present, “I” or “she”. */

import { sentencesIn } from './narration.ts';
import { functionWords, isBase, isParticiple, isPast, isPresent, statives } from './verbs.ts';

export interface Votes {
  /** Verbs that are surely in the past. */
  readonly past: number;
  /** Verbs that are surely in the present. */
  readonly present: number;
  /** Those of the present with one person for a subject: what “he”, “she” or a name does. */
  readonly acts: number;
  /** Those of the past by which a person, or the narrator, does something at once: “turned”, not “lived”. */
  readonly deeds: number;
  /** Sentences in which the narrator says “I”. */
  readonly first: number;
  /** How often “he”, “she” or “they” stand there. */
  readonly third: number;
  /** How often “you” stands there. */
  readonly second: number;
}

export const none: Votes = { past: 0, present: 0, acts: 0, deeds: 0, first: 0, third: 0, second: 0 };

export const plus = (a: Votes, b: Votes): Votes => ({
  past: a.past + b.past,
  present: a.present + b.present,
  acts: a.acts + b.acts,
  deeds: a.deeds + b.deeds,
  first: a.first + b.first,
  third: a.third + b.third,
  second: a.second + b.second,
});

const list = (words: string): readonly string[] => words.split(' ');

/** What may come before a participle, which has no tense of its own. */
const auxiliary = new Set(
  list(
    "was were had is are has have be been being wasn't weren't hadn't isn't aren't hasn't haven't am he'd she'd they'd it'd i'd we'd he's she's it's they've they're we've we're i've i'm get gets got",
  ),
);
/** What stands between a subject and its verb, or an auxiliary and its participle. */
const adverb =
  /^(?:[a-z]+ly|then|never|always|still|just|also|only|now|even|soon|again|almost|not|ever|already|all|both|once)$/;
/** What ends in -s behind a pronoun, and is no verb. */
const noVerb =
  /(?:ss|us|ous|'s)$|^(?:as|his|its|this|thus|always|perhaps|besides|sometimes|afterwards|towards|was|yes|less|else|plus|across|alas|nevertheless|nonetheless|upwards|downwards|backwards|forwards|inwards|outwards|onwards|sideways|indoors|outdoors|upstairs|downstairs|overseas|themselves|ourselves|hers|theirs|ours|yours|whereas|unless|regardless|doubtless)$/;

/** Verbs of the past that tell of a time rather than of a moment. */
const lasting = new Set(
  list(
    "was wasn't were weren't had hadn't did didn't married worked studied joined enlisted raised grew began met told said spoke made went built promised graduated won lost ended started happened called named warned",
  ),
);

const token = /[A-Za-z]+(?:'[a-z]+)?|[^A-Za-z\s]/g;

type Kind = 'one' | 'many' | 'others' | 'thing' | 'past' | 'present' | 'can' | 'is' | 'determiner' | 'and';

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>(
  Object.entries({
    one: 'he she',
    many: 'they',
    others: 'we i you',
    thing: 'it who',
    // What can be no participle, or hardly ever is one in fiction.
    past: "was wasn't were weren't had hadn't did didn't said went came saw knew took gave began became told thought stood sat spoke kept brought sought fell grew drew threw flew blew rose chose drove wrote rode woke broke wore tore swore shook forgot understood sprang sang swam ran got sent meant lay slept wept crept swept heard held met led ate froze forgave rang sank shrank stole strode withdrew",
    present: "is isn't are aren't am has hasn't does doesn't",
    can: "can can't cannot will won't it's that's there's what's here's",
    is: "he's she's they're they've we're we've i'm i've",
    determiner: 'the a an his her its their my our this that these those',
    and: 'and but then',
  } satisfies Record<Kind, string>).flatMap(([kind, words]) =>
    list(words).map((word) => [word, kind as Kind] as const),
  ),
);

/** What is to be known of a word, wherever it stands. */
interface Known {
  /** In small letters; empty for a mark. */
  readonly low: string;
  readonly kind: Kind | undefined;
  readonly isCapital: boolean;
  readonly isAdverb: boolean;
  readonly isAuxiliary: boolean;
  /** It ends the words that hang on a determiner. */
  readonly isFunction: boolean;
  readonly isThird: boolean;
}

/** By the word as written: asking one map is several times as fast as asking what it was made of. */
const words = new Map<string, Known>();
const MOST_WORDS = 100_000;

function know(word: string): Known {
  const isMark = !/^[A-Za-z]/.test(word);
  const low = isMark ? '' : word.toLowerCase();
  const known: Known = {
    low,
    kind: kinds.get(low),
    isCapital: !isMark && low[0] !== word[0],
    isAdverb: adverb.test(low),
    isAuxiliary: auxiliary.has(low),
    isFunction: functionWords.has(low),
    isThird: /^(?:s?he|they)(?:'s|'re|'ve)?$/.test(low),
  };
  if (words.size < MOST_WORDS) words.set(word, known);
  return known;
}

type Subject = 'one' | 'many' | 'others' | 'name' | 'thing' | 'noun';

/** The tense of a word behind a subject, if it is a verb there. */
function tenseOf(low: string, subject: Subject): 'past' | 'present' | undefined {
  if (subject === 'noun') return isPresent(low) ? 'present' : undefined;
  if (low.endsWith('ed') && !low.endsWith('eed')) return 'past';
  if (subject === 'many' || subject === 'others') {
    const base = isBase(low) || /^(?:do|don't|have|haven't)$/.test(low);
    // “They put”, “they let”.
    return base === isPast(low) ? undefined : base ? 'present' : 'past';
  }
  // Behind a name, a word in -s may be a noun.
  if (low.endsWith('s') && (subject === 'name' ? isPresent(low) : !noVerb.test(low))) return 'present';
  return subject !== 'thing' && isPast(low) ? 'past' : undefined;
}

/**
 * The votes of a paragraph’s narration.
 *
 * @param names words with a capital that are names, also where they begin a sentence
 */
export function countVotes(text: string, names: ReadonlySet<string>): Votes {
  let [past, present, acts, deeds, third, second] = [0, 0, 0, 0, 0, 0];
  /** What would be the subject of a verb that stood here. */
  let subject: Subject | undefined;
  /** The subject of the last verb of this sentence, for what it does besides. */
  let last: Subject | undefined;
  let before: Kind | 'auxiliary' | undefined;
  /** The words since a determiner: behind the first, a verb may stand. */
  let phrase: number | undefined;
  /** A name and “is” or “has” stand before. */
  let named = false;
  let starts = true;
  const vote = (tense: 'past' | 'present', by: Subject | undefined, verb: string): void => {
    last = by;
    const isPerson = by === 'one' || by === 'name';
    if (tense === 'present') {
      present += 1;
      if (isPerson) acts += 1;
      return;
    }
    past += 1;
    if ((isPerson || by === 'many' || by === 'others') && !lasting.has(verb) && !statives.has(verb)) deeds += 1;
  };
  for (const word of text.match(token) ?? []) {
    const { low, kind, isCapital, isAdverb, isAuxiliary, isFunction, isThird } = words.get(word) ?? know(word);
    if (low === '') {
      subject = before = phrase = undefined;
      starts = word === '.' || word === '!' || word === '?' || word === '"';
      if (starts || word === ';' || word === ':') last = undefined;
      continue;
    }
    if (isAdverb && (subject || before === 'auxiliary' || before === 'and')) continue;
    const isAfter = before === 'auxiliary';
    // “Waterloo is a name” tells what is; “Mira is turning” and “she is tired” what goes on.
    if (named && isAfter && (low.endsWith('ing') || isParticiple(low))) acts += 1;
    named = false;
    const by = subject ?? (before === 'and' ? last : phrase ? 'noun' : undefined);
    before = isAuxiliary ? 'auxiliary' : kind;
    subject = undefined;
    if (kind === undefined) {
      const tense = by && !isAfter ? tenseOf(low, by) : undefined;
      if (tense) vote(tense, by, low);
      else if (isCapital && (starts ? names.has(word) : !word.includes("'"))) subject = 'name';
      if (tense || subject || isFunction) phrase = undefined;
      else if (phrase !== undefined) phrase = low.endsWith("'s") ? 0 : phrase + 1;
      starts = false;
      continue;
    }
    phrase = kind === 'determiner' ? 0 : undefined;
    starts = false;
    if (kind === 'one' || kind === 'many' || kind === 'others' || kind === 'thing') subject = kind;
    if (isThird) third += 1;
    if (low === 'you') second += 1;
    if (kind === 'is') vote('present', /^[wi]/.test(low) ? 'others' : 'one', low);
    if (isAfter) continue;
    if (kind === 'past') vote(kind, by, low);
    else if (kind === 'present') {
      named = by === 'name';
      vote(kind, named ? 'thing' : by, low);
    } else if (kind === 'can' && (by !== undefined || low.includes("'"))) vote('present', 'thing', low);
  }
  return { past, present, acts, deeds, third, second, first: /\bI\b/.test(text) ? sentencesWithI(text) : 0 };
}

/** Sentences with the pronoun “I”: not Napoleon I, nor a list's I. */
const sentencesWithI = (text: string): number =>
  sentencesIn(text).filter(({ start, end }) =>
    /(?<!\p{Lu}[\p{L}]+ )(?<![\p{L}\p{N}])I(?= [a-z]|'(?:d|m|ve|ll) )/u.test(text.slice(start, end)),
  ).length;

/** Whether a scene is told by somebody who says “I”. */
export const isFirstPerson = ({ first, third }: Votes): boolean => first > 0 && first * 10 >= third;
