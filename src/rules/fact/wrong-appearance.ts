/** Eyes or hair of another colour than the bible, or the first mention, has them. */

import { isEnglish, narrationWhere, spanAt } from '../../analysis/narration.ts';
import type { Fault, Rule } from '../../lint.ts';
import { type Entry, meant } from '../../manuscript/bible.ts';
import type { Manuscript, Scene } from '../../manuscript/model.ts';
import type { Span } from '../../manuscript/source.ts';
import { areAtOdds } from './colours.ts';
import { heldIn } from './held.ts';
import { type Look, looksIn, mayTellLooks } from './looks.ts';

/** What hair turns with the years; without the bible nobody can say that it has not. */
const aged = /\b(?:gr[ae]y|white|silver)\b/i;

/** In how many paragraphs before it somebody may have been named whom a pronoun means. */
const BEFORE = 3;

interface First {
  readonly said: string;
  readonly span: Span;
}

const coloured = narrationWhere('fact/wrong-appearance', mayTellLooks);

export const wrongAppearance: Rule = {
  id: 'fact/wrong-appearance',
  severity: 'warning',
  *check(manuscript) {
    if (!isEnglish(manuscript)) return;
    const firsts = new Map<string, First>();
    for (const { scene, narrated, narration, at } of coloured(manuscript)) {
      const earlier = narration.slice(Math.max(0, at - BEFORE), at).map(({ text }) => text);
      for (const look of looksIn(narrated.text, manuscript.bible, earlier))
        yield* judged(look, spanAt(narrated, look), scene, manuscript, firsts);
    }
  },
};

function* judged(
  look: Look,
  span: Span,
  scene: Scene,
  manuscript: Manuscript,
  firsts: Map<string, First>,
): Iterable<Fault> {
  const { who, feature, said, byPronoun } = look;
  // “Her eyes” may always be those of the one through whose eyes the scene is told, save as a subject after another.
  const pov = scene.pov && meant(manuscript.bible, scene.pov, 'characters');
  if (byPronoun === 'any' && typeof who !== 'string' && (!scene.pov || (pov !== who && sharesPronoun(pov, who))))
    return;
  const [name, id] = typeof who === 'string' ? [who, who] : [who.name, who.id];
  const facts = typeof who === 'string' ? undefined : who.fields[feature];
  const problem = `${id} ${feature} ${said.toLowerCase()}`;
  if (typeof who !== 'string' && facts && facts.length > 0) {
    const held = heldIn(facts, who, scene, manuscript).filter(({ is }) => is !== undefined);
    const [fact] = held;
    if (!fact?.is || !held.every(({ is }) => is && areAtOdds(said, is.value))) return;
    yield {
      message: `${name} has ${said.toLowerCase()} ${feature} here, and ${fact.is.value} ${feature} in the bible; correct one of them${feature === 'hair' ? ', or give the bible a second value with its time' : ''}`,
      span,
      related: [{ span: fact.is.span, message: `the bible has ${fact.is.value} ${feature}` }],
      problem,
    };
    return;
  }
  const key = `${id} ${feature} ${scene.timeline}`;
  const first = firsts.get(key);
  if (!first) firsts.set(key, { said, span });
  else if (areAtOdds(said, first.said) && !(feature === 'hair' && (aged.test(said) || aged.test(first.said)))) {
    yield {
      message: `${name} has ${said.toLowerCase()} ${feature} here, and had ${first.said} ${feature} before; correct one of them, or say in the bible which is right`,
      span,
      related: [{ span: first.span, message: `${first.said} stands here first` }],
      problem,
    };
  }
}

/** Whether one pronoun may mean either; of somebody unknown it may. */
function sharesPronoun(a: Entry<'characters'> | undefined, b: Entry<'characters'>): boolean {
  const said = (one: Entry<'characters'>): readonly string[] =>
    (one.fields.pronouns ?? []).map(({ value }) => value.toLowerCase().split('/')[0] ?? '');
  if (!a || said(a).length === 0) return true;
  return said(a).some((pronoun) => said(b).includes(pronoun));
}
