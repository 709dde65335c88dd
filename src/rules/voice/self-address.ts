/** A speaker who addresses themselves: “Go, T'lar,” said T'lar. */

import { characterOf } from '../../analysis/meaning.ts';
import type { Mention } from '../../analysis/paragraphs.ts';
import { isReadable, readScene, spanOf } from '../../analysis/scenes.ts';
import type { Said } from '../../analysis/speakers.ts';
import { isBase } from '../../analysis/verbs.ts';
import type { Rule } from '../../lint.ts';
import { type Entry, foldName } from '../../manuscript/bible.ts';

/** Who introduces, quotes or encourages themselves. */
const introduces =
  /\b(?:I am|I['’]m|I was|my name|name['’]s|name is|call me|called me|calls me|calling me|this is|it['’]s only|it['’]s me|yours|sincerely|signed|myself|says I|said I)\b/i;

export const selfAddress: Rule = {
  id: 'voice/self-address',
  severity: 'warning',
  *check(manuscript) {
    if (!isReadable(manuscript) || manuscript.bible.characters.size === 0) return;
    for (const scene of manuscript.scenes) {
      const { paragraphs, said } = readScene(manuscript, scene);
      for (const one of said) {
        const { tag, speaker, name } = one;
        if (one.how !== 'tag' || !tag || !speaker || !name || tag.reflexive || tag.remembered) continue;
        const paragraph = paragraphs[one.paragraph];
        if (!paragraph?.names.some(({ start, end }) => start >= one.speech.start && end <= one.speech.end)) continue;
        const { text } = paragraph.passage;
        // Where a mark is missing, nobody can tell what is said and what is told.
        if ((text.match(/"/g)?.length ?? 0) % 2 === 1) continue;
        const address = paragraph.names.find(
          (called) =>
            called.start >= one.speech.start &&
            called.end <= one.speech.end &&
            characterOf(called, scene, manuscript) === speaker &&
            !isShared(text.slice(called.start, called.end), speaker, manuscript.bible.characters.values()) &&
            isCalled(text, called, one, paragraph.names),
        );
        if (!address) continue;
        yield {
          message: `${speaker.name} speaks here, and calls “${text.slice(address.start, address.end)}”; one of the two is somebody else`,
          span: spanOf(paragraph, address),
          related: [{ span: spanOf(paragraph, name), message: `the words are said by ${speaker.name}` }],
        };
      }
    }
  },
};

/** Whether somebody else of the bible bears the name too: a father and a son may talk to each other. */
const isShared = (called: string, own: Entry, all: Iterable<Entry>): boolean =>
  [...all].some(
    (entry) => entry !== own && entry.names.some(({ value }) => foldName(value).split(' ').includes(foldName(called))),
  );

/** What goes on as words to somebody do, and not as words about them: “Mira, who” or “Mira, at last,” is told. */
const turns =
  /^,\s+(?:I|I['’]\w+|you\S*|your|we\S*|what\S*|why|how\S*|where\S*|when|please|come|go|get|take|give|listen|look|wait|stop|do|don['’]t|is|are|can|will|would|could|have|did|there['’]s|this|that['’]s|it['’]s|let\S*|tell)\b/i;

/** “Nim, hold this”: a bare verb, and what is to be done with it. */
const commands =
  /^,\s+(?:just\s+)?(\p{Ll}+)\s+(?:this|that|it|him|her|them|me|us|the|an?|my|your|on|up|down|out|in|off|back|over|away)\b/u;

/** “…, Mira.” “Mira, …”: between commas or at an end, not in a list of names, an introduction or a quotation. */
function isCalled(text: string, { start, end }: Mention, { speech }: Said, names: readonly Mention[]): boolean {
  const before = text.slice(speech.inner.start, start);
  const after = text.slice(end, speech.inner.end);
  if (introduces.test(lastSentence(before)) || /[“‘"']\S*[^”’"']*$/.test(before.replace(/\p{L}['’]\p{L}/gu, '')))
    return false;
  const parted = /,\s*(?:\p{L}+\.?\s)?$/u.test(before) && /^(?:[,.!?…—]|$)/.test(after);
  const [, verb = ''] = commands.exec(after) ?? [];
  const led = before.trim() === '' && (turns.test(after) || isBase(verb));
  if (!parted && !led) return false;
  // “Tam, Mira, come here” may call a roll.
  return (
    !names.some((other) => other.end < start && start - other.end < 4 && other.start >= speech.start) &&
    !names.some((other) => other.start > end && other.start - end < 7 && other.end <= speech.end)
  );
}

const lastSentence = (text: string): string => /[^.!?]*$/.exec(text)?.[0] ?? '';
