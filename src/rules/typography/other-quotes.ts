/** A speech in “…” among speeches in ‘…’: one that somebody wrote, or pasted, by another custom. */

import { type Dialogue, dialogueOf, mayOpenWith, type Speech, speechesIn } from '../../analysis/dialogue.ts';
import { inOwnPassages, isOwn } from '../../analysis/prose.ts';
import { rememberedByFile } from '../../analysis/remembered.ts';
import { plainlySpeaking } from '../../analysis/verbs.ts';
import type { Fault } from '../../lint.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import { type PassageText, textsOf } from '../../manuscript/passages.ts';

/** Who speaks in other marks more often, or in a greater part of all speech, means something by it: a mind, a machine. */
const MOST = 4;
const PART = 1 / 20;
/** Speeches from which on one in other marks is a stranger. */
const ENOUGH = 8;

interface Quoted {
  readonly passage: PassageText;
  readonly speech: Speech;
}

export function* otherQuotes(manuscript: Manuscript): Iterable<Fault> {
  const usual = dialogueOf(manuscript);
  if (usual === 'dash' || usual === 'corner') return;
  const { first, count } = leadingIn(manuscript, usual);
  const others = (['double', 'single', 'guillemets'] as const)
    .filter((kind) => kind !== usual)
    .flatMap((kind) => taggedIn(manuscript, kind));
  if (!first || count < ENOUGH || others.length > Math.min(MOST, Math.max(1, count * PART))) return;
  for (const { passage, speech } of others) {
    yield {
      message: `${marksOf({ passage, speech })} stand around this speech, and ${marksOf(first)} around this story’s others; choose one kind for all of it`,
      span: passage.place(speech.start, speech.start + 1),
      related: [
        {
          span: first.passage.place(first.speech.start, first.speech.start + 1),
          message: `${marksOf(first)} stand here`,
        },
      ],
      problem: 'other',
    };
  }
}

const marksOf = ({ passage: { text }, speech: { start, end } }: Quoted): string =>
  `\`${text.charAt(start)}…${text.charAt(end - 1)}\``;

/** Speeches that begin a paragraph: whatever is quoted within another stands further in. */
interface Leading {
  readonly count: number;
  readonly first?: Quoted;
}

const leadingInFile = rememberedByFile<Leading>('typography/mixed-quotes leading');

function leadingIn({ chapters }: Manuscript, kind: Dialogue): Leading {
  const found = chapters.map((chapter) =>
    leadingInFile(chapter, kind, () => {
      const own = textsOf(chapter)
        .filter(isOwn)
        .flatMap((passage) => leading(passage, kind));
      return { count: own.length, ...(own[0] ? { first: own[0] } : {}) };
    }),
  );
  const first = found.find(({ count }) => count > 0)?.first;
  return { count: found.reduce((sum, { count }) => sum + count, 0), ...(first ? { first } : {}) };
}

function leading(passage: PassageText, kind: Dialogue): readonly Quoted[] {
  if (!mayOpenWith(passage, kind)) return [];
  const [speech] = speechesIn(passage, kind);
  return speech && !speech.open && passage.text.slice(0, speech.start).trim() === '' ? [{ passage, speech }] : [];
}

/** Of these the ones that are surely spoken: “…,” said Tam. */
const taggedIn = inOwnPassages('typography/mixed-quotes tagged', (passage, kind: Dialogue): readonly Quoted[] => {
  if (!mayOpenWith(passage, kind)) return [];
  const { text, emphasis } = passage;
  const [speech] = speechesIn(passage, kind);
  // In italics it is thought.
  if (!speech || emphasis.some(({ start, end }) => start <= speech.start && speech.start < end)) return [];
  if (speech.open || text.slice(0, speech.start).trim() !== '') return [];
  if (!/[,.?!…—]$/.test(text.slice(speech.inner.start, speech.inner.end))) return [];
  const words = text.slice(speech.end, speech.end + 60).match(/^[\s\p{L}’']+/u)?.[0] ?? '';
  const [one = '', two = '', three = ''] = words.trim().split(/\s+/);
  return [one, two, three].some((word) => plainlySpeaking.has(word)) ? [{ passage, speech }] : [];
});
