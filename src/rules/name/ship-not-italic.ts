/** A ship's name upright, in a story that italicises ships. */

import { type Written, writtenForms } from '../../analysis/forms.ts';
import { isTitle } from '../../analysis/naming/titles.ts';
import { isOrdinary } from '../../analysis/ordinary.ts';
import { wordsOf } from '../../analysis/words.ts';
import type { Rule } from '../../lint.ts';
import { type Entry, foldName } from '../../manuscript/bible.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import type { PassageText } from '../../manuscript/passages.ts';
import { textOf } from '../../manuscript/source.ts';

export const shipNotItalic: Rule = {
  id: 'name/ship-not-italic',
  severity: 'warning',
  *check(manuscript) {
    if (manuscript.bible.ships.size === 0) return;
    const all = writtenForms(manuscript).filter(
      ({ passage, forms }) =>
        passage.kind === 'narration' && forms.some(({ entry, rejected }) => entry.table === 'ships' && !rejected),
    );
    const names = all.map((written) => nameWithin(written));
    const italics = names.filter(({ passage, start, end }) => isItalicAlone(passage, start, end));
    const [italic] = italics;
    if (!italic) return;
    const { isSmall } = wordsOf(manuscript);
    const upright = names.filter((name) => !isMarked(name.passage, name.start) && isShip(name, isSmall, manuscript));
    // Where most are upright, the italics are a stress.
    if (upright.length > italics.length) return;
    for (const { passage, start, end, forms } of upright) {
      const entry = forms[0]?.entry;
      if (!entry) continue;
      const there = passage.text.slice(start, end);
      const span = passage.place(start, end);
      if (textOf(span) !== there) continue;
      yield {
        message: `“${there}” stands upright, and this story sets ships in italics: \`*${there}*\``,
        span,
        related: [
          {
            span: italic.passage.place(italic.start, italic.end),
            message: `“${italic.passage.text.slice(italic.start, italic.end)}” stands in italics here`,
          },
        ],
        problem: entry.id,
        fix: { safe: true, edits: [{ span, text: `*${there}*` }] },
      };
    }
  },
};

/** The name without its prefix: of `USS Saratoga` only the second word is set in italics. */
function nameWithin(written: Written): Written {
  const there = written.passage.text.slice(written.start, written.end);
  const prefix = /^(?:[A-Z]{2,5}|U\.S\.S\.)\s+(?=\p{L})/u.exec(there)?.[0].length ?? 0;
  return { ...written, start: written.start + prefix };
}

/** Whether just this name is emphasised, its article and prefix perhaps with it; a whole thought in italics is no sign. */
const isItalicAlone = ({ text, emphasis, ships }: PassageText, start: number, end: number): boolean =>
  [...emphasis, ...ships].some(
    (words) =>
      start >= words.start &&
      end <= words.end &&
      /^(?:the )?(?:[A-Z]{2,5} )?$/i.test(text.slice(words.start, start)) &&
      words.end === end,
  );

const isMarked = ({ emphasis, ships, foreign }: PassageText, start: number): boolean =>
  [...emphasis, ...ships, ...foreign].some((words) => start >= words.start && start < words.end);

/** What may follow a ship’s name and is no noun that the name would belong to, as in Saratoga Street. */
const verbOrJoint =
  /^(?:$|['’]s\b|[\s]*[.,;:!?…)—–"“”’]|\s(?:and|or|but|to|in|at|on|for|with|from|by|of|into|was|is|had|has|would|could|will|were|who|which|that|when|while|as|then|did|does|might|must|should|can|\p{Ll}+ed)\b)/u;

function isShip(
  { passage: { text }, start, end, forms }: Written,
  isSmall: (word: string) => boolean,
  { bible }: Manuscript,
): boolean {
  const name = text.slice(start, end);
  if (
    !forms.every(({ text: form, entry }) => entry.table === 'ships' && /^\p{Lu}/u.test(form)) ||
    !/^\p{Lu}/u.test(name)
  )
    return false;
  const after = text.slice(end, end + 24);
  // A class is named after its ship, and a second name makes another of the first.
  if (/^[-‑]\p{L}|^\s\p{Lu}/u.test(after)) return false;
  const before = text.slice(Math.max(0, start - 16), start);
  // So does a first one: a cat whose name is Little Griselda.
  const first = /[\p{Ll},;] (\p{Lu}\p{Ll}+)\s$/u.exec(text.slice(Math.max(0, start - 32), start))?.[1];
  if (first !== undefined && first !== 'The' && !isTitle(first)) return false;
  // “Hope is all we have”: at the head of a sentence the capital says nothing.
  const isHead = !/[\p{L}\p{N},;]['’]? $/u.test(before) && /^\s\p{Ll}/u.test(after);
  const isShared = isSmall(name) || (isHead && isOrdinary(name.toLowerCase())) || isSharedName(name, bible);
  if (!isShared && !/\b(?:in|of|near|on|to|from|at)\s$/.test(before)) return true;
  return /(?:\b(?:[Tt]he|aboard)|\b[A-Z]{2,5}|U\.S\.S\.)\s$/.test(before) && verbOrJoint.test(after);
}

/** Whether somebody or something else bears the name, alone or as a part of theirs. */
function isSharedName(name: string, bible: Manuscript['bible']): boolean {
  const key = foldName(name);
  const others: readonly Entry[] = [...bible.characters.values(), ...bible.places.values(), ...bible.objects.values()];
  return others.some(({ names }) => names.some(({ value }) => foldName(value).split(' ').includes(key)));
}
