/** Somebody aboard a ship while the bible has them aboard another, or on a station. */

import type { Fault, Rule } from '../../lint.ts';
import { type Bible, type Entry, isOf, meant } from '../../manuscript/bible.ts';
import { isBefore } from '../../manuscript/calendar.ts';
import { factsAt, surelyPast } from '../../manuscript/facts.ts';
import type { Reference } from '../../manuscript/fields.ts';
import type { Manuscript, Scene } from '../../manuscript/model.ts';
import { overlaps, shipOf } from '../../manuscript/places.ts';
import { type Listed, presentIn } from '../../manuscript/presence.ts';
import { type Played, playedAt } from '../../manuscript/storytime.ts';
import { listed, neighbour, sayAfter, sayRole, sayShip, sceneName, spanIn } from '../saying.ts';

export const characterElsewhere: Rule = {
  id: 'presence/character-elsewhere',
  severity: 'error',
  *check(manuscript) {
    for (const scene of manuscript.scenes) {
      const place = scene.setting?.entry;
      const ship = place && shipOf(manuscript.bible, place);
      const played = ship && playedAt(manuscript, scene);
      // Aboard a ship that is gone nobody is at home; it is the ship that is wrong.
      if (!ship || !played || isGone(ship, scene, played, manuscript)) continue;
      const posted = presentIn(scene, manuscript.bible).flatMap((person) => {
        const posting = postedElsewhere(person, ship, scene, played, manuscript);
        return posting ? [{ ...person, ...posting }] : [];
      });
      for (const crew of Map.groupBy(posted, ({ post }) => post.id).values()) {
        yield astray(crew, ship, scene, played, manuscript);
      }
    }
  },
};

interface Posting {
  readonly post: Entry<'ships' | 'places'>;
  /** Where the bible says so. */
  readonly stated: Reference;
}

function isGone({ fields }: Entry<'ships'>, { timeline }: Scene, played: Played, { timelines }: Manuscript): boolean {
  const unlaunched = fields.launched !== undefined && isBefore(played, fields.launched.value);
  return unlaunched || surelyPast(fields.lost, played, { timelines, timeline, own: fields.timeline }) !== undefined;
}

/** The posting that somebody has for certain, where none that they may have leaves them free to be aboard a ship. */
function postedElsewhere(
  { who }: Listed,
  ship: Entry<'ships'>,
  { timeline }: Scene,
  played: Played,
  { bible, timelines }: Manuscript,
): Posting | undefined {
  const held = factsAt(who.fields.aboard, played, { timelines, timeline, own: who.fields.timeline });
  // At the moment of a transfer, and where dates are vague, any of the postings may be the one.
  if (held.some(({ fact }) => admits(fact.is, ship, bible))) return undefined;
  const stated = held.find(({ certain }) => certain)?.fact.is;
  const post = stated && meant(bible, stated, 'ships', 'places');
  return post ? { post, stated } : undefined;
}

/** Whether a posting leaves somebody free to be aboard a ship: hers, one that is carried by her, or one nobody knows. */
function admits(posting: Reference | undefined, ship: Entry<'ships'>, bible: Bible): boolean {
  const post = posting && meant(bible, posting, 'ships', 'places');
  return !post || overlaps(bible, post, ship) || shipOf(bible, post) === ship;
}

/** One finding for all of a crew who are in the wrong place together: it is the setting that is wrong, or all of their dates. */
function astray(
  crew: readonly (Listed & Posting)[],
  ship: Entry<'ships'>,
  scene: Scene,
  played: Played,
  { calendar }: Manuscript,
): Fault {
  const [first] = crew as [Listed & Posting];
  const elsewhere = isOf(first.post, 'ships') ? `aboard ${sayShip(first.post)}` : `posted to ${first.post.name}`;
  const names = listed(crew.map(({ who }) => who.name));
  const be = crew.length > 1 ? 'are' : 'is';
  return {
    message: `${names} ${be} ${sayRole(first.as)} of ${sceneName(scene)} aboard ${sayShip(ship)} ${sayAfter(scene, played, calendar.noun)}, and ${be} ${elsewhere} then; correct the \`setting\` or the \`${first.as}\`, add the visit to \`aboard\` in the bible, or name a call under \`via\``,
    span: spanIn(scene, first.reference.span),
    related: [
      ...crew.map(({ who, stated }) => ({ span: stated.span, message: `${who.name} is ${elsewhere}` })),
      ...neighbour(scene, played.after),
    ],
    problem: `${crew.map(({ who }) => who.id).join(' ')} ${ship.id} ${scene.timeline}`,
  };
}
