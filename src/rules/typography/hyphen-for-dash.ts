/** A hyphen where a dash belongs: `to-"` where somebody is interrupted, ` - ` or `--` in a story of dashes. */

import { type Dialogue, dialogueOf, speechesIn } from '../../analysis/dialogue.ts';
import { inOwnPassages } from '../../analysis/prose.ts';
import type { Fault, Rule } from '../../lint.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import type { PassageText } from '../../manuscript/passages.ts';
import { usageOf } from '../../manuscript/typography/languages.ts';
import { dashesOf, usualDash, type Way } from './dashes.ts';
import { replaced } from './marking.ts';

export const hyphenForDash: Rule = {
  id: 'typography/hyphen-for-dash',
  severity: 'warning',
  *check(manuscript) {
    const usual = usualDash(manuscript);
    yield* brokenOff(manuscript, usual);
    // A story that has hyphens for all its dashes is printed with dashes.
    if (!usual || usual === ' - ') return;
    for (const { passage, start, end, way } of dashesOf(manuscript)) {
      if (way === usual || !way.includes('-') || (usual.includes('-') && way !== ' - ')) continue;
      yield {
        message: `\`${way.trim()}\` stands where this story has \`${usual.trim()}\` for its dashes`,
        span: passage.place(start, end),
        problem: `dash ${way}`,
        ...replaced(passage, start, end, usual),
      };
    }
  },
};

/** “Was she always- was she”; and not “two- or threefold”. */
const stumble =
  /(?<=\p{Ll}{2})(?<!\b(?:pre|post|un|non|anti|ex|sub|self|half|two|three|four|five|six|seven|eight|nine|ten|twenty|short|long|mid|inter|intra|over|under|up|down|left|right|first|second|third|high|low|upper|lower))-(?= (?!and\b|or\b|to\b|nor\b|but\b|through\b|as well\b)\p{L})/giu;

function* brokenOff(manuscript: Manuscript, usual: Way | undefined): Iterable<Fault> {
  const language = usageOf(manuscript.story.language);
  const dialogue = dialogueOf(manuscript);
  if (!language || dialogue === 'dash') return;
  const dash = usual && usual !== ' - ' ? usual.trim() : language.dashes.joined;
  for (const { passage, at, stumbles } of hyphensIn(manuscript, dialogue)) {
    yield {
      message: stumbles
        ? `a hyphen stands at the end of a word here; where a speech stumbles stands a dash, \`${dash}\``
        : `this speech ends in a hyphen; where somebody is interrupted stands a dash, \`${dash}\``,
      span: passage.place(at, at + 1),
      problem: stumbles ? 'stumbled' : 'broken off',
      ...replaced(passage, at, at + 1, dash),
    };
  }
}

/** A hyphen behind a word that is spoken: within the speech, or at its end. */
interface Hyphen {
  readonly passage: PassageText;
  readonly at: number;
  readonly stumbles: boolean;
}

const hyphensIn = inOwnPassages('typography/hyphen-for-dash', (passage, dialogue: Dialogue): readonly Hyphen[] => {
  const { text } = passage;
  if (!/-["'”’»“ ]/.test(text)) return [];
  return speechesIn(passage, dialogue).flatMap(({ inner, open }) => {
    const said = text.slice(inner.start, inner.end);
    if (!said.includes('-')) return [];
    const found: Hyphen[] = [];
    for (const { index } of said.matchAll(stumble)) found.push({ passage, at: inner.start + index, stumbles: true });
    // A word part that is spoken of, “pre-”, stands alone.
    const ends =
      !open &&
      said.endsWith('-') &&
      /\s.*\p{L}-$/su.test(said) &&
      !/\b(?:pre|post|un|non|anti|ex|sub|self|half)-$/i.test(said);
    if (ends) found.push({ passage, at: inner.end - 1, stumbles: false });
    return found;
  });
});
