/** A form of a name that the bible lists under `not`. */

import { writtenForms } from '../../analysis/forms.ts';
import type { Rule } from '../../lint.ts';
import { textOf } from '../../manuscript/source.ts';

export const deprecatedForm: Rule = {
  id: 'name/deprecated-form',
  severity: 'warning',
  *check(manuscript) {
    for (const { passage, start, end, forms } of writtenForms(manuscript)) {
      const there = passage.text.slice(start, end);
      const form = forms.find(
        ({ entry, rejected, text }) => rejected && entry.table !== 'words' && isSame(text, there),
      );
      // What one entry rejects may be the name of another.
      if (!form || forms.some(({ rejected, text }) => !rejected && isSame(text, there))) continue;
      const { entry, stated } = form;
      const span = passage.place(start, end);
      const wanted = wantedFor(
        there,
        entry.names.map(({ value }) => value),
      );
      yield {
        message: `“${there}” stands here, which the bible rejects; ${wanted === undefined ? `it writes “${entry.name}”` : `write “${wanted}”`}`,
        span,
        related: [{ span: stated.span, message: `“${stated.value}” is listed under \`not\`` }],
        problem: `${entry.id}\n${stated.value}`,
        ...(wanted !== undefined && textOf(span) === there
          ? { fix: { safe: true, edits: [{ span, text: wanted }] } }
          : {}),
      };
    }
  },
};

const isSame = (form: string, there: string): boolean => straight(form) === straight(there);
const straight = (name: string): string => name.replace(/[‘’ʼ`´]/g, "'").replace(/\s/g, ' ');

/** The name or alias that has as many words as what stands there: of several, the first; a sole name serves for all. */
function wantedFor(there: string, names: readonly string[]): string | undefined {
  const words = (name: string): number => name.trim().split(/\s+/).length;
  return names.find((name) => words(name) === words(there)) ?? (names.length === 1 ? names[0] : undefined);
}
