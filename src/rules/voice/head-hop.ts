/** Another mind than the one through which the scene is told, from inside. */

import { characterOf } from '../../analysis/meaning.ts';
import { narrationIn } from '../../analysis/narration.ts';
import { isReadable, readScene, spanOf } from '../../analysis/scenes.ts';
import { sentenceAround } from '../../analysis/sentences.ts';
import { interior } from '../../analysis/verbs.ts';
import type { Fault, Rule } from '../../lint.ts';
import { type Entry, meant } from '../../manuscript/bible.ts';
import type { Reference } from '../../manuscript/fields.ts';
import type { Manuscript, Scene } from '../../manuscript/model.ts';
import { isNobody } from '../../manuscript/presence.ts';
import { sceneName, spanIn } from '../saying.ts';

/** What makes of a thought something that may be seen from outside. */
const visible =
  /\b(?:seem\w*|appear\w*|apparently|evidently|obviously|clearly|visibly|plainly|perhaps|maybe|must have|no doubt|doubtless|look\w* as|as (?:if|though)|aloud|out loud|told|later|afterwards?)\b/i;

const sentenceOf = (text: string, at: number): string => {
  const { start, end } = sentenceAround(text, at);
  return text.slice(start, end);
};

export const headHop: Rule = {
  id: 'voice/head-hop',
  severity: 'warning',
  *check(manuscript) {
    if (!isReadable(manuscript) || manuscript.bible.characters.size === 0) return;
    for (const scene of manuscript.scenes) {
      const { pov } = scene;
      const eyes = pov && !isNobody(pov.value) && meant(manuscript.bible, pov, 'characters');
      if (!eyes || scene.mode === 'document') continue;
      yield* byPronoun(scene, eyes, pov, manuscript);
      for (const paragraph of readScene(manuscript, scene).paragraphs) {
        const { text } = paragraph.passage;
        for (const { name, verb, clause, mood, tense, retrospect } of paragraph.deeds) {
          if (!interior.has(verb.text) || clause !== 'main' || mood !== 'indicative' || retrospect === 'surely')
            continue;
          if (tense !== 'past' && tense !== 'present') continue;
          const who = characterOf(name, scene, manuscript);
          // “Why?” Mira wondered: it is said.
          if (/[”"’']\s*$/.test(text.slice(Math.max(0, name.start - 12), name.start))) continue;
          // “he wondered aloud”.
          if (!who || who === eyes || visible.test(sentenceOf(text, name.start))) continue;
          yield {
            message: `“${text.slice(name.start, verb.end).replace(/\s+/g, ' ')}” is told from inside ${who.name}, and ${sceneName(scene)} is seen through the eyes of ${eyes.name}; say what ${eyes.name} can see of it, or begin a scene with \`pov=${who.id}\``,
            span: spanOf(paragraph, { start: name.start, end: verb.end }),
            related: [{ span: spanIn(scene, pov.span), message: `the \`pov\` is ${pov.value}` }],
            problem: `${eyes.id} ${who.id}`,
          };
        }
      }
    }
  },
};

/** What “he” may only do within himself; “he wondered whether” may be what he said. */
const within = [...interior].filter((verb) => !/^wonders?$|^wondered$/.test(verb)).join('|');
const thinks = new RegExp(
  `(?<=^\\s*|[.!?…] )(He|She) (?:(?:was|is) )?(?:\\p{Ll}+ly )?(${within})\\b(?! (?:aloud|out loud))`,
  'gu',
);

/** “He hoped”, where the eyes of the scene are a woman’s: whoever he is, it is not she. */
function* byPronoun(scene: Scene, eyes: Entry<'characters'>, pov: Reference, manuscript: Manuscript): Iterable<Fault> {
  const [own, ...others] = (eyes.fields.pronouns ?? []).map(({ value }) => value.toLowerCase().split('/')[0]);
  if (others.length > 0 || (own !== 'he' && own !== 'she')) return;
  for (const narrated of narrationIn(manuscript, scene)) {
    for (const { 0: said, 1: who = '', index } of narrated.text.matchAll(thinks)) {
      if (who.toLowerCase() === own || visible.test(sentenceOf(narrated.text, index))) continue;
      yield {
        message: `“${said}” is told from inside somebody, and ${sceneName(scene)} is seen through the eyes of ${eyes.name}; say what ${eyes.name} can see of it, or begin a scene with another \`pov\``,
        span: narrated.passage.place(index, index + said.length),
        related: [{ span: spanIn(scene, pov.span), message: `the \`pov\` is ${pov.value}` }],
        problem: `${eyes.id} ${who}`,
      };
    }
  }
}
