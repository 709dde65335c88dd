/** A rank before a name that its bearer does not hold at the time. */

import { characterOf } from '../../analysis/meaning.ts';
import type { Mention } from '../../analysis/paragraphs.ts';
import { areRivals, mayBeCalled, type RankAt, type Ranks, ranksOf } from '../../analysis/ranks.ts';
import { isReadable, readScene, spanOf } from '../../analysis/scenes.ts';
import { sentenceAround } from '../../analysis/sentences.ts';
import { isParticiple } from '../../analysis/verbs.ts';
import type { Rule } from '../../lint.ts';
import { type Entry, foldName, meant } from '../../manuscript/bible.ts';
import type { Extent } from '../../manuscript/calendar.ts';
import { factsAt } from '../../manuscript/facts.ts';
import type { Stated } from '../../manuscript/fields.ts';
import type { Manuscript, Scene } from '../../manuscript/model.ts';
import { isPlayed } from '../../manuscript/presence.ts';
import { playedAt } from '../../manuscript/storytime.ts';
import { sayAfter, sceneName } from '../saying.ts';

export const wrongRank: Rule = {
  id: 'fact/wrong-rank',
  severity: 'warning',
  *check(manuscript) {
    const { bible, scenes } = manuscript;
    const ranked = [...bible.characters.values()].some(({ fields }) => fields.rank !== undefined);
    if (!isReadable(manuscript) || !ranked) return;
    const ranks = ranksOf(bible);
    for (const scene of scenes) {
      const played = isPlayed(scene) ? playedAt(manuscript, scene) : undefined;
      if (!played) continue;
      for (const paragraph of readScene(manuscript, scene).paragraphs) {
        const { text, kind } = paragraph.passage;
        if (kind !== 'narration') continue;
        for (const name of paragraph.names) {
          const who = characterOf(name, scene, manuscript);
          if (!who?.fields.rank) continue;
          const called = rankAt(text, name, ranks);
          if (!called || isPassed(text, called, name) || isShared(text, called, name, who, manuscript)) continue;
          const held = rankThen(who, called.rank, scene, played, manuscript);
          if (!held || isExplained(text, called, held.value)) continue;
          const there = text.slice(called.start, name.end);
          const right = `${held.value}${text.slice(called.end, name.end)}`;
          yield {
            message: `“${there}” stands in ${sceneName(scene)} ${sayAfter(scene, played, manuscript.calendar.noun)}, when ${who.name} is ${held.value}; write “${right}”, or correct \`rank\` in the bible`,
            span: spanOf(paragraph, { start: called.start, end: name.end }),
            related: [{ span: held.span, message: `${who.name} is ${held.value}` }],
            problem: `${who.id} ${called.rank} ${held.value} ${name.spoken}`,
            fix: { safe: false, edits: [{ span: spanOf(paragraph, called), text: held.value }] },
            ...(name.spoken ? { severity: 'info' as const } : {}),
          };
        }
      }
    }
  },
};

/** The rank before a name, or the one that the name itself begins with, where an alias has it: “Captain Okoro”. */
function rankAt(text: string, { start, end }: Mention, ranks: Ranks): RankAt | undefined {
  const words = [...text.slice(start, end).matchAll(/\s+/g)].map(({ index, 0: gap }) => start + index + gap.length);
  for (const at of words.reverse()) {
    const inside = ranks.before(text, at);
    if (inside) return inside;
  }
  return ranks.before(text, start);
}

/** Whether the text itself says that the rank is not today's, or not the ship's. */
function isPassed(text: string, called: RankAt, name: Mention): boolean {
  const before = text.slice(Math.max(0, called.start - 24), called.start);
  if (
    /(?:former|late|then|acting|ex|brevet|one-time|onetime|future|would-be|newly|young|first|second|flight|sub|junior|senior|a)[\s-]+$/i.test(
      before,
    )
  )
    return true;
  const { start, end } = sentenceAround(text, name.start);
  const ahead = text.slice(start, called.start);
  const behind = text.slice(name.end, end);
  // A pluperfect of this clause, and not of another in the same sentence.
  const done = /^(?: \p{L}+ly)? had(?: (?:\p{L}+ly|never|just|already|long))? (\p{L}+)/u.exec(behind)?.[1];
  // Of what never was, “Captain Okoro would have asked”, the rank may be that of the days that are thought of.
  if (/^(?: \p{L}+ly)? (?:would|could|might|should) (?:\p{L}+ )?have\b/u.test(behind)) return true;
  if ((done !== undefined && isParticiple(done)) || /(?:\bhad|\w['’]d)\b[^,;—]*$/.test(ahead)) return true;
  return /\b(?:used to|years? (?:ago|before|earlier)|back when|in those days|promot\w*|demot\w*|commission\w*|(?<!at )once|remember\w*|recall\w*|became|become)\b/i.test(
    ahead + behind,
  );
}

/** “Captain Okoro was a commodore since Tuesday”: whoever writes so knows. */
function isExplained(text: string, called: RankAt, held: string): boolean {
  const { start, end } = sentenceAround(text, called.start);
  const besides = `${text.slice(start, called.start)} ${text.slice(called.end, end)}`;
  return new RegExp(`\\ban? ${held.replace(/[^\p{L}\p{N} ]/gu, '.')}\\b`, 'iu').test(besides);
}

/** Whether the name may be a relation's: somebody else of the bible has the same surname, and that rank for all one knows. */
function isShared(text: string, called: RankAt, { end }: Mention, who: Entry, { bible }: Manuscript): boolean {
  const words = foldName(text.slice(called.end, end)).split(/[\s]+/);
  if (words.length > 1) return false;
  const { of } = ranksOf(bible);
  const mayHold = ({ fields: { rank = [] } }: Entry<'characters'>): boolean =>
    rank.length === 0 || rank.some(({ is }) => !is || mayBeCalled(of(is.value) ?? called.rank, called.rank));
  return [...bible.characters.values()].some(
    (other) =>
      other !== who &&
      mayHold(other) &&
      other.names.some(({ value }) =>
        foldName(value)
          .split(/\s+/)
          .includes(words[0] as string),
      ),
  );
}

/** The rank that is held for certain, where none that may be held allows the one that is called out. */
function rankThen(
  who: Entry<'characters'>,
  called: string,
  scene: Scene,
  played: Extent,
  { bible, timelines }: Manuscript,
): Stated<string> | undefined {
  const within = { timelines, timeline: scene.timeline, own: who.fields.timeline };
  const ranks = who.fields.rank ?? [];
  // One rank without a date is what somebody is when the story is told, and says nothing of a flashback.
  const undated = ranks.every(({ from, until }) => !from && !until);
  if (undated && scene.mode !== 'linear' && scene.mode !== 'parallel') return undefined;
  const held = factsAt(ranks, played, within);
  if (called === 'captain' && commands(who, bible.ships.values(), bible)) return undefined;
  const { of } = ranksOf(bible);
  // An alias with a title that is no rank of theirs: “Baron Cragdale”, who is a prince.
  const isTitle = who.names.some(({ value }) => of(value.split(' ')[0] ?? '') === called);
  if (isTitle && !ranks.some(({ is }) => is && of(is.value) === called)) return undefined;
  // What the bible gives them at another time they do not have now, whatever else they may be.
  const passed = ranks.some(({ is }) => is && of(is.value) === called);
  for (const { fact } of held) {
    const own = fact.is && of(fact.is.value);
    if (!own || mayBeCalled(own, called) || !(passed || areRivals(own, called))) return undefined;
  }
  return held.find(({ certain, fact }) => (certain || undated) && fact.is)?.fact.is;
}

/** Whoever commands a ship is her captain, of whatever rank. */
const commands = (who: Entry, ships: Iterable<Entry<'ships'>>, bible: Manuscript['bible']): boolean =>
  [...ships].some(({ fields }) => fields.captain?.some(({ is }) => is && meant(bible, is, 'characters') === who));
