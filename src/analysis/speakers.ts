/** Who says what in a scene, and how that is known. Where nobody can tell, nobody is named. */

import type { Entry } from '../manuscript/bible.ts';
import type { Manuscript, Scene } from '../manuscript/model.ts';
import type { Speech } from './dialogue.ts';
import type { NameAt } from './lexicon.ts';
import { characterOf } from './meaning.ts';
import type { Paragraph } from './paragraphs.ts';
import { meantBy } from './pronouns.ts';
import type { Tag } from './tags.ts';
import { speaking } from './verbs.ts';

/**
 * `tag`: “…,” said Mira. `same`: her other words in that paragraph, or in the next where the first has no closing mark.
 * `beat`: she does something in the paragraph, and nobody else. `pronoun`: “she said”, and only one she was named of
 * late. `alternation`: two speak in turn, and a tag on either side agrees.
 */
export type How = 'tag' | 'same' | 'beat' | 'pronoun' | 'alternation';

export interface Said {
  /** The place of its paragraph in the scene. */
  readonly paragraph: number;
  readonly speech: Speech;
  readonly speaker?: Entry<'characters'>;
  readonly how?: How;
  readonly tag?: Tag;
  /** Where the speaker is named, by a tag or a beat. */
  readonly name?: NameAt;
}

type Draft = { -readonly [K in keyof Said]: Said[K] };

export function speakersOf(paragraphs: readonly Paragraph[], scene: Scene, manuscript: Manuscript): readonly Said[] {
  const found: Draft[][] = [];
  const isTold = paragraphs.filter(tellsOfI).length > 1;
  for (const [index, paragraph] of paragraphs.entries()) {
    const said = directly(paragraph, index, scene, manuscript);
    for (const one of said) {
      const { speech, tag } = one;
      if (!tag?.pronoun) continue;
      const before = [closing(found, paragraphs, index - 1), closing(found, paragraphs, index - 2)] as const;
      const meant = meantBy({ pronoun: tag.pronoun, speech, index, paragraphs, isTold, before }, scene, manuscript);
      if (meant) Object.assign(one, meant);
    }
    within(said, paragraph, scene, manuscript);
    const before = found[index - 1]?.at(-1);
    const [first] = said;
    // Speech without its closing mark goes on in the next paragraph, which opens with a mark.
    if (before?.speech.open && before.speaker && first && !first.speaker && first.speech.start === 0)
      Object.assign(first, { speaker: before.speaker, how: 'same' });
    found.push(said);
  }
  alternate(found, paragraphs);
  return found.flat();
}

function directly(paragraph: Paragraph, index: number, scene: Scene, manuscript: Manuscript): Draft[] {
  return paragraph.speeches.map((speech, i) => {
    const tag = paragraph.tags.get(i);
    const speaker = characterOf(tag?.name, scene, manuscript);
    return {
      paragraph: index,
      speech,
      ...(tag ? { tag } : {}),
      ...(speaker && tag?.name ? { speaker, how: 'tag' as const, name: tag.name } : {}),
    };
  });
}

/** Whether the narrator says “I”. */
const tellsOfI = ({ passage: { kind }, saysI }: Paragraph): boolean => kind === 'narration' && saysI;

/** Whose words a paragraph ends with: what is told behind them is only whose they are. */
function closing(
  found: readonly Draft[][],
  paragraphs: readonly Paragraph[],
  at: number,
): Entry<'characters'> | undefined {
  const last = found[at]?.at(-1);
  if (!last?.speaker || last.speech.open || found[at]?.some(({ speaker }) => speaker !== last.speaker))
    return undefined;
  const rest = paragraphs[at]?.passage.text.slice(last.speech.end) ?? '';
  return /[.!?…]\s+\S/.test(rest) ? undefined : last.speaker;
}

/** What is said beside tagged words is said by the same; what has no tag at all, by the one who does something there. */
function within(said: readonly Draft[], paragraph: Paragraph, scene: Scene, manuscript: Manuscript): void {
  const tagged = said.filter(({ tag }) => tag !== undefined);
  if (tagged.length > 0) {
    const [first] = tagged;
    if (!first?.speaker || tagged.some(({ speaker }) => speaker !== first.speaker)) return;
    for (const one of said) {
      if (!one.speaker && first.how)
        Object.assign(one, { speaker: first.speaker, how: first.how === 'tag' ? 'same' : first.how });
    }
    return;
  }
  if (said.length === 0) return;
  const actors = new Set(
    paragraph.deeds.filter(({ clause }) => clause === 'main').map(({ name }) => characterOf(name, scene, manuscript)),
  );
  const [actor] = actors;
  const deed = paragraph.deeds.find(({ clause }) => clause === 'main');
  if (actors.size !== 1 || !actor || !deed) return;
  // What is done behind the words may answer them, by whoever heard them.
  if (isAnswer(deed, said, paragraph)) return;
  for (const one of said) Object.assign(one, { speaker: actor, how: 'beat', name: deed.name });
}

/** “As she spoke, Lucy turned”, “Here Lucy made a face”, “Arthur stood up.” at the end of it. */
function isAnswer({ name, verb }: Paragraph['deeds'][number], said: readonly Draft[], { passage }: Paragraph): boolean {
  const before = said.findLast(({ speech }) => speech.end <= name.start);
  if (!before || speaking.has(verb.text) || passage.text[before.speech.inner.end - 1] === ',') return false;
  const after = said.some(({ speech }) => speech.start > name.start);
  const lead = passage.text.slice(before.speech.end, name.start).trim();
  return !after || /^(?:as|at|here|when|while|whilst|with)\b/i.test(lead);
}

/** Paragraphs of nothing but speech between two whose speakers are known, where turns taken fit both. */
function alternate(found: readonly Draft[][], paragraphs: readonly Paragraph[]): void {
  const speakerOf = (at: number): Entry<'characters'> | undefined => found[at]?.[0]?.speaker;
  const isBare = (at: number): boolean => {
    const said = found[at];
    return said !== undefined && said.length === 1 && !said[0]?.speaker && !said[0]?.tag && isAllSpeech(paragraphs[at]);
  };
  for (let from = 0; from < found.length; from += 1) {
    if (!speakerOf(from) || !isBare(from + 1)) continue;
    let to = from + 1;
    while (isBare(to)) to += 1;
    const [one, last] = [speakerOf(from), speakerOf(to)];
    if (!one || !last) continue;
    const odd = (to - from) % 2 === 1;
    const before = speakerOf(from - 1);
    const other = odd ? last : before !== one ? before : undefined;
    if (!other || other === one || (!odd && last !== one)) continue;
    for (let at = from + 1; at < to; at += 1)
      Object.assign(found[at]?.[0] as Draft, { speaker: (at - from) % 2 === 1 ? other : one, how: 'alternation' });
  }
}

const isAllSpeech = (paragraph: Paragraph | undefined): boolean =>
  paragraph?.speeches.length === 1 &&
  paragraph.speeches[0]?.start === 0 &&
  paragraph.speeches[0]?.end >= paragraph.passage.text.trimEnd().length;
