/** Six slips of the typesetter. */

import { type Fault, type Planter, placeOf, write } from '../fault.ts';
import { type Paragraph, paragraphsOf } from '../prose.ts';
import type { Text } from '../text.ts';

const kind = 'six kinds of typography';

/** A planter that makes one change somewhere in a paragraph. */
const slip = (
  way: string,
  rules: readonly string[],
  /** What is written over what, and from where on it may be reported: from its start, where nothing is said. */
  changes: (
    paragraph: Paragraph,
    text: Text,
  ) => Iterable<readonly [start: number, end: number, put: string, from?: number]>,
): Planter => ({
  kind,
  way,
  nature: 'prose',
  rules,
  *faults(text, chance) {
    const found: Fault[] = [];
    for (const paragraph of paragraphsOf(text)) {
      for (const [start, end, put, from = start] of changes(paragraph, text)) {
        const span = paragraph.place(start, end);
        // Only where the file holds what the paragraph shows: no marks of Markdown between.
        if (span.source.text.slice(span.start, span.end) !== paragraph.text.slice(start, end)) continue;
        found.push({ edits: [write(span, put)], at: placeOf(paragraph.place(from, end)) });
      }
    }
    yield* chance.shuffle(found);
  },
});

export const unclosedDialogue = slip(
  'a closing mark left out',
  ['typography/unclosed-dialogue'],
  function* (paragraph, text) {
    const all = paragraphsOf(text);
    const next = all[all.indexOf(paragraph) + 1];
    // A speech goes on where the next paragraph opens it again; there the mark is left out on purpose.
    if (!next || /^\s*["“]/.test(next.text)) return;
    // Only the last speech of a paragraph: between two, the next opening mark may be taken for the closing one.
    const { start, end } = paragraph.speeches.at(-1) ?? { start: 0, end: 0 };
    if (/["”]/.test(paragraph.text[end - 1] ?? '') && end - start >= 4)
      yield [end - 2, end, paragraph.text[end - 2] as string, start];
  },
);

export const mixedQuotes = slip(
  'straight marks in a text of curly ones, or the reverse',
  ['typography/mixed-quotes'],
  function* ({ text, speeches }) {
    for (const { start, end } of speeches) {
      const marks = (text[start] ?? '') + (text[end - 1] ?? '');
      if (marks === '“”') yield [start, end, `"${text.slice(start + 1, end - 1)}"`];
      if (marks === '""') yield [start, end, `“${text.slice(start + 1, end - 1)}”`];
    }
  },
);

/** In narration, since who speaks may stammer; of words that nobody writes twice on purpose (“what it was was”). */
export const doubledWord = slip('a small word twice', ['typography/doubled-word'], function* ({ narration }) {
  for (const { index, 0: word } of narration.matchAll(/(?<=\p{L} )(?:the|a|of|to|and|with|from|into|his)(?= \p{L})/gu))
    yield [index, index + word.length, `${word} ${word}`];
});

export const doubledSpace = slip(
  'two spaces, or one before a mark',
  ['typography/doubled-space', 'typography/space-before-mark'],
  function* ({ text }) {
    for (const { index } of text.matchAll(/(?<=\p{Ll}) (?=\p{Ll})/gu))
      if (index % 3 === 0) yield [index, index + 1, '  '];
    for (const { index, 0: mark } of text.matchAll(/(?<=\p{Ll})[,;](?= )/gu)) yield [index, index + 1, ` ${mark}`];
  },
);

export const hyphenForDash = slip(
  'a hyphen where a dash stands',
  ['typography/hyphen-for-dash', 'typography/mixed-dashes'],
  function* ({ text }) {
    for (const { index, 0: dash } of text.matchAll(/(?<=\p{L}\u2060?)\u2060?—(?=["”])/gu))
      yield [index, index + dash.length, '-'];
    for (const { index } of text.matchAll(/(?<=\p{Ll}\u2060?)\u2060?—(?=\p{Ll})/gu))
      yield [index, text.indexOf('—', index) + 1, ' - '];
    for (const { index } of text.matchAll(/(?<=\p{Ll}), (?=but \p{Ll})/gu)) yield [index, index + 2, ' - '];
  },
);

export const dialoguePunctuation = slip(
  'a full stop before a speech tag',
  ['typography/dialogue-punctuation'],
  function* ({ text }) {
    for (const { index } of text.matchAll(
      /(?<=\p{Ll}),(?=["”] (?:he|she|they|\p{Lu}\p{Ll}+) (?:said|asked|replied|whispered|added|agreed|answered)\b)/gu,
    ))
      yield [index, index + 1, '.'];
    for (const { index } of text.matchAll(/(?<=\p{Ll}),(?=["”] said\b)/gu)) yield [index, index + 1, '.'];
  },
);
