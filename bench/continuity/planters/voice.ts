/** Paragraphs that change the tense, the person or the head that they are told from. */

import type { Entry } from '../../../src/manuscript/bible.ts';
import { meant } from '../../../src/manuscript/bible.ts';
import { type Fault, insert, type Planter, placeOf, write } from '../fault.ts';
import { asWritten, deeds, namesPattern, type Paragraph, paragraphsOf, usualName } from '../prose.ts';
import type { Edit, Place, Text } from '../text.ts';

const irregular: Readonly<Record<string, string>> = Object.fromEntries(
  `was:is were:are had:has said:says went:goes came:comes took:takes stood:stands sat:sits got:gets gave:gives ran:runs held:holds rose:rises
   left:leaves began:begins knew:knows thought:thinks saw:sees felt:feels heard:hears found:finds made:makes told:tells kept:keeps let:lets
   lay:lies drew:draws fell:falls brought:brings caught:catches spoke:speaks broke:breaks wore:wears bore:bears lit:lights led:leads met:meets
   sent:sends spent:spends swung:swings threw:throws flew:flies grew:grows shook:shakes understood:understands did:does could:can would:will
   might:may meant:means lost:loses paid:pays bent:bends hung:hangs slid:slides wrote:writes read:reads knelt:kneels`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);

const inPresent = (verb: string): string => {
  const known = irregular[verb];
  if (known !== undefined) return known;
  const stem = verb.slice(0, -2);
  if (/([bdgmnprt])\1$/.test(stem) && !/(?:ss|ll)$/.test(stem)) return `${stem.slice(0, -1)}s`;
  if (/i$/.test(stem)) return `${stem.slice(0, -1)}ies`;
  // `raised`, `moved`, `noticed`: the e belongs to the verb.
  if (
    /(?:[sczvu]|[^aeiou][aiouy][kmnprtlgd]|[aeiou]s|[dl]g|[^aeiou]l|rs|ns|th)$/.test(stem) &&
    !/(?:ss|(?:en|er|on|or|el|it|ow|op)|[aeiou][aeiou][a-z])$/.test(stem)
  )
    return `${stem}es`;
  if (/(?:ss|sh|ch|x|zz)$/.test(stem)) return `${stem}es`;
  return `${stem}s`;
};

/** `they leave`, from `leaves`. */
const ofMany = (verb: string): string =>
  ({ is: 'are', has: 'have', does: 'do', goes: 'go' })[verb] ??
  verb.replace(/ies$/, 'y').replace(/(?:(?<=ch|sh|ss|x)es|s)$/, '');

/** Paragraphs of third-person narration in the past with little speech. */
function* plainParagraphs(text: Text): Iterable<Paragraph> {
  const firstPerson = new Map<Paragraph['scene'], number>();
  const all = paragraphsOf(text);
  for (const { scene, narration } of all) {
    firstPerson.set(scene, (firstPerson.get(scene) ?? 0) + (narration.match(/\bI\b/g)?.length ?? 0));
  }
  for (const paragraph of all) {
    const words = paragraph.narration.match(/\p{L}+/gu)?.length ?? 0;
    if (words < 30 || paragraph.speeches.length > 0 || paragraph.scene.mode !== 'linear') continue;
    if ((firstPerson.get(paragraph.scene) ?? 0) > 0) continue;
    yield paragraph;
  }
}

/** The whole of a paragraph, as one place. */
const wholeOf = ({ text, place }: Paragraph): Place => placeOf(place(0, text.length));

function editsOf(paragraph: Paragraph, form: RegExp, put: (match: RegExpExecArray) => string | undefined): Edit[] {
  return [...paragraph.narration.matchAll(form)].flatMap((match) => {
    const written = put(match);
    const [start, end] = match.indices?.groups?.word ?? match.indices?.[0] ?? [0, 0];
    return written === undefined ? [] : [write(paragraph.place(start, end), written)];
  });
}

export const tenseFlipped: Planter = {
  kind: 'a paragraph’s tense flipped',
  way: 'all finite verbs from past to present',
  nature: 'prose',
  rules: ['voice/tense-drift'],
  *faults(text, chance) {
    const verbs = Object.keys(irregular).join('|');
    const form = new RegExp(
      `(?<!\\b(?:had|have|has|having|been|be|being|was|were|is|are|not|never|to|would|could|should|the|a|an) )\\b(?<word>${verbs})\\b|(?<=\\p{L}[*_]? )(?<!\\b(?:was|were|is|are|be|been|being|had|have|has|got|a|an|the|his|her|its|their|my|of|in|by|with|as|than|so|too|very|more|most|half|to|for|on|at|from|some|any|no|\\p{L}+ly) )(?<regular>\\p{Ll}{2,}ed)\\b(?! by )`,
      'dgu',
    );
    for (const paragraph of chance.shuffle([...plainParagraphs(text)])) {
      const edits = [...paragraph.narration.matchAll(form)].map((match) => {
        const { word, regular } = match.groups ?? {};
        const [start, end] = (word ? match.indices?.groups?.word : match.indices?.groups?.regular) ?? [0, 0];
        const present = inPresent((word ?? regular) as string);
        const many = /\b(?:they|we|you|these|those|both)\s$/i.test(paragraph.narration.slice(0, start));
        return write(paragraph.place(start, end), many ? ofMany(present) : present);
      });
      const certain = edits.filter(({ text: put }) => !/^(?:has|can|will|may)$/.test(put));
      if (certain.length < 3) continue;
      yield { edits, at: wholeOf(paragraph) };
    }
  },
};

export const personFlipped: Planter = {
  kind: 'person flipped',
  way: 'the viewpoint of a paragraph becomes “I”',
  nature: 'prose',
  rules: ['voice/person-drift'],
  *faults(text, chance) {
    const { bible } = text.manuscript;
    for (const paragraph of chance.shuffle([...plainParagraphs(text)])) {
      const pov = paragraph.scene.pov && meant(bible, paragraph.scene.pov, 'characters');
      const pronoun = pov?.fields.pronouns?.[0]?.value;
      if (!pov || (pronoun !== 'she' && pronoun !== 'he')) continue;
      const { pattern } = namesPattern([pov]);
      const [subject, object, own] = pronoun === 'she' ? ['[Ss]he', 'her', '[Hh]er'] : ['[Hh]e', 'him', '[Hh]is'];
      const form = new RegExp(
        `\\b(?<word>(?<subject>${subject}|${pattern})(?= (?:${deeds}|\\p{Ll}+ed|had|was|did|knew|thought|saw|could|would)\\b)|(?<own>${own})(?= \\p{Ll})|(?<object>${object}))\\b`,
        'dgu',
      );
      const edits = editsOf(paragraph, form, ({ groups }) =>
        groups?.subject ? 'I' : groups?.own ? (/^H/.test(groups.own) ? 'My' : 'my') : 'me',
      );
      const sentences = paragraph.narration.split(/(?<=[.!?])\s/);
      const subjects = sentences.filter((sentence) =>
        new RegExp(
          `\\b(?:${subject}|${pattern}) (?:${deeds}|\\p{Ll}+ed|had|was|did|knew|thought|saw|could|would)\\b`,
          'u',
        ).test(sentence),
      );
      if (subjects.length < 2) continue;
      yield { edits, at: wholeOf(paragraph) };
    }
  },
};

const insights = [
  'wondered how long it would take',
  'realized that it was too late for that',
  'remembered another such evening',
  'hoped that nobody had noticed',
  'feared the answer',
  'doubted every word of it',
  'suspected that there was more',
  'regretted it already',
];

/** The first character of a place. */
const opening = ({ file, start }: Place): Place => ({ file, start, end: start });

export const headHopped: Planter = {
  kind: 'head hopped',
  way: 'somebody else is seen from inside',
  nature: 'prose',
  rules: ['voice/head-hop'],
  *faults(text, chance) {
    const { bible } = text.manuscript;
    const found: Fault[] = [];
    for (const { scene, narration, place } of paragraphsOf(text)) {
      const pov = scene.pov && meant(bible, scene.pov, 'characters');
      if (!pov || scene.mode !== 'linear') continue;
      const others = [...bible.characters.values()].filter((entry: Entry<'characters'>) => entry !== pov);
      const { pattern, who } = namesPattern(others);
      for (const match of narration.matchAll(
        new RegExp(`(?:^|[.!?] )(?<name>${pattern}) (?:${deeds})\\b[^.!?"“”]*\\.(?= |$)`, 'g'),
      )) {
        const entry = who(match.groups?.name ?? '');
        if (!entry) continue;
        const { file } = scene.chapter.source;
        const at = place(match.index, match.index + match[0].length).end;
        const sentence = ` ${asWritten(text, usualName(text, entry) ?? entry.name)} ${chance.pick(insights)}.`;
        found.push({
          edits: [insert(file, at, sentence)],
          at: { file, start: at, end: at },
          // Where the viewpoint is said; of one that is the whole story's, where the scene begins.
          others: [scene.pov, scene.time, scene].flatMap((said) => (said ? [placeOf(said.span)] : [])).map(opening),
        });
      }
    }
    yield* chance.shuffle(found);
  },
};
