/** What somebody does or says in a scene, there and then: the evidence that they are in it. */

import { type Entry, isOf } from '../manuscript/bible.ts';
import type { Manuscript, Scene } from '../manuscript/model.ts';
import type { Span } from '../manuscript/source.ts';
import { entryOf } from './meaning.ts';
import type { Paragraph } from './paragraphs.ts';
import { isDone, readScene, spanOf } from './scenes.ts';
import { speaking, voicing } from './verbs.ts';

export interface Act<T extends 'characters' | 'ships' = 'characters'> {
  readonly who: Entry<T>;
  /** `is heard`: their voice, which may come from anywhere. */
  readonly as: 'speaks' | 'is heard' | 'acts';
  /** The verb, as written. */
  readonly verb: string;
  /** The name. */
  readonly span: Span;
  readonly sentence: string;
  /** It stands in a paragraph, or behind one, that speaks of ghosts, recordings, dreams and memories. */
  readonly imagined: boolean;
  /** The same with viewscreens, voices and letters. */
  readonly remote: boolean;
}

/** What need not be there at all: it may be said a paragraph before. */
const ghostly =
  /\b(?:ghost(?:s|ly)?|spect(?:re|er)s?|apparitions?|phantoms?|katra|holo\w*|recordings?|playback|replay\w*|simulations?|projections?|dream\w*|nightmares?|memory|memories|remember\w*|haunt\w*|hallucinat\w*|visions?|deliri\w*|seance)\b/i;
/** What tells of the past, or of a likeness, in the same paragraph. */
const remembered =
  /\b(?:spirits?|recorded|tapes?|taped|recall\w*|imagin\w*|mind['’]s eye|in (?:her|his|their|my) (?:mind|head|thoughts)|(?:years|months|weeks|days) (?:ago|before|earlier)|used to|in those days|back then|long ago|portraits?|photographs?|paintings?|statue|letters?|diary|corpse|coffin|casket|funeral|had once|once (?:said|told|asked|upon))\b/i;
const remote =
  /\b(?:comm|comms|combadge|communicators?|viewscreens?|screens?|channel|hail(?:s|ed)?|intercom|speakers?|loudspeaker|radio|tele\w+|phone|transmission|holo\w*|voice|voices|subspace|video|message|letters?|transmitted|uplink|link)\b/i;

const found = new WeakMap<Scene, readonly Act<'characters' | 'ships'>[]>();

/** The acts in a scene, in order. Speech is an act by its tag only: that somebody does something near it is one of its own. */
export function actsIn(manuscript: Manuscript, scene: Scene): readonly Act<'characters' | 'ships'>[] {
  const known = found.get(scene);
  if (known) return known;
  const { paragraphs, said } = readScene(manuscript, scene);
  const acts = paragraphs.flatMap((paragraph, index) => {
    const context = (): string => `${paragraphs[index - 1]?.passage.text ?? ''}\n${paragraph.passage.text}`;
    const cues = {
      imagined: () => ghostly.test(context()) || remembered.test(paragraph.passage.text),
      remote: () => remote.test(context()),
    };
    const acts: (Act<'characters' | 'ships'> & { at: number })[] = [];
    const add = (
      as: Act['as'],
      name: Paragraph['names'][number] | Paragraph['deeds'][number]['name'],
      verb: string,
    ) => {
      const who = entryOf(name, scene, manuscript);
      if (!isOf(who, 'characters', 'ships') || acts.some(({ at }) => at === name.start)) return;
      const span = spanOf(paragraph, name);
      const sentence = paragraph.passage.text;
      acts.push({ who, as, verb, span, sentence, imagined: cues.imagined(), remote: cues.remote(), at: name.start });
    };
    for (const { paragraph: at, tag, name } of said) {
      if (at !== index || !tag || !name || tag.remembered) continue;
      add(tag.voice ? 'is heard' : 'speaks', name, 'speaks');
    }
    for (const deed of paragraph.deeds) {
      // “Mira said that …” is told about speech, and nobody knows of when.
      const { text } = deed.verb;
      if (isDone(deed) && (!speaking.has(text) || voicing.has(text))) add('acts', deed.name, deed.verb.text);
    }
    return acts.sort((a, b) => a.at - b.at);
  });
  found.set(scene, acts);
  return acts;
}

export const isPersonal = (act: Act<'characters' | 'ships'>): act is Act => isOf(act.who, 'characters');
