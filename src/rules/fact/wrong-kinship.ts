/** A sister who is a cousin in the bible. */

import { namesOf, theOne } from '../../analysis/called.ts';
import { isEnglish, narrationIn, spanAt } from '../../analysis/narration.ts';
import type { Rule } from '../../lint.ts';
import { type Bible, type Entry, meant } from '../../manuscript/bible.ts';
import type { Scene } from '../../manuscript/model.ts';
import { isPlayed } from '../../manuscript/presence.ts';
import { fits, kinOf, kinWord, sexOf } from './relations.ts';

type Person = Entry<'characters'>;

const kinship = new RegExp(
  `(?:(?<![\\p{L}'-])([Hh]er|[Hh]is|[Tt]heir)|(?<=[\\p{L}.])'s?) (?:(?:older|younger|elder|eldest|youngest|big|little|baby|late|dead|dear|twin|own|only) )*(${kinWord}),? (?=\\p{Lu})`,
  'gu',
);

const anyKin = new RegExp(`(?:${kinWord}),? [A-Z]`);

export const wrongKinship: Rule = {
  id: 'fact/wrong-kinship',
  severity: 'warning',
  *check(manuscript) {
    const { bible } = manuscript;
    if (!isEnglish(manuscript) || ![...bible.characters.values()].some(({ fields }) => fields.kin)) return;
    const names = namesOf(bible, 'characters');
    for (const scene of manuscript.scenes.filter(isPlayed)) {
      for (const narrated of narrationIn(manuscript, scene)) {
        const { text } = narrated;
        if (!anyKin.test(text)) continue;
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
          const known = kinOf(who, bible).filter((kin) => kin.of === owner);
          const [first] = known;
          if (!first || known.some((kin) => fits(said, kin))) continue;
          yield {
            message: `${who.name} is called the ${said} of ${owner.name} here, and the bible says otherwise (\`${first.written}\`); correct one of them`,
            span: spanAt(narrated, {
              start: index + (pronoun ? 0 : whole.length - whole.trimStart().length),
              end: called.end,
            }),
            related: [{ span: first.span, message: `\`${first.written}\` stands here` }],
            problem: `${owner.id} ${who.id} ${said}`,
          };
        }
      }
    }
  },
};

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
