/** News that somebody cannot have yet. */

import type { Entry } from '../../../src/manuscript/bible.ts';
import { meant } from '../../../src/manuscript/bible.ts';
import { isBefore } from '../../../src/manuscript/calendar.ts';
import type { Scene } from '../../../src/manuscript/model.ts';
import { playedAt } from '../../../src/manuscript/storytime.ts';
import { type Fault, insert, type Planter, placeOf } from '../fault.ts';
import { namesPattern, paragraphsOf, sayings } from '../prose.ts';
import type { Text } from '../text.ts';

/** Where the bible says when somebody learns of an event, or when it happened: only where that is after a scene for certain. */
function tooEarly(text: Text, scene: Scene, event: Entry<'events'>, who: Entry<'characters'>) {
  const { bible, timelines } = text.manuscript;
  const played = playedAt(text.manuscript, scene);
  const { at, known, public: open, timeline } = event.fields;
  if (!played || !at || scene.mode !== 'linear') return undefined;
  if (!timelines.surelyHolds({ timeline: timeline?.value, at: at.value }, scene.timeline)) return undefined;
  if (open && !isBefore(played, open.value)) return undefined;
  const lines = (known ?? []).filter(({ by }) => by && meant(bible, by, 'characters') === who);
  const mine = lines.flatMap(({ from }) => (from ? [from] : []));
  if (lines.length !== mine.length) return undefined;
  if (mine.some((from) => !isBefore(played, from.value))) return undefined;
  // Whoever is nowhere said to learn of it knows it when all do; where nobody says when that is, nothing is said.
  const until = [...mine, ...(open ? [open] : [])];
  if (until.length === 0 && !isBefore(played, at.value)) return undefined;
  // A scene may last until the next one opens, and the news come in the middle of it.
  const next = text.manuscript.scenes.find(
    (other) => other.index > scene.index && other.timeline === scene.timeline && other.mode === 'linear' && other.time,
  )?.time?.value;
  const comes = mine.length > 0 ? mine : until.length > 0 ? until : [at];
  if (next && comes.some(({ value }) => isBefore(value, next))) return undefined;
  return [...until, at].map(({ span }) => placeOf(span));
}

/** A sentence that takes the news for granted. */
function saying(phrase: string): string {
  const clause = / (?:was|were|is|are|had been|has been|had) \p{L}+/u.test(phrase) || / came\b/.test(phrase);
  const first = phrase[0] as string;
  if (/^(?:asked|told|took|lost|killed|stole|turned)\b/.test(phrase)) return `They ${phrase}.`;
  if (clause) return `${first.toUpperCase()}${phrase.slice(1)}.`;
  return `It all comes of ${/^(?:the|[A-Z])/.test(phrase) ? '' : 'the '}${phrase}.`;
}

export const newsLeaked: Planter = {
  kind: 'news leaked early',
  way: 'in a tagged speech of somebody who has not heard yet',
  nature: 'prose',
  rules: ['knowledge/known-too-early'],
  *faults(text, chance) {
    const { bible } = text.manuscript;
    const { pattern, who } = namesPattern([...bible.characters.values()]);
    const tag = new RegExp(
      `(?<=[\\p{L}][.,!?])(?<close>["”]) (?:(?:${sayings}) (?<after>${pattern})\\b|(?<before>${pattern}) (?:${sayings})\\b)(?<rest>[^"“”]*[.:,]\\s["“](?<open>))?`,
      'dgu',
    );
    const found: Fault[] = [];
    for (const { scene, text: prose, place } of paragraphsOf(text)) {
      for (const match of prose.matchAll(tag)) {
        const speaker = who(match.groups?.after ?? match.groups?.before ?? '');
        if (!speaker) continue;
        // In front of the speech that ends there: its first word keeps its capital.
        const open = Math.max(prose.lastIndexOf('“', match.index - 1), prose.lastIndexOf('"', match.index - 1));
        if (open < 0) continue;
        const at = place(open + 1, open + 2).start;
        for (const event of bible.events.values()) {
          const others = tooEarly(text, scene, event, speaker as Entry<'characters'>);
          if (!others) continue;
          for (const phrase of event.fields.phrases ?? []) {
            const { file } = scene.chapter.source;
            found.push({
              edits: [insert(file, at, `${saying(phrase.value)} `)],
              at: { file, start: at, end: at },
              others,
            });
          }
        }
      }
    }
    yield* chance.shuffle(found);
  },
};

export const newsThought: Planter = {
  kind: 'news leaked early',
  way: 'in the narration of a viewpoint that has not heard yet',
  nature: 'prose',
  rules: ['knowledge/known-too-early'],
  *faults(text, chance) {
    const { bible } = text.manuscript;
    const found: Fault[] = [];
    for (const { scene, text: prose, speeches, place } of paragraphsOf(text)) {
      const pov = scene.pov && meant(bible, scene.pov, 'characters');
      if (!pov || speeches.length > 0 || !/[.]$/.test(prose)) continue;
      const { file } = scene.chapter.source;
      const at = place(prose.length, prose.length).end || place(0, prose.length).end;
      for (const event of bible.events.values()) {
        const others = tooEarly(text, scene, event, pov);
        if (!others) continue;
        for (const phrase of event.fields.phrases ?? [])
          found.push({
            edits: [insert(file, at, ` ${saying(phrase.value)}`)],
            at: { file, start: at, end: at },
            others,
          });
      }
    }
    yield* chance.shuffle(found);
  },
};
