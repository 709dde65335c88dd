/** An opening quotation mark without its end. */

import { type Dialogue, dialogueOf, speechesIn } from '../../analysis/dialogue.ts';
import { rememberedByFile } from '../../analysis/remembered.ts';
import type { Fault, Rule } from '../../lint.ts';
import type { Chapter } from '../../manuscript/model.ts';
import { type PassageText, textsOf } from '../../manuscript/passages.ts';

export const unclosedDialogue: Rule = {
  id: 'typography/unclosed-dialogue',
  severity: 'warning',
  check(manuscript) {
    const dialogue = dialogueOf(manuscript);
    if (dialogue === 'dash') return [];
    return manuscript.chapters.flatMap((chapter) => memory(chapter, dialogue, () => [...find(chapter, dialogue)]));
  },
};

const memory = rememberedByFile<readonly Fault[]>('typography/unclosed-dialogue');

function* find(chapter: Chapter, dialogue: Dialogue): Iterable<Fault> {
  const passages = textsOf(chapter);
  for (const [i, passage] of passages.entries()) {
    if (passage.kind !== 'narration' || isBalanced(passage.text, dialogue)) continue;
    const speech = speechesIn(passage, dialogue).find(({ open }) => open);
    if (!speech || isVerse(passage)) continue;
    const holdsTag = tag.test(passage.text.slice(speech.start, speech.end));
    if (!holdsTag && goesOn(passage, passages[i + 1], dialogue)) continue;
    const mark = passage.text.charAt(speech.start);
    // A straight single mark may be an apostrophe, and scripts without spaces have letters on both sides of a mark.
    if (mark === "'" || (dialogue === 'corner' && /[」』]/.test(passage.text.slice(speech.start)))) continue;
    yield {
      message: `\`${mark}\` opens a speech here, and nothing closes it; close it, or open the next paragraph with the same mark if it goes on there`,
      span: passage.place(speech.start, speech.end),
    };
  }
}

/** “You're early, said Rafferty.”: the narrator's words within the speech, which must have ended before them. */
const tag =
  /[,?!] (?:(?:said|asked|replied|answered|whispered|murmured|shouted|cried) \p{Lu}\p{L}+|\p{Lu}\p{L}+ (?:said|asked|replied|answered|whispered|murmured|shouted|cried))[.,]/u;

/** Short lines, three or more: a song, whose stanzas each open and only the last of which closes. */
function isVerse({ text }: PassageText): boolean {
  const lines = text.split('\n');
  return lines.length > 2 && lines.every((line) => line.length < 55);
}

const openers: Readonly<Record<Dialogue, string>> = {
  double: '“"„‟',
  single: '‘‚',
  guillemets: '«»‹›',
  corner: '「『',
  dash: '',
};

/** Whether as many marks close as open: then at the most an order is odd. */
function isBalanced(text: string, dialogue: Dialogue): boolean {
  if (dialogue === 'double' && count(text, '"') % 2 !== 0) return false;
  const pairs = { double: '“”', single: '‘’', guillemets: '«»', corner: '「」', dash: '' }[dialogue];
  return dialogue !== 'single' && count(text, pairs.charAt(0)) === count(text, pairs.charAt(1));
}

function count(text: string, mark: string): number {
  let marks = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) marks += 1;
  return marks;
}

/** Whether the speech goes on in the next paragraph, which opens it again or is something that is read out in it. */
function goesOn(passage: PassageText, next: PassageText | undefined, dialogue: Dialogue): boolean {
  if (!next) return false;
  // What it announces stands in a block of its own.
  if (next.kind !== 'narration' || /:\s*[—–-]*$|[—–-]$/.test(passage.text)) return true;
  return openers[dialogue].includes(next.text.trimStart().charAt(0));
}
