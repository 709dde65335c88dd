/** `T'Lar` for `T'lar`. */

import { type Form, writtenForms } from '../../analysis/forms.ts';
import type { Rule } from '../../lint.ts';
import { textOf } from '../../manuscript/source.ts';

export const wrongCase: Rule = {
  id: 'name/wrong-case',
  severity: 'warning',
  *check(manuscript) {
    for (const { passage, start, end, forms } of writtenForms(manuscript)) {
      if (forms.some(({ entry, rejected }) => rejected || entry.table === 'words')) continue;
      const there = passage.text.slice(start, end);
      if (forms.some(({ text }) => asTyped(text, there) === there)) continue;
      const wanted = forms.map((form) => [form, mended(there, form)] as const);
      const [first] = wanted;
      if (!first || wanted.some(([, text]) => text === there)) continue;
      const [{ stated }, text] = first;
      const span = passage.place(start, end);
      if (textOf(span) !== there) continue;
      yield {
        message: `“${there}” stands here, and the bible writes “${text}”`,
        span,
        related: [{ span: stated.span, message: `“${stated.value}” stands here` }],
        problem: `${text}\n${there}`,
        fix: { safe: true, edits: [{ span, text }] },
      };
    }
  },
};

/** A form with the apostrophes and spaces that stand in the prose. */
const asTyped = (form: string, there: string): string =>
  form.replace(/['‘’ʼ`´\s]/g, (sign, at) => (/['‘’ʼ`´\s]/.test(there.charAt(at)) ? there.charAt(at) : sign));

/** The words of the prose, those in the wrong case as the form has them. */
function mended(there: string, { text: form }: Form): string {
  const words = asTyped(form, there).split(/(\s)/);
  return there
    .split(/(\s)/)
    .map((word, i) => (isSlip(word, words[i] ?? word) ? (words[i] ?? word) : word))
    .join('');
}

/**
 * Whether letters within a name have the wrong case. A first letter may be that of a sentence or of an ordinary word
 * (the bridge, Spot); capitals all through are a shout or a sign.
 */
function isSlip(word: string, wanted: string): boolean {
  if (word.slice(1) === wanted.slice(1)) return false;
  if (word === word.toUpperCase() || wanted === wanted.toUpperCase()) return false;
  return /^\p{Lu}/u.test(word) && /^\p{Lu}/u.test(wanted);
}
