/** Phrases of YAML: one line of plain text, in which the bible’s ships stand as such. */

import type { ElementContent } from 'hast';
import type { Manuscript } from '../manuscript/model.ts';
import { plainMarks } from '../manuscript/typography/index.ts';

const known = new WeakMap<Manuscript, RegExp | undefined>();

/** The text with the marks of the story’s language and the names of ships in italics. */
export function phraseOf(text: string, manuscript: Manuscript): ElementContent[] {
  const marked = plainMarks(text, manuscript.story.language);
  if (!known.has(manuscript)) known.set(manuscript, shipsOf(manuscript));
  const ships = known.get(manuscript);
  // What the parentheses of a pattern find stands at every second place.
  return (ships ? marked.split(ships) : [marked]).flatMap((value, index): ElementContent[] => {
    if (value === '') return [];
    const words = { type: 'text', value } as const;
    return index % 2 === 0
      ? [words]
      : [{ type: 'element', tagName: 'i', properties: { className: ['ship'] }, children: [words] }];
  });
}

/** The names that only ships have, the longest first: the *Enterprise-C* is not the *Enterprise*. */
function shipsOf({ bible, story }: Manuscript): RegExp | undefined {
  const others = new Set(
    [bible.characters, bible.places, bible.objects, bible.events].flatMap((table) =>
      [...table.values()].flatMap(({ names }) => names.map(({ value }) => value)),
    ),
  );
  const names = [...bible.ships.values()]
    .flatMap((ship) => ship.names.map(({ value }) => value.replace(/^the /i, '')))
    .filter((name) => /^\p{Lu}/u.test(name) && !others.has(name))
    .map((name) => plainMarks(name, story.language).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .sort((a, b) => b.length - a.length);
  if (names.length === 0) return undefined;
  return new RegExp(`(?<![\\p{L}\\p{N}-])(${names.join('|')})(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])`, 'gu');
}
