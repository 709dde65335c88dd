/** A sister who is a cousin in the bible. */

import { namesOf, theOne } from '../../analysis/called.ts';
import { isEnglish, narrationWhere, spanAt } from '../../analysis/narration.ts';
import type { Fault, Rule } from '../../lint.ts';
import { type Bible, type Entry, meant } from '../../manuscript/bible.ts';
import type { Scene } from '../../manuscript/model.ts';
import type { Span } from '../../manuscript/source.ts';
import { fits, kinOf, kinWord, sexOf } from './relations.ts';

type Person = Entry<'characters'>;

const kinship = new RegExp(
  `(?:(?<![\\p{L}'-])([Hh]er|[Hh]is|[Tt]heir)|(?<=[\\p{L}.])'s?) (?:(?:older|younger|elder|eldest|youngest|big|little|baby|late|dead|dear|twin|own|only) )*(${kinWord}),? (?=\\p{Lu})`,
  'gu',
);

/** `Pieter, his cousin,` and `Jem Lunt, Tobias's uncle,`: what a name is said to be behind it. */
const apposition = new RegExp(
  `, (?:([Hh]er|[Hh]is)|(\\p{Lu}[\\p{L} .-]*?)'s?) (?:(?:older|younger|elder|eldest|youngest|late|dear|twin|own|only) )*(${kinWord})(?=[,.])`,
  'gu',
);

const anyKin = new RegExp(`(?:${kinWord})(?:,? [A-Z]|[,.])`);
/** Either of the two. */
const ofKin = narrationWhere(
  'fact/wrong-kinship',
  (text) => anyKin.test(text) && (text.search(kinship) >= 0 || text.search(apposition) >= 0),
);

export const wrongKinship: Rule = {
  id: 'fact/wrong-kinship',
  severity: 'warning',
  *check(manuscript) {
    const { bible } = manuscript;
    if (!isEnglish(manuscript) || ![...bible.characters.values()].some(({ fields }) => fields.kin)) return;
    const names = namesOf(bible, 'characters');
    for (const { scene, narrated, narration, at } of ofKin(manuscript)) {
      const { text } = narrated;
      const before = `${narration[at - 1]?.text ?? ''} `;
      for (const { 0: whole, 1: pronoun, 2: said = '', index } of text.matchAll(kinship)) {
        const called = names.startingAt(text, index + whole.length);
        const who = theOne(called);
        if (!who || !called) continue;
        // Behind a comma a name may begin a clause or go on a list: “to his wife, Sorel said”, “his father, Mira and Tam”.
        if (/, $/.test(whole) && (!/^[,.;:!?]/.test(text.slice(called.end)) || !isOfSex(who, said))) continue;
        const owner = pronoun
          ? ownerBefore(text.slice(0, index), pronoun, who, scene, bible)
          : theOne(names.endingAt(text, index));
        if (!owner || owner === who) continue;
        const span = spanAt(narrated, {
          start: index + (pronoun ? 0 : whole.length - whole.trimStart().length),
          end: called.end,
        });
        yield* judged(who, said, owner, span, bible);
      }
      for (const { 0: whole, 1: pronoun, 2: name = '', 3: said = '', index } of text.matchAll(apposition)) {
        const called = names.endingAt(text, index);
        const who = theOne(called);
        // A list goes on like this: “with Mira, his cousin, and the cook”.
        if (!who || !called || isListed(text, called.start, index + whole.length) || !isOfSex(who, said)) continue;
        const owner = pronoun
          ? ownerBefore(`${before}${text.slice(0, called.start)}`, pronoun, who, scene, bible)
          : theOne(names.endingAt(text, index + 2 + name.length));
        if (!owner || owner === who) continue;
        yield* judged(who, said, owner, spanAt(narrated, { start: called.start, end: index + whole.length }), bible);
      }
    }
  },
};

/** What the bible has against one's being so called by the other's name. */
function* judged(who: Person, said: string, owner: Person, span: Span, bible: Bible): Iterable<Fault> {
  const known = kinOf(who, bible).filter((kin) => kin.of === owner);
  const [first] = known;
  if (!first || known.some((kin) => fits(said, kin))) return;
  yield {
    message: `${who.name} is called the ${said} of ${owner.name} here, and the bible says otherwise (\`${first.written}\`); correct one of them`,
    span,
    related: [{ span: first.span, message: `\`${first.written}\` stands here` }],
    problem: `${owner.id} ${who.id} ${said}`,
  };
}

/** Whether a name and what stands behind it may be two people of a list. */
const isListed = (text: string, start: number, end: number): boolean =>
  /(?:,|\band|\bor|\bwith) $/.test(text.slice(0, start)) || /^,? (?:and|or) /.test(text.slice(end));

/** Whether somebody may be a “sister” by the pronouns that the bible gives. */
function isOfSex({ fields }: Person, word: string): boolean {
  const wanted = { f: 'she', m: 'he', '': undefined }[sexOf(word) ?? ''];
  const known = fields.pronouns?.map(({ value }) => value.toLowerCase().split('/')[0]);
  return wanted === undefined || known === undefined || known.includes(wanted);
}

/**
 * Whose “her” it is: the last of the paragraph whom it fits, or the point of view where nobody is named before; undefined
 * where another may be meant.
 */
function ownerBefore(before: string, pronoun: string, who: Person, scene: Scene, bible: Bible): Person | undefined {
  const fitting = ({ fields }: Person): boolean => {
    const said = fields.pronouns?.map(({ value }) => value.toLowerCase().split('/')[0] ?? '') ?? [];
    const wanted = { her: 'she', his: 'he', their: 'they' }[pronoun.toLowerCase()] ?? '';
    return said.length === 0 || said.includes(wanted);
  };
  const named = new Set(namesOf(bible, 'characters').allIn(before).map(theOne));
  named.delete(who);
  const candidates = [...named].filter((person) => person === undefined || fitting(person));
  const pov = scene.pov && meant(bible, scene.pov, 'characters');
  if (candidates.length === 0) return pov && pov !== who && fitting(pov) ? pov : undefined;
  return candidates.length === 1 ? candidates[0] : undefined;
}
