/** Somebody aboard a ship while the bible has them aboard another, or on a station. */

import type { Rule } from '../../lint.ts';
import { type Bible, type Entry, isOf, meant } from '../../manuscript/bible.ts';
import { factsAt } from '../../manuscript/facts.ts';
import type { Reference } from '../../manuscript/fields.ts';
import { overlaps, shipOf } from '../../manuscript/places.ts';
import { presentIn } from '../../manuscript/presence.ts';
import { playedAt } from '../../manuscript/storytime.ts';
import { neighbour, sayAfter, sayRole, sayShip, sceneName, spanIn } from '../saying.ts';

export const characterElsewhere: Rule = {
  id: 'presence/character-elsewhere',
  severity: 'error',
  *check(manuscript) {
    const { scenes, bible, timelines, calendar } = manuscript;
    for (const scene of scenes) {
      const place = scene.setting?.entry;
      const ship = place && shipOf(bible, place);
      const played = ship && playedAt(manuscript, scene);
      if (!ship || !played) continue;
      for (const { who, reference, as } of presentIn(scene, bible)) {
        const within = { timelines, timeline: scene.timeline, own: who.fields.timeline };
        const held = factsAt(who.fields.aboard, played, within);
        // At the moment of a transfer, and where dates are vague, any of the postings may be the one.
        if (held.some(({ fact }) => admits(fact.is, ship, bible))) continue;
        const posting = held.find(({ certain }) => certain)?.fact.is;
        const post = posting && meant(bible, posting, 'ships', 'places');
        if (!posting || !post) continue;
        const elsewhere = isOf(post, 'ships') ? `aboard ${sayShip(post)}` : `posted to ${post.name}`;
        yield {
          message: `${who.name} is ${sayRole(as)} of ${sceneName(scene)} aboard ${sayShip(ship)} ${sayAfter(scene, played, calendar.noun)}, and is ${elsewhere} then; correct the \`setting\` or the \`${as}\`, add the visit to \`aboard\` in the bible, or name a call under \`via\``,
          span: spanIn(scene, reference.span),
          related: [{ span: posting.span, message: `${who.name} is ${elsewhere}` }, ...neighbour(scene, played.after)],
          problem: `${who.id} ${ship.id} ${scene.timeline}`,
        };
      }
    }
  },
};

/** Whether a posting leaves somebody free to be aboard a ship: hers, one that is carried by her, or one nobody knows. */
function admits(posting: Reference | undefined, ship: Entry<'ships'>, bible: Bible): boolean {
  const post = posting && meant(bible, posting, 'ships', 'places');
  return !post || overlaps(bible, post, ship) || shipOf(bible, post) === ship;
}
