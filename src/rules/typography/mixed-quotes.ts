/** Straight quotation marks here and curly ones there. */

import { dialogueOf, speechesIn } from '../../analysis/dialogue.ts';
import { inOwnPassages } from '../../analysis/prose.ts';
import type { Rule } from '../../lint.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import type { PassageText } from '../../manuscript/passages.ts';
import { type Usage, usageOf } from '../../manuscript/typography/languages.ts';
import { quotes } from '../../manuscript/typography/quotes.ts';
import { mixed, type Sign, shown } from './marking.ts';
import { otherQuotes } from './other-quotes.ts';

interface QuoteMark extends Sign {
  /** A straight mark as the language's typographic one. */
  readonly curled?: string;
}

export const mixedQuotes: Rule = {
  id: 'typography/mixed-quotes',
  severity: 'warning',
  *check(manuscript) {
    const usage = usageOf(manuscript.story.language);
    if (!usage) return;
    yield* otherQuotes(manuscript);
    yield* mixed(
      marksOf(manuscript),
      (other, usual) =>
        `${shown(other)} is a ${other.way} quotation mark, and most of this story’s are ${usual.way}; choose one kind for all of it`,
      (sign, usual) => {
        const { curled, way, passage, start } = sign as QuoteMark;
        if (way === 'straight') return curled;
        return usual === 'straight' ? ('‘’'.includes(passage.text.charAt(start)) ? "'" : '"') : undefined;
      },
    );
  },
};

function marksOf(manuscript: Manuscript): readonly QuoteMark[] {
  const isSingle = dialogueOf(manuscript) === 'single';
  const kinds = new Set(kindsIn(manuscript, isSingle ? 'single' : ''));
  if (kinds.size < 2) return [];
  return isSingle ? allIn(manuscript, manuscript.story.language) : doubleIn(manuscript, manuscript.story.language);
}

/** Which kinds a passage has: most stories have one alone, and no mark of theirs need be looked at. */
const kindsIn = inOwnPassages(
  'typography/mixed-quotes kinds',
  ({ text }, single): readonly ('straight' | 'curly')[] => {
    const straight = text.includes('"') || (single !== '' && text.includes("'"));
    const curly = typographic.test(text) || (single !== '' && text.includes('‘'));
    return [...(straight ? (['straight'] as const) : []), ...(curly ? (['curly'] as const) : [])];
  },
);

const doubleIn = inOwnPassages('typography/mixed-quotes double', (passage, language): readonly QuoteMark[] => {
  const usage = usageOf(language);
  return usage ? inOrder([...doubleMarks(passage, usage)]) : [];
});

const allIn = inOwnPassages('typography/mixed-quotes all', (passage, language): readonly QuoteMark[] => {
  const usage = usageOf(language);
  return usage ? inOrder([...doubleMarks(passage, usage), ...singleMarks(passage, usage)]) : [];
});

const inOrder = (marks: QuoteMark[]): readonly QuoteMark[] => marks.sort((a, b) => a.start - b.start);

// Between letters such a mark is a wreck of something else.
const typographic = /(?<!\p{L})[“”„«»]|[“”„«»](?!\p{L})/u;
const typographicMarks = new RegExp(typographic, 'gu');

function* doubleMarks(passage: PassageText, usage: Usage): Iterable<QuoteMark> {
  const { text } = passage;
  for (const match of typographic.test(text) ? text.matchAll(typographicMarks) : [])
    yield { passage, start: match.index, end: match.index + 1, way: 'typographic' };
  if (!text.includes('"')) return;
  for (const { start, end, text: curled } of quotes(text, usage)) {
    // Inches are no quotation; a mark behind a backslash is meant as typed.
    if (text[start] !== '"' || curled === '″' || isEscaped(passage, start)) continue;
    yield { passage, start, end, way: 'straight', curled };
  }
}

function* singleMarks(passage: PassageText, { single }: Usage): Iterable<QuoteMark> {
  for (const { start, end, open } of speechesIn(passage, 'single')) {
    const ends = [
      [start, single.open],
      [end - 1, single.close],
    ] as const;
    for (const [at, curled] of open ? ends.slice(0, 1) : ends) {
      const way = passage.text[at] === "'" ? 'straight' : 'typographic';
      yield { passage, start: at, end: at + 1, way, ...(way === 'straight' ? { curled } : {}) };
    }
  }
}

function isEscaped({ place }: PassageText, at: number): boolean {
  const { source, start } = place(at, at + 1);
  return source.text[start - 1] === '\\';
}
