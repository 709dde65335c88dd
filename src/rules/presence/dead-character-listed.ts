/** The dead among those who are said to be present. */

import type { Rule } from '../../lint.ts';
import { surelyPast } from '../../manuscript/facts.ts';
import type { Channel } from '../../manuscript/model.ts';
import { isPlayed, listedIn } from '../../manuscript/presence.ts';
import { playedAt } from '../../manuscript/storytime.ts';
import { neighbour, sayAfter, sayRole, sceneName, spanIn } from '../saying.ts';

/** Ways to take part that ask for no body, and for nobody alive. */
export const bodiless: ReadonlySet<Channel> = new Set(['hologram', 'letter', 'telepathy']);

export const deadCharacterListed: Rule = {
  id: 'presence/dead-character-listed',
  severity: 'error',
  *check(manuscript) {
    const { scenes, bible, timelines, calendar } = manuscript;
    for (const scene of scenes) {
      const played = isPlayed(scene) ? playedAt(manuscript, scene) : undefined;
      if (!played) continue;
      for (const { who, reference, as, via } of listedIn(scene, bible)) {
        if (via && bodiless.has(via)) continue;
        const within = { timelines, timeline: scene.timeline, own: who.fields.timeline };
        const death = surelyPast(who.fields.died, played, within);
        if (!death) continue;
        const how = death.how ? ` (${death.how.value})` : '';
        yield {
          message: `${who.name} is ${sayRole(as)} of ${sceneName(scene)} ${sayAfter(scene, played, calendar.noun)}, and died at ${death.at.value.text}${how}; take the name out, correct one of the dates, mark the scene \`mode: flashback\`, or say under \`via\` how the dead take part`,
          span: spanIn(scene, reference.span),
          related: [
            { span: death.at.span, message: `${who.name} died at ${death.at.value.text}` },
            ...neighbour(scene, played.after),
          ],
          problem: `${who.id} ${scene.timeline}`,
        };
      }
    }
  },
};
