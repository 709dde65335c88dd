/** A speaker who addresses themselves: “Go, T'lar,” said T'lar. */

import { type Dialogue, dialogueOf, type Speech, speechesIn } from '../../analysis/dialogue.ts';
import { type Lexicon, lexiconOf } from '../../analysis/lexicon.ts';
import { characterOf } from '../../analysis/meaning.ts';
import { readParagraph } from '../../analysis/paragraphs.ts';
import { rememberedByFile } from '../../analysis/remembered.ts';
import { isReadable, spanOf } from '../../analysis/scenes.ts';
import { isBase } from '../../analysis/verbs.ts';
import type { Rule } from '../../lint.ts';
import { type Entry, foldName } from '../../manuscript/bible.ts';
import type { Chapter } from '../../manuscript/model.ts';
import { type PassageText, passagesOf, type Stretch, textsOf } from '../../manuscript/passages.ts';

/** Who introduces, quotes or encourages themselves. */
const introduces =
  /\b(?:I am|I['’]m|I was|my name|name['’]s|name is|call me|called me|calls me|calling me|this is|it['’]s only|it['’]s me|yours|sincerely|signed|myself|says I|said I)\b/i;

export const selfAddress: Rule = {
  id: 'voice/self-address',
  severity: 'warning',
  *check(manuscript) {
    if (!isReadable(manuscript) || manuscript.bible.characters.size === 0) return;
    const lexicon = lexiconOf(manuscript.bible);
    const dialogue = dialogueOf(manuscript);
    const asked = `${dialogue} ${lexicon.signature}`;
    for (const scene of manuscript.scenes) {
      const { source } = scene.chapter;
      const calling = new Set(callingIn(scene.chapter, asked, () => paragraphsIn(scene.chapter, lexicon, dialogue)));
      for (const passage of calling.size > 0 ? passagesOf(scene) : []) {
        if (!calling.has(startOf(passage))) continue;
        const paragraph = readParagraph(passage, source, lexicon, dialogue);
        const { names } = paragraph;
        const { text } = passage;
        for (const [i, speech] of paragraph.speeches.entries()) {
          const tag = paragraph.tags.get(i);
          const speaker = characterOf(tag?.name, scene, manuscript);
          if (!tag?.name || !speaker || tag.reflexive || tag.remembered) continue;
          const address = names.find(
            (called) =>
              isWithin(called, speech) &&
              characterOf(called, scene, manuscript) === speaker &&
              !isShared(text.slice(called.start, called.end), speaker, manuscript.bible.characters.values()) &&
              isCalled(text, called, speech, names),
          );
          if (!address) continue;
          yield {
            message: `${speaker.name} speaks here, and calls “${text.slice(address.start, address.end)}”; one of the two is somebody else`,
            span: spanOf(paragraph, address),
            related: [{ span: spanOf(paragraph, tag.name), message: `the words are said by ${speaker.name}` }],
          };
        }
      }
    }
  },
};

const startOf = ({ place }: PassageText): number => place(0, 0).start;

/** Where the paragraphs begin in which words call somebody by name: few, and only of these it is asked who says them. */
const callingIn = rememberedByFile<readonly number[]>('voice/self-address');

const paragraphsIn = (chapter: Chapter, lexicon: Lexicon, dialogue: Dialogue): readonly number[] =>
  textsOf(chapter)
    .filter((passage) => calls(passage, lexicon, dialogue))
    .map(startOf);

function calls(passage: PassageText, lexicon: Lexicon, dialogue: Dialogue): boolean {
  const { text, kind } = passage;
  if (kind !== 'narration') return false;
  // Whoever is called stands before a comma or behind one.
  const speeches = speechesIn(passage, dialogue).filter(({ inner }) => {
    const comma = text.indexOf(',', inner.start);
    return comma >= 0 && comma < inner.end;
  });
  // Where a mark is missing, nobody can tell what is said and what is told.
  if (speeches.length === 0 || (text.match(/"/g)?.length ?? 0) % 2 === 1) return false;
  const names = lexicon.namesIn(text);
  return speeches.some((speech) => names.some((name) => isWithin(name, speech) && isCalled(text, name, speech, names)));
}

const isWithin = ({ start, end }: Stretch, outer: Stretch): boolean => start >= outer.start && end <= outer.end;

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
function isCalled(text: string, { start, end }: Stretch, speech: Speech, names: readonly Stretch[]): boolean {
  const { inner } = speech;
  if (end < inner.end && !',.!?…—'.includes(text.charAt(end))) return false;
  const before = text.slice(inner.start, start);
  if (!/,\s*(?:\p{L}+\.?\s)?$/u.test(before)) {
    if (before.trim() !== '') return false;
    const after = text.slice(end, inner.end);
    const [, verb = ''] = commands.exec(after) ?? [];
    if (!turns.test(after) && !isBase(verb)) return false;
  }
  if (introduces.test(lastSentence(before)) || /[“‘"']\S*[^”’"']*$/.test(before.replace(/\p{L}['’]\p{L}/gu, '')))
    return false;
  // “Tam, Mira, come here” may call a roll.
  return (
    !names.some((other) => other.end < start && start - other.end < 4 && other.start >= speech.start) &&
    !names.some((other) => other.start > end && other.start - end < 7 && other.end <= speech.end)
  );
}

const lastSentence = (text: string): string =>
  text.slice(Math.max(text.lastIndexOf('.'), text.lastIndexOf('!'), text.lastIndexOf('?')) + 1);
