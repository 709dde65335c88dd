/** T'lar, T’lar and Tʼlar in one story. */

import { type Written, writtenForms } from '../../analysis/forms.ts';
import type { Rule } from '../../lint.ts';
import { foldName } from '../../manuscript/bible.ts';
import type { Stated } from '../../manuscript/fields.ts';
import { textOf } from '../../manuscript/source.ts';

const within = /(?<=\p{L})['‘’ʼ`´](?=\p{L})/gu;

/** One apostrophe of a name. */
interface Place extends Written {
  readonly at: number;
  readonly sign: string;
}

export const mixedApostrophe: Rule = {
  id: 'name/mixed-apostrophe',
  severity: 'warning',
  *check(manuscript) {
    const names = new Map<string, { readonly stated: Stated<string>; readonly places: Place[] }>();
    for (const written of writtenForms(manuscript)) {
      const form = written.forms.find(({ entry, rejected }) => !rejected && entry.table !== 'words');
      if (!form?.text.match(within)) continue;
      const text = written.passage.text.slice(written.start, written.end);
      for (const { index, 0: sign } of text.matchAll(within)) {
        // The name alone, whatever title stands before it.
        const key = foldName(/\S*$/.exec(text.slice(0, index))?.[0] + (/^\S*/.exec(text.slice(index))?.[0] ?? ''));
        const name = names.get(key) ?? { stated: form.stated, places: [] };
        names.set(key, name);
        name.places.push({ ...written, at: written.start + index, sign });
      }
    }
    for (const [key, { stated, places }] of names) {
      const wanted = wantedSign(stated.value, places);
      for (const { passage, at, sign, start, end } of places) {
        const span = passage.place(at, at + 1);
        if (sign === wanted || textOf(span) !== sign) continue;
        yield {
          message: `“${passage.text.slice(start, end)}” has another apostrophe here than elsewhere, where it is \`${wanted}\``,
          span: passage.place(start, end),
          related: [{ span: stated.span, message: `“${stated.value}” stands in the bible` }],
          problem: key,
          fix: { safe: true, edits: [{ span, text: wanted }] },
        };
      }
    }
  },
};

/**
 * The sign that the bible gives, where it is a typographic one. A straight mark is what a keyboard has, so then it is
 * what the prose has most often.
 */
function wantedSign(name: string, places: readonly Place[]): string {
  const given = within.exec(name)?.[0] ?? "'";
  within.lastIndex = 0;
  const counts = [...Map.groupBy(places, ({ sign }) => sign)].sort(
    ([a, ofA], [b, ofB]) => ofB.length - ofA.length || Number(b === given) - Number(a === given),
  );
  return given !== "'" && counts.length > 1 ? given : (counts[0]?.[0] ?? given);
}
