/** Somebody who is said to be present, or does something, before they are born. */

import { actsIn, isImagined, isPersonal } from '../../analysis/acts.ts';
import { isReadable } from '../../analysis/scenes.ts';
import type { Rule } from '../../lint.ts';
import { isBefore } from '../../manuscript/calendar.ts';
import { isPlayed, listedIn } from '../../manuscript/presence.ts';
import { playedAt } from '../../manuscript/storytime.ts';
import { doesWhat, namedUnder } from '../acting.ts';
import { neighbour, sayBefore, sayRole, sceneName, spanIn } from '../saying.ts';
import { bodiless } from './dead-character-listed.ts';

export const unbornCharacterActs: Rule = {
  id: 'presence/unborn-character-acts',
  severity: 'error',
  *check(manuscript) {
    const { scenes, bible, calendar } = manuscript;
    if (![...bible.characters.values()].some(({ fields }) => fields.born !== undefined)) return;
    for (const scene of scenes) {
      const played = isPlayed(scene) ? playedAt(manuscript, scene) : undefined;
      if (!played) continue;
      for (const { who, reference, as, via } of listedIn(scene, bible)) {
        const { born } = who.fields;
        if (!born || !isBefore(played, born.value) || (via && bodiless.has(via))) continue;
        yield {
          message: `${who.name} is ${sayRole(as)} of ${sceneName(scene)} ${sayBefore(scene, played, calendar.noun)}, and is born ${born.value.text}; take the name out, or correct one of the dates`,
          span: spanIn(scene, reference.span),
          related: [
            { span: born.span, message: `${who.name} is born ${born.value.text}` },
            ...neighbour(scene, played.before),
          ],
          problem: `${who.id} ${scene.timeline}`,
        };
      }
      if (!isReadable(manuscript)) continue;
      const named = namedUnder(scene, bible);
      for (const act of actsIn(manuscript, scene)) {
        if (!isPersonal(act) || named.has(act.who.id)) continue;
        const { who } = act;
        const { born } = who.fields;
        if (!born || !isBefore(played, born.value)) continue;
        const uncertain = isImagined(act) || act.as === 'is heard';
        yield {
          message: `${who.name} ${doesWhat(act)} in ${sceneName(scene)} ${sayBefore(scene, played, calendar.noun)}, and is born ${born.value.text}; correct the name, or one of the dates`,
          span: act.span,
          related: [
            { span: born.span, message: `${who.name} is born ${born.value.text}` },
            ...neighbour(scene, played.before),
          ],
          problem: `${who.id} ${scene.timeline} acts ${uncertain}`,
          ...(uncertain ? { severity: 'info' as const } : {}),
        };
      }
    }
  },
};
