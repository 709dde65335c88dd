/** Somebody takes up a thing that is lost. */

import { dialogueOf, speechesIn } from '../../analysis/dialogue.ts';
import { type Form, writtenForms } from '../../analysis/forms.ts';
import { isEnglish, isIn } from '../../analysis/prose.ts';
import type { Rule } from '../../lint.ts';
import { type Entry, isOf } from '../../manuscript/bible.ts';
import { surelyPast } from '../../manuscript/facts.ts';
import { isPlayed } from '../../manuscript/presence.ts';
import { playedAt } from '../../manuscript/storytime.ts';
import { neighbour } from '../saying.ts';

/** What hands do with a thing that is there. */
const use =
  /(?:^|[.!?…]["'”’)]*\s+|,\s+|\band\s+|\bthen\s+|\b(?:he|she|they|\p{Lu}[\p{L}'’]+)\s+)(?:took|picked up|held|held up|opened|closed|used|raised|lifted|carried|drew|pocketed|wore|put down|put on|set down|switched on|turned on|laid down|handed (?:him|her|them)|gave (?:him|her|them))\s+(?:(?:the|his|her|their|its)\s+)?$/u;
/** What makes it another thing, another time, or nothing that happens. */
const guard =
  /\b(?:had|would|could|might|should|if|remember(?:s|ed)?|dream(?:s|ed|t)?|imagin(?:e|ed)|as though|wish(?:ed)?|once|copy|replica|another|new|picture|ghost)\b/i;

export const usedAfterLost: Rule = {
  id: 'object/used-after-lost',
  severity: 'warning',
  *check(manuscript) {
    const { bible, timelines, calendar } = manuscript;
    const losable = [...bible.objects.values()].filter(({ fields }) => fields.lost);
    if (losable.length === 0 || !isEnglish(manuscript)) return;
    const dialogue = dialogueOf(manuscript);
    for (const { passage, start, end, forms } of writtenForms(manuscript)) {
      const object = theObject(forms);
      const { text } = passage;
      if (!object || !losable.includes(object) || passage.kind !== 'narration') continue;
      const span = passage.place(start, end);
      const scene = manuscript.scenes.findLast(
        (one) => one.span.source === span.source && one.span.start <= span.start,
      );
      if (!scene || !isPlayed(scene)) continue;
      const sentence = sentenceAround(text, start, end);
      if (!use.test(text.slice(Math.max(0, start - 80), start)) || guard.test(sentence)) continue;
      if (isIn(speechesIn(passage, dialogue), start)) continue;
      const played = playedAt(manuscript, scene);
      const { lost, timeline: own } = object.fields;
      const loss = played && surelyPast(lost, played, { timelines, timeline: scene.timeline, own });
      if (!played || !loss) continue;
      yield {
        message: `“${text.slice(start, end)}” is used here, and ${object.name} was lost at ${calendar.noun} ${loss.at.value.text}; correct the prose or the date, mark the scene \`mode: flashback\`, or say in the bible when it is found`,
        span,
        related: [
          { span: loss.at.span, message: `${object.name} was lost at ${loss.at.value.text}` },
          ...neighbour(scene, played.after),
        ],
        problem: `${object.id} ${scene.timeline}`,
      };
    }
  },
};

/** The object that alone is meant, by a form that tells it from others of its kind: two words, or a capital. */
function theObject(forms: readonly Form[]): Entry<'objects'> | undefined {
  const [form] = forms;
  if (!form || forms.length > 1 || form.rejected || !isOf(form.entry, 'objects')) return undefined;
  return /\s|\p{Lu}/u.test(form.text) ? form.entry : undefined;
}

function sentenceAround(text: string, start: number, end: number): string {
  const before = /[^.!?…]*$/.exec(text.slice(Math.max(0, start - 300), start))?.[0] ?? '';
  const after = /^[^.!?…]*/.exec(text.slice(end, end + 300))?.[0] ?? '';
  return before + text.slice(start, end) + after;
}
