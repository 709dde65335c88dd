/** Paragraphs that change the tense, the person or the head that they are told from. */

import type { Entry } from '../../../src/manuscript/bible.ts';
import { meant } from '../../../src/manuscript/bible.ts';
import { type Fault, insert, type Planter, placeOf, write } from '../fault.ts';
import { asWritten, deeds, namesPattern, type Paragraph, paragraphsOf, proseOf, usualName } from '../prose.ts';
import type { Edit, Place, Text } from '../text.ts';

const irregular: Readonly<Record<string, string>> = Object.fromEntries(
  `was:is were:are had:has said:says went:goes came:comes took:takes stood:stands sat:sits got:gets gave:gives ran:runs held:holds rose:rises
   left:leaves began:begins knew:knows thought:thinks saw:sees felt:feels heard:hears found:finds made:makes told:tells kept:keeps let:lets
   lay:lies drew:draws fell:falls brought:brings caught:catches spoke:speaks broke:breaks wore:wears bore:bears lit:lights led:leads met:meets
   sent:sends spent:spends swung:swings threw:throws flew:flies grew:grows shook:shakes understood:understands did:does could:can would:will
   might:may meant:means lost:loses paid:pays bent:bends hung:hangs slid:slides wrote:writes read:reads knelt:kneels put:puts set:sets shut:shuts
   cut:cuts hit:hits became:becomes bit:bites blew:blows bought:buys built:builds burst:bursts chose:chooses clung:clings crept:creeps dealt:deals
   drank:drinks drove:drives ate:eats fought:fights fled:flees flung:flings forgot:forgets froze:freezes hid:hides hurt:hurts laid:lays leapt:leaps
   leaned:leans lent:lends rang:rings rode:rides sang:sings sank:sinks sold:sells shone:shines shot:shoots shrank:shrinks slept:sleeps spat:spits
   split:splits spread:spreads sprang:springs stole:steals stuck:sticks struck:strikes strode:strides swam:swims swept:sweeps swore:swears
   taught:teaches tore:tears woke:wakes wept:weeps won:wins wound:winds withdrew:withdraws
   wasn't:isn't weren't:aren't hadn't:hasn't didn't:doesn't couldn't:can't wouldn't:won't`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);

const vocabularies = new WeakMap<Text, ReadonlySet<string>>();

function vocabularyOf(text: Text): ReadonlySet<string> {
  const known =
    vocabularies.get(text) ??
    new Set(
      proseOf(text)
        .toLowerCase()
        .match(/\p{L}+/gu),
    );
  vocabularies.set(text, known);
  return known;
}

/** “spills” of “spilled”, as it is spelt elsewhere in the text; undefined where the text has the word in no other form. */
function inPresent(verb: string, text: Text): string | undefined {
  const straight = verb.replace(/’/g, "'");
  const known = irregular[straight];
  if (known !== undefined) return verb.includes('’') ? known.replace(/'/g, '’') : known;
  const stem = verb.slice(0, -2);
  const words = vocabularyOf(text);
  const bare = [
    ...(/i$/.test(stem) ? [`${stem.slice(0, -1)}y`] : []),
    `${stem}e`,
    stem,
    ...(/(\p{L})\1$/u.test(stem) ? [stem.slice(0, -1)] : []),
  ].find((form) => words.has(form) && (form.length > 2 || form === 'go'));
  if (bare === undefined) return undefined;
  if (/[^aeiou]y$/.test(bare)) return `${bare.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|z|[^o]o)$/.test(bare) ? `${bare}es` : `${bare}s`;
}

/** `they leave`, from `leaves`. */
const ofMany = (verb: string): string =>
  ({ is: 'are', has: 'have', does: 'do', goes: 'go', "isn't": "aren't", "hasn't": "haven't", "doesn't": "don't" })[
    verb.replace(/’/g, "'")
  ] ?? verb.replace(/ies$/, 'y').replace(/(?:(?<=ch|sh|ss|x)es|(?<!n['’]t)s)$/, '');

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

/**
 * Every finite verb of a paragraph is flipped, save “she’d”. Left out are paragraphs that would not read as a fault: those
 * told by a “we”, those with a verb whose present nobody can spell, and those of nobody in particular, which would read as
 * a remark on how things are.
 */
export const tenseFlipped: Planter = {
  kind: 'a paragraph’s tense flipped',
  way: 'all finite verbs from past to present',
  nature: 'prose',
  rules: ['voice/tense-drift'],
  *faults(text, chance) {
    const verbs = Object.keys(irregular).join('|').replace(/'/g, "['’]");
    const form = new RegExp(
      `(?<!\\b(?:had|have|has|having|been|be|being|was|were|is|are|to|would|could|should|might|the|a|an|of|by)(?: not| never| also| just| only| \\p{L}+ly)? )(?<![’'-])\\b(?<word>${verbs})\\b(?! (?:to|by|of)\\b(?<=used to))|(?<=\\p{L}[*_]? )(?<!\\b(?:was|were|is|are|be|been|being|had|have|has|having|got|a|an|the|his|her|its|their|my|of|in|by|with|as|than|so|too|very|more|most|half|to|for|on|at|from|some|any|no|not|\\p{L}+ly) )(?<regular>\\p{Ll}{2,}ed)\\b(?! by )`,
      'dgu',
    );
    const { pattern } = namesPattern([...text.manuscript.bible.characters.values()]);
    const somebody = new RegExp(`(?:\\b[Ss]?[Hh]e|${pattern}) $`, 'u');
    for (const paragraph of chance.shuffle([...plainParagraphs(text)])) {
      const { narration } = paragraph;
      if (/\b(?:we|us|our|used to)\b|[“"]/i.test(narration)) continue;
      let isSpelt = true;
      let isTold = false;
      const edits = [...narration.matchAll(form)].map((match) => {
        const { word, regular } = match.groups ?? {};
        const [start, end] = (word ? match.indices?.groups?.word : match.indices?.groups?.regular) ?? [0, 0];
        const present = inPresent((word ?? regular) as string, text);
        isSpelt &&= present !== undefined;
        const before = narration.slice(0, start);
        isTold ||= somebody.test(before);
        const many = /\b(?:they|you|these|those|both|\p{L}{3,}[^s\W]s)\s$/iu.test(before) && !somebody.test(before);
        return write(paragraph.place(start, end), many ? ofMany(present ?? '') : (present ?? ''));
      });
      const certain = edits.filter(({ text: put }) => !/^(?:has|can|will|may)$/.test(put));
      if (certain.length < 3 || !isSpelt || !isTold) continue;
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
