/** A paragraph as a row of tokens: the narrator's words and marks, each spoken stretch one token, each known name one. */

import { foldName } from '../manuscript/bible.ts';
import type { PassageText, Stretch } from '../manuscript/passages.ts';
import type { Speech } from './dialogue.ts';
import type { NameAt } from './lexicon.ts';

export interface Token extends Stretch {
  /** `other` is what is nobody's telling: a quotation within the prose, foreign words, a thought in italics. */
  readonly kind: 'word' | 'name' | 'mark' | 'speech' | 'other';
  /** A word as compared: small, with straight apostrophes. A mark as it is, dashes as —, dots of an ellipsis as …. */
  readonly text: string;
  readonly capital: boolean;
  readonly name?: NameAt;
  readonly speech?: Speech;
  /** The number of its sentence, from 0. */
  sentence: number;
}

const piece = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ‘-][\p{L}\p{N}]+)*|\.{2,}|--+|[.,;:!?…—–()]/gu;
const isWord = /^[\p{L}\p{N}]/u;
const isCapital = /^\p{Lu}/u;

/** The tokens of a paragraph. `names` and `speeches` are in order; names within speech are no tokens. */
export function tokensOf(
  passage: PassageText,
  names: readonly NameAt[],
  speeches: readonly Speech[],
): readonly Token[] {
  const { text } = passage;
  const tokens: Token[] = [];
  const opaque = stretchesOf(passage, speeches);
  let nextOpaque = 0;
  let nextName = 0;
  piece.lastIndex = 0;
  for (;;) {
    const from = piece.lastIndex;
    const match = piece.exec(text);
    const start = match?.index ?? text.length;
    let shut = opaque[nextOpaque];
    if (shut && shut.start <= start && shut.end > from) {
      const kind = shut.speech ? 'speech' : 'other';
      const at = { kind, start: shut.start, end: shut.end, text: '', capital: false, sentence: 0 } as const;
      tokens.push(shut.speech ? { ...at, speech: shut.speech } : at);
      piece.lastIndex = shut.end;
      do shut = opaque[++nextOpaque];
      while (shut && shut.start < piece.lastIndex);
      continue;
    }
    if (!match) break;
    const [found] = match;
    let name = names[nextName];
    while (name && name.start < start) name = names[++nextName];
    if (name && name.start === start) {
      tokens.push({ kind: 'name', start, end: name.end, text: '', capital: true, sentence: 0, name });
      piece.lastIndex = name.possessive
        ? name.end + (/^.s/i.test(text.slice(name.end, name.end + 2)) ? 2 : 1)
        : name.end;
      continue;
    }
    const kind = isWord.test(found) ? 'word' : 'mark';
    const folded = kind === 'word' ? lower(found) : mark(found);
    tokens.push({ kind, start, end: start + found.length, text: folded, capital: isCapital.test(found), sentence: 0 });
  }
  numberSentences(tokens, text);
  return tokens;
}

const lower = (word: string): string => {
  const small = word.toLowerCase();
  return /[^a-z]/.test(small) ? foldName(small) : small;
};
const mark = (found: string): string =>
  found.length > 1 ? (found[0] === '.' ? '…' : '—') : found === '–' ? '—' : found;

/** What is not told by the narrator, in order and apart. */
function stretchesOf(
  { text, emphasis, foreign }: PassageText,
  speeches: readonly Speech[],
): readonly (Stretch & { speech?: Speech })[] {
  const all: (Stretch & { speech?: Speech })[] = speeches.map((speech) => ({
    start: speech.start,
    end: speech.end,
    speech,
  }));
  all.push(...foreign);
  // A name in italics is a name; more words are a thought, a letter, a line of verse.
  for (const stretch of emphasis) if (/\S\s+\S+\s+\S/.test(text.slice(stretch.start, stretch.end))) all.push(stretch);
  if (!/[‘«]/.test(text) && (speeches.length > 0 || !text.includes('“'))) return all.length > 1 ? inOrder(all) : all;
  for (const quotation of text.matchAll(
    /‘(?=[^\s])[^‘“”]{1,400}?[.,!?…—\p{L}]’(?!\p{L})|“[^“”]{1,400}”|«[^«»]{1,400}»/gu,
  )) {
    const stretch = { start: quotation.index, end: quotation.index + quotation[0].length };
    if (!speeches.some(({ start, end }) => start < stretch.end && stretch.start < end)) all.push(stretch);
  }
  return all.length > 1 ? inOrder(all) : all;
}

const inOrder = <S extends Stretch>(all: S[]): S[] => all.sort((a, b) => a.start - b.start || b.end - a.end);

const abbreviation =
  /^(?:mr|mrs|ms|dr|st|lt|cmdr|capt|col|gen|sgt|cpl|prof|rev|hon|sr|jr|vs|etc|no|vol|fig|esq|messrs|mme|mlle|lieut|adm|ens|maj|gov|pres|m|a\.m|p\.m)$/;

/** Gives every token the number of its sentence. */
function numberSentences(tokens: readonly Token[], text: string): void {
  let sentence = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    token.sentence = sentence;
    const next = tokens[i + 1];
    if (next && endsSentence(token, tokens[i - 1], next, text)) sentence += 1;
  }
}

function endsSentence(token: Token, before: Token | undefined, next: Token, text: string): boolean {
  const goesOn = next.kind === 'word' && !next.capital;
  if (token.kind === 'mark') {
    if (!'.!?…'.includes(token.text) || goesOn || next.kind === 'mark') return false;
    if (token.text !== '.') return true;
    // An initial, an abbreviation: “Mr. Brogh”, “J. Pell”.
    return !(
      before?.kind === 'word' &&
      (abbreviation.test(before.text) || (before.text.length === 1 && before.capital && before.text !== 'i'))
    );
  }
  if (token.kind === 'speech' || token.kind === 'other') return !goesOn && next.kind !== 'mark' && closes(token, text);
  return false;
}

/** Whether a spoken stretch ends as a sentence does, so that what follows with a capital may be another. */
export const closes = ({ end, speech }: Token, text: string): boolean =>
  /[.!?…—-]/.test(text[(speech?.inner.end ?? end - 1) - 1] ?? '');

/** The last character that is said in a speech. */
export const lastOf = ({ end, speech }: Token, text: string): string => text[(speech?.inner.end ?? end - 1) - 1] ?? '';
