/** Whose words “she said” makes of a speech: of whom alone it can be said where it stands. */

import { type Bible, type Entry, meant } from '../manuscript/bible.ts';
import type { Manuscript, Scene } from '../manuscript/model.ts';
import type { Speech } from './dialogue.ts';
import { type Lexicon, lexiconOf, type NameAt } from './lexicon.ts';
import { characterOf } from './meaning.ts';
import type { Paragraph } from './paragraphs.ts';
import { sentenceAround } from './sentences.ts';
import type { Pronoun } from './tags.ts';
import { speaking } from './verbs.ts';

export interface Meant {
  readonly speaker: Entry<'characters'>;
  /** `pronoun`: of those named of late only they can be meant. `beat`: they do something right before the words. */
  readonly how: 'pronoun' | 'beat';
  /** Where a beat names them. */
  readonly name?: NameAt;
}

/** Where the pronoun stands. */
interface Place {
  readonly pronoun: Pronoun;
  readonly speech: Speech;
  /** Of its paragraph among `paragraphs`. */
  readonly index: number;
  readonly paragraphs: readonly Paragraph[];
  /** Whether somebody tells the scene as “I”. */
  readonly isTold: boolean;
  /** Whose words close the paragraph before, and the one before that, if anybody's do. */
  readonly before: readonly [Entry<'characters'> | undefined, Entry<'characters'> | undefined];
}

/** How many paragraphs before its own a pronoun reaches. */
const REACH = 3;

export function meantBy(place: Place, scene: Scene, manuscript: Manuscript): Meant | undefined {
  const { pronoun, isTold } = place;
  const teller = povOf(scene, manuscript.bible);
  if (pronoun === 'i') return teller && { speaker: teller, how: 'pronoun' };
  if (pronoun === 'they') return undefined;
  const { entries } = lexiconOf(manuscript.bible);
  // Who tells the story is “I” in it, and never “she”.
  const fits = (id: string): boolean => canBe(pronoun, entries.get(id)) && !(isTold && id === teller?.id);
  const doer = doerBefore(place, fits);
  const actor = doer && characterOf(doer, scene, manuscript);
  if (actor) return { speaker: actor, how: 'beat', name: doer };
  return inTurn(place, fits) ?? onlyOne(place, fits, isTold ? undefined : teller, manuscript.bible);
}

const canBe = (pronoun: Pronoun, named: ReturnType<Lexicon['entries']['get']>): boolean =>
  named?.table === 'characters' && (named.pronouns.length === 0 || named.pronouns.includes(pronoun));

export const povOf = ({ pov }: Scene, bible: Bible): Entry<'characters'> | undefined =>
  pov && meant(bible, pov, 'characters');

/** The only one who fits among those named of late and the scene's point of view. */
function onlyOne(
  { index, paragraphs, speech, before }: Place,
  fits: (id: string) => boolean,
  teller: Entry<'characters'> | undefined,
  bible: Bible,
): Meant | undefined {
  const near = paragraphs.slice(Math.max(0, index - REACH), index + 1);
  const ids = new Set(near.flatMap(({ names }) => names.flatMap((name) => name.ids)));
  if (teller) ids.add(teller.id);
  const named = namedIn(paragraphs[index], speech);
  const may = [...ids].filter((id) => fits(id) && before[0]?.id !== id);
  const [only] = may;
  if (only === undefined || may.length > 1 || named.has(only)) return undefined;
  // Of whom there is only talk may be far away.
  const isThere = near.some(({ names }) => names.some(({ ids, spoken }) => !spoken && ids.includes(only)));
  const speaker = isThere || only === teller?.id ? bible.characters.get(only) : undefined;
  return speaker && { speaker, how: 'pronoun' };
}

/** “…,” Mira said. “…,” said Sorel. “…,” she said: of two who talk, the one who is answered. */
function inTurn(
  { index, paragraphs, speech, before: [last, other] }: Place,
  fits: (id: string) => boolean,
): Meant | undefined {
  if (!last || !other || last === other || !fits(other.id)) return undefined;
  const near = paragraphs.slice(index - 2, index + 1).flatMap(({ names }) => names);
  const isBetween = near.some(
    ({ spoken, ids }) => !spoken && ids.some((id) => fits(id) && id !== last.id && id !== other.id),
  );
  const isNamed = namedIn(paragraphs[index], speech).has(other.id);
  return isBetween || isNamed ? undefined : { speaker: other, how: 'pronoun' };
}

/** Whom a speech names or calls: nobody speaks so of themselves. */
function namedIn(paragraph: Paragraph | undefined, { start, end }: Speech): ReadonlySet<string> {
  const names = paragraph?.names.filter((name) => name.start >= start && name.end <= end) ?? [];
  return new Set(names.flatMap(({ ids }) => ids));
}

/** “Mira looked up from the glass. “…,” she said.”: the subject of the last sentence before the words, if nobody else can be meant. */
function doerBefore({ speech, index, paragraphs }: Place, fits: (id: string) => boolean): NameAt | undefined {
  const here = paragraphs[index] as Paragraph;
  const opening = here.speeches[0]?.start ?? 0;
  const isLed = /\p{L}/u.test(here.passage.text.slice(0, opening));
  const lead = isLed ? here : paragraphs[index - 1];
  if (lead?.passage.kind !== 'narration') return undefined;
  const end = isLed ? opening : lead.passage.text.trimEnd().length;
  // Behind words of their own the other may answer.
  if (!isLed && lead.speeches.length > 0) return undefined;
  const { start } = sentenceAround(lead.passage.text, end - 1);
  const deed = lead.deeds.find(({ name }) => name.start >= start && name.end <= end);
  if (deed?.clause !== 'main' || deed.passive || !deed.name.ids.some(fits)) return undefined;
  // Who is asked or told answers.
  if (speaking.has(deed.verb.text) || /^(?:waited|listened|heard|saw|watched)$/.test(deed.verb.text)) return undefined;
  const others = lead.names.filter(
    (name) => name.start >= start && name.end <= end && name.ids.some((id) => fits(id) && !deed.name.ids.includes(id)),
  );
  const rest = lead.passage.text.slice(deed.verb.end, end);
  if (others.length > 0 && !isLed) return undefined;
  if (/;|(?:,|\b(?:and|but|while|as|when)) (?:the|an?|his|her|their|one|another|some\w+|every\w+)\b/i.test(rest))
    return undefined;
  return namedIn(here, speech).has(deed.name.ids[0] as string) ? undefined : deed.name;
}
