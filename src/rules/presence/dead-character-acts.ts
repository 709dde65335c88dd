/** The dead, where the prose lets them speak or do something. */

import { actsIn, isImagined, isPersonal } from '../../analysis/acts.ts';
import { isReadable } from '../../analysis/scenes.ts';
import type { Rule } from '../../lint.ts';
import { surelyPast } from '../../manuscript/facts.ts';
import { isPlayed } from '../../manuscript/presence.ts';
import { playedAt } from '../../manuscript/storytime.ts';
import { doesWhat, namedUnder } from '../acting.ts';
import { neighbour, sayAfter, sceneName } from '../saying.ts';

export const deadCharacterActs: Rule = {
  id: 'presence/dead-character-acts',
  severity: 'error',
  *check(manuscript) {
    const { scenes, bible, timelines, calendar } = manuscript;
    const anyDies = [...bible.characters.values()].some(({ fields }) => fields.died !== undefined);
    if (!isReadable(manuscript) || !anyDies) return;
    for (const scene of scenes) {
      const played = isPlayed(scene) ? playedAt(manuscript, scene) : undefined;
      if (!played) continue;
      const named = namedUnder(scene, bible);
      for (const act of actsIn(manuscript, scene)) {
        // Who is listed is for the list to answer for; who takes part from elsewhere may be a recording.
        if (!isPersonal(act) || named.has(act.who.id)) continue;
        const { who } = act;
        const death = surelyPast(who.fields.died, played, {
          timelines,
          timeline: scene.timeline,
          own: who.fields.timeline,
        });
        if (!death) continue;
        const how = death.how ? ` (${death.how.value})` : '';
        const uncertain = isImagined(act) || act.as === 'is heard';
        yield {
          message: `${who.name} ${doesWhat(act)} in ${sceneName(scene)} ${sayAfter(scene, played, calendar.noun)}, and died at ${death.at.value.text}${how}; correct the name or one of the dates, tell it as past (“had …”), mark the scene \`mode: flashback\`, or say under \`via\` how the dead take part`,
          span: act.span,
          related: [
            { span: death.at.span, message: `${who.name} died at ${death.at.value.text}` },
            ...neighbour(scene, played.after),
          ],
          problem: `${who.id} ${scene.timeline} ${uncertain}`,
          ...(uncertain ? { severity: 'info' as const } : {}),
        };
      }
    }
  },
};
