/** What a name names: somebody, a ship, a place, or what cannot be told. */

import type { Tally } from './tally.ts';

export type Kind = 'person' | 'ship' | 'place';

/** Words that make a place of a name, at its end or its head. */
const placeNoun =
  /(?:^|\s)(?:House|Hotel|Street|Road|Castle|Pass|Station|Starbase|Spacedock|Harbou?r|Bay|River|Lake|Mount|Mountains?|Palace|Hall|Park|Square|Abbey|Church|Cathedral|Island|Isles?|Sea|Ocean|City|Town|Village|Inn|Valley|Forest|Woods?|Sector|Prime|Colony|System|Nebula|Academy|Tower|Gate|Lane|Court|Manor|Tavern|Hill|Heath|Point|Port|Bridge|Keep|Canal|Deck|Room|Office|Asylum|Cemetery|Churchyard|Nine|Place)$|^(?:Castle|Mount|Lake|Port|Fort|Cape|Starbase|Deep Space|River|Saint-)/;

export const isPlaceName = (core: string): boolean => core.includes(' ') && placeNoun.test(core);

/** So often behind “to”, “from” and “on”, and never doing anything. */
const OFTEN = 5;

/** How often the text speaks of it as of a person: by a tag, a title, in an address, by what is theirs. */
export const humanity = ({ speaks, titles, addressed, she, he }: Tally): number =>
  speaks * 2 + [...titles.values()].reduce((sum, times) => sum + times, 0) + addressed + Math.min(he + she, 6);

export function kindOf(tally: Tally): Kind | undefined {
  const { core, named, speaks, acts, articled, inside, beside, italic, sailed } = tally;
  const titled = [...tally.titles.values()].reduce((sum, times) => sum + times, 0);
  if (isPlaceName(core) && titled * 2 <= named) return 'place';
  const isArticled = articled * 3 > named - titled;
  const isShip = sailed > 0 && (italic > 0 || sailed > 1) && speaks * 8 <= named && (isArticled || italic * 2 >= named);
  if (titled * 4 < named && (isShip || (italic > 1 && italic * 2 >= named && isArticled))) return 'ship';
  if (isArticled && titled === 0) return undefined;
  const human = humanity(tally);
  if (human > 1 && human * 20 >= named && human + acts > inside * 1.5) return 'person';
  return (inside > 0 || beside >= OFTEN) && (inside + beside) * 3 >= named && acts * 20 < named ? 'place' : undefined;
}
