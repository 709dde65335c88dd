/** What somebody does or says in a scene, there and then: the evidence that they are in it. */

import { type Entry, isOf } from '../manuscript/bible.ts';
import type { Manuscript, Scene } from '../manuscript/model.ts';
import type { Span } from '../manuscript/source.ts';
import type { NameAt } from './lexicon.ts';
import { entryOf } from './meaning.ts';
import type { Paragraph } from './paragraphs.ts';
import { isDone, readScene, spanOf } from './scenes.ts';
import { sentenceAround } from './sentences.ts';
import { speaking, voicing } from './verbs.ts';

export interface Act<T extends 'characters' | 'ships' = 'characters'> {
  readonly who: Entry<T>;
  /** `is heard`: their voice, which may come from anywhere. */
  readonly as: 'speaks' | 'is heard' | 'acts';
  /** The verb, as written. */
  readonly verb: string;
  /** The name. */
  readonly span: Span;
  /** Where the name begins in its paragraph. */
  readonly at: number;
  /** Its paragraph, and the one before. */
  readonly paragraph: string;
  readonly before: string;
  /** What is told just before may be told as past already. */
  readonly mayLookBack: boolean;
}

type Any = Act<'characters' | 'ships'>;

/** What need not be there at all: it may be said a paragraph before. */
const ghostly =
  /\b(?:ghost(?:s|ly)?|spect(?:re|er)s?|apparitions?|phantoms?|katra|holo\w*|recordings?|playback|replay\w*|simulations?|projections?|dream\w*|nightmares?|memory|memories|remember\w*|haunt\w*|hallucinat\w*|visions?|deliri\w*|seance)\b/i;
/** What tells of the past, or of a likeness, in the same paragraph. */
const remembered =
  /\b(?:spirits?|recorded|tapes?|taped|recall\w*|imagin\w*|mind['’]s eye|in (?:her|his|their|my) (?:mind|head|thoughts)|(?:years|months|weeks|days) (?:ago|before|earlier)|used to|in those days|back then|long ago|portraits?|photographs?|paintings?|painter|canvas|(?:over|above) the (?:chimney-?piece|mantel(?:piece|shelf)?|fireplace)|statue|letters?|diary|corpse|coffin|casket|funeral|had once|once (?:said|told|asked|upon))\b/i;
const remote =
  /\b(?:comm|comms|combadge|communicators?|viewscreens?|screens?|channel|hail(?:s|ed)?|intercom|speakers?|loudspeaker|radio|tele\w+|phone|transmission|holo\w*|voice|voices|subspace|video|message|letters?|transmitted|uplink|link)\b/i;

/** Whether it stands in a paragraph, or behind one, that speaks of ghosts, recordings, dreams and memories, or may look back. */
export const isImagined = ({ mayLookBack, before, paragraph }: Any): boolean =>
  mayLookBack || ghostly.test(paragraph) || ghostly.test(before) || remembered.test(paragraph);

/** The same with viewscreens, voices and letters. */
export const isRemote = ({ before, paragraph }: Any): boolean => remote.test(paragraph) || remote.test(before);

export function sentenceOf({ paragraph, at }: Any): string {
  const { start, end } = sentenceAround(paragraph, at);
  return paragraph.slice(start, end);
}

const found = new WeakMap<Scene, readonly Any[]>();

/** The acts in a scene, in order. Speech is an act by its tag only: that somebody does something near it is one of its own. */
export function actsIn(manuscript: Manuscript, scene: Scene): readonly Any[] {
  const known = found.get(scene);
  if (known) return known;
  const { paragraphs, said } = readScene(manuscript, scene);
  const byParagraph = paragraphs.map((): Any[] => []);
  const add = (index: number, as: Act['as'], name: NameAt, verb: string, mayLookBack = false): void => {
    const who = entryOf(name, scene, manuscript);
    const acts = byParagraph[index] as Any[];
    if (!isOf(who, 'characters', 'ships') || acts.some(({ at }) => at === name.start)) return;
    const paragraph = paragraphs[index] as Paragraph;
    const before = paragraphs[index - 1]?.passage.text ?? '';
    const span = spanOf(paragraph, name);
    acts.push({ who, as, verb, span, at: name.start, paragraph: paragraph.passage.text, before, mayLookBack });
  };
  for (const { paragraph, tag, name } of said) {
    if (tag && name && !tag.remembered) add(paragraph, tag.voice ? 'is heard' : 'speaks', name, 'speaks');
  }
  for (const [index, { deeds }] of paragraphs.entries()) {
    for (const { name, verb, ...deed } of deeds) {
      // “Mira said that …” is told about speech, and nobody knows of when; a ship answers with her guns.
      const tellsOfSpeech = speaking.has(verb.text) && !voicing.has(verb.text);
      if (!isDone(deed) || (tellsOfSpeech && !isOf(entryOf(name, scene, manuscript), 'ships'))) continue;
      add(index, 'acts', name, verb.text, deed.retrospect === 'perhaps');
    }
  }
  const acts = byParagraph.flatMap((acts) => acts.sort((a, b) => a.at - b.at));
  found.set(scene, acts);
  return acts;
}

export const isPersonal = (act: Any): act is Act => isOf(act.who, 'characters');
