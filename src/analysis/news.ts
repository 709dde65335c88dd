/** Where the prose speaks of the bible's events, and who does. */

import type { Entry } from '../manuscript/bible.ts';
import { foldName, meant } from '../manuscript/bible.ts';
import type { Manuscript, Scene } from '../manuscript/model.ts';
import type { Stretch } from '../manuscript/passages.ts';
import { isNobody } from '../manuscript/presence.ts';
import type { Span } from '../manuscript/source.ts';
import { isReadable, readScene, spanOf } from './scenes.ts';
import { sentenceAround } from './sentences.ts';

/** A sentence that tells of an event as a fact. */
export interface Telling {
  readonly event: Entry<'events'>;
  /** Whose words they are: the speaker, or the one through whose eyes the scene is told. Absent where nobody can tell. */
  readonly owner?: Entry<'characters'>;
  readonly spoken: boolean;
  readonly span: Span;
}

interface Sought {
  readonly event: Entry<'events'>;
  readonly phrases: readonly string[];
  readonly terms: readonly string[];
}

/** Questions, conditions, hopes, denials and rumours are no news. */
const unsure =
  /\?|\b(?:if|whether|unless|would|could|should|may|might|will|shall|won['’]t|going to|suppose\w*|perhaps|maybe|probably|possibly|rumou?rs?|rumou?red|hop(?:e|es|ed|ing)|fear(?:s|ed|ing)?|wish\w*|dream\w*|imagin\w*|pray\w*|expect\w*|predict\w*|plan(?:s|ned|ning)?|foresee\w*|foresaw|before|until|till|in case|lest|not|never|nobody|nothing|none|without|unaware|ignorant|no (?:one|news|word)|cannot|pretend\w*|lie|lied|guess\w*|think|thinks|thought|believ\w*|doubt\w*|wonder\w*|prevent\w*|avoid\w*|stop)\b|n['’]t\b|['’](?:ll|d)\b/i;

/** What takes back a sentence at its end. */
const takenBack =
  /\?$|\b(?:perhaps|maybe|possibly|probably|supposedly|allegedly|rumou?rs?|or so|they sa(?:y|id)|it (?:is|was) said|I (?:think|suppose|guess|hope|fear)|(?:he|she|they) (?:thought|supposed|hoped|feared|guessed)|if|unless|not|never)\b/i;

/** Whether a sentence leaves it open that something happened: all that leads up to it, its clause, and what takes it back. */
function isUnsure(text: string, start: number, told: number, end: number): boolean {
  const clause = told + text.slice(told, end).search(/[,;:—]|$/);
  return unsure.test(text.slice(start, clause)) || takenBack.test(text.slice(clause, end).trimEnd());
}

const soughtIn = new WeakMap<Manuscript, readonly Sought[]>();

function sought(manuscript: Manuscript): readonly Sought[] {
  const known = soughtIn.get(manuscript);
  if (known) return known;
  const events = [...manuscript.bible.events.values()].map((event) => ({
    event,
    phrases: (event.fields.phrases ?? []).map(({ value }) => foldName(value)).filter((phrase) => phrase.includes(' ')),
    terms: (event.fields.terms ?? []).map(({ value }) => foldName(value)),
  }));
  const found = events.filter(({ phrases, terms }) => phrases.length > 0 || terms.length > 1);
  soughtIn.set(manuscript, found);
  return found;
}

const told = new WeakMap<Scene, readonly Telling[]>();

/** What a scene tells of events, in order. */
export function tellingsIn(manuscript: Manuscript, scene: Scene): readonly Telling[] {
  const known = told.get(scene);
  if (known) return known;
  const wanted = isReadable(manuscript) ? sought(manuscript) : [];
  const { paragraphs, said } = wanted.length > 0 ? readScene(manuscript, scene) : { paragraphs: [], said: [] };
  const tellings = paragraphs.flatMap((paragraph, index) => {
    const { text, kind, emphasis } = paragraph.passage;
    if (kind !== 'narration') return [];
    const folded = text
      .toLowerCase()
      .replace(/[‘’ʼ`´]/g, "'")
      .replace(/\n/g, ' ');
    if (folded.length !== text.length) return [];
    return wanted
      .flatMap(({ event, phrases, terms }) => places(folded, phrases, terms).map((place) => ({ event, place })))
      .flatMap(({ event, place }): (Telling & { at: number })[] => {
        const one = said.find(({ paragraph: at, speech }) => at === index && inside(place, speech));
        const quoted = emphasis.some(
          (stretch) => inside(place, stretch) && stretch.end - stretch.start > place.end - place.start + 8,
        );
        const frame = one?.speech.inner ?? { start: 0, end: text.length };
        const sentence = sentenceAround(text.slice(frame.start, frame.end), place.start - frame.start);
        const [from, to] = [frame.start + sentence.start, frame.start + sentence.end];
        if (quoted || isUnsure(text, from, place.end, to)) return [];
        const surely = one && (one.how === 'tag' || one.how === 'same' || one.how === 'beat') && !one.tag?.remembered;
        const owner = one ? (surely ? one.speaker : undefined) : eyesOf(scene, manuscript);
        const span = spanOf(paragraph, place);
        return [{ event, spoken: one !== undefined, span, at: place.start, ...(owner ? { owner } : {}) }];
      })
      .sort((a, b) => a.at - b.at);
  });
  told.set(scene, tellings);
  return tellings;
}

const inside = (inner: Stretch, outer: Stretch): boolean => inner.start >= outer.start && inner.end <= outer.end;

const eyesOf = ({ pov }: Scene, { bible }: Manuscript): Entry<'characters'> | undefined =>
  pov && !isNobody(pov.value) ? meant(bible, pov, 'characters') : undefined;

/** Where a phrase stands, or all terms within one sentence. */
function places(text: string, phrases: readonly string[], terms: readonly string[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const phrase of phrases) {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
      const end = at + phrase.length;
      if (isWhole(text, at, end)) found.push({ start: at, end });
    }
  }
  const [first, ...others] = terms;
  if (first === undefined || others.length === 0 || found.length > 0) return found;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + first.length)) {
    const { start, end } = sentenceAround(text, at);
    const sentence = text.slice(start, end);
    const all = [first, ...others].map((term) => [sentence.indexOf(term), term.length] as const);
    if (all.some(([index, length]) => index < 0 || !isWhole(sentence, index, index + length, true))) continue;
    found.push({
      start: start + Math.min(...all.map(([index]) => index)),
      end: start + Math.max(...all.map(([index, length]) => index + length)),
    });
    break;
  }
  return found;
}

/** Whether no letter stands around; a term may be the beginning of a longer word. */
const isWhole = (text: string, start: number, end: number, stem = false): boolean =>
  !/[\p{L}\p{N}]/u.test(text[start - 1] ?? '') && (stem || !/[\p{L}\p{N}]/u.test(text[end] ?? ''));
