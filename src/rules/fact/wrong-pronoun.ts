/** “Mira cleared his throat”: somebody's own head or throat under another pronoun than the bible's. */

import { namesOf, theOne } from '../../analysis/called.ts';
import { isEnglish, narrationIn, spanAt } from '../../analysis/narration.ts';
import type { Rule } from '../../lint.ts';
import type { Entry } from '../../manuscript/bible.ts';
import { isPlayed } from '../../manuscript/presence.ts';

/** What only the doer's own can be, and the doer himself. */
const own =
  /^ (?:[a-z]+ly )?(?:(?:cleared) (his|her|their|its) throat|(?:shook|bowed|cocked|tilted|ducked|inclined) (his|her|their|its) head|shrugged (his|her|their|its) shoulders|(?:raised|lifted|arched|quirked) (?:an eyebrow of )?(his|her|their|its) (?:eyebrows?|brows?)|(?:furrowed|knitted|knit) (his|her|their|its) brows?|bit (his|her|their|its) lip|licked (his|her|their|its) lips|(?:gritted|clenched|ground) (his|her|their|its) teeth|held (his|her|their|its) breath|(?:folded|crossed) (his|her|their|its) arms|[a-z]+ed (himself|herself|themselves|itself))\b/;

const subject: Readonly<Record<string, string>> = {
  his: 'he',
  her: 'she',
  their: 'they',
  its: 'it',
  himself: 'he',
  herself: 'she',
  themselves: 'they',
  itself: 'it',
};

export const wrongPronoun: Rule = {
  id: 'fact/wrong-pronoun',
  severity: 'off',
  *check(manuscript) {
    if (!isEnglish(manuscript)) return;
    const names = namesOf(manuscript.bible, 'characters');
    for (const scene of manuscript.scenes.filter(isPlayed)) {
      for (const narrated of narrationIn(manuscript, scene)) {
        for (const called of names.allIn(narrated.text)) {
          const { pronouns } = theOne(called)?.fields ?? ({} as Partial<Entry<'characters'>['fields']>);
          const hit = own.exec(narrated.text.slice(called.end, called.end + 60));
          // “Mira and Tam shook their heads”, “beside Mira shook”: only a sentence that begins with the name.
          if (!hit || !pronouns?.[0] || !/(?:^|[.!?] +)$/.test(narrated.text.slice(0, called.start))) continue;
          const word = hit.slice(1).find((group) => group !== undefined) ?? '';
          const known = pronouns.map(({ value }) => value.toLowerCase().split('/')[0] ?? '');
          const said = subject[word] ?? '';
          if (known.includes(said) || !known.every((one) => /^(?:she|he|they|it)$/.test(one))) continue;
          const name = theOne(called)?.name ?? '';
          const end = called.end + hit[0].lastIndexOf(word) + word.length;
          yield {
            message: `${name} is “${said}” here (“${word}”), and “${pronouns[0].value}” in the bible; correct one of them`,
            span: spanAt(narrated, { start: end - word.length, end }),
            related: [{ span: pronouns[0].span, message: `the pronoun of ${name} is “${pronouns[0].value}”` }],
            problem: `${theOne(called)?.id} ${said}`,
          };
        }
      }
    }
  },
};
