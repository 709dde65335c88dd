/** `PADD` for `padd`: a spelling that is not the story's. */

import { writtenForms } from '../../analysis/forms.ts';
import type { Rule } from '../../lint.ts';
import type { PassageText } from '../../manuscript/passages.ts';
import { textOf } from '../../manuscript/source.ts';

export const wordForm: Rule = {
  id: 'name/word-form',
  severity: 'warning',
  *check(manuscript) {
    for (const { passage, start, end, forms } of writtenForms(manuscript)) {
      // A letter or a log has a hand of its own.
      if (passage.kind !== 'narration') continue;
      const there = passage.text.slice(start, end).replace(/\s/g, ' ');
      const opens = opensSentence(passage, start);
      const form = forms.find(
        ({ entry, rejected, text }) =>
          rejected &&
          entry.table === 'words' &&
          (text === there || (opens && capitalised(text) === there)) &&
          !(opens && there.toLowerCase() === entry.id.toLowerCase()),
      );
      const { foreign } = passage;
      if (!form || foreign.some((words) => start >= words.start && start < words.end)) continue;
      const { entry, stated } = form;
      const wanted = opens ? capitalised(entry.id) : entry.id;
      const span = passage.place(start, end);
      yield {
        message: `“${there}” stands here, and this story writes “${entry.id}”`,
        span,
        related: [{ span: stated.span, message: `“${stated.value}” is listed under \`not\`` }],
        problem: `${entry.id}\n${stated.value}`,
        ...(textOf(span) === passage.text.slice(start, end)
          ? { fix: { safe: true, edits: [{ span, text: wanted }] } }
          : {}),
      };
    }
  },
};

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** At the head of a paragraph or of a speech, or behind a stop. */
const opensSentence = ({ text }: PassageText, at: number): boolean =>
  /(?:^|[.!?…:—–]\s*|["“”‘’'«»(]\s*|\n\s*)$/.test(text.slice(Math.max(0, at - 3), at)) || at === 0;
