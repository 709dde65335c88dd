/** The tags that an author may write, how each behaves among others, and what a dropped one leaves behind. */

import type { Element, ElementContent } from 'hast';

export type Raw = Extract<ElementContent, { type: 'raw' }>;
export type Position = NonNullable<Element['position']>;

/**
 * How an element behaves among others. A paragraph ends where a block begins; a leaf (heading, `pre`) holds words alone,
 * and blocks inside it are passed over; a part belongs to a ruby; what is hidden goes with its content; `none` is a tag
 * that says nothing.
 */
export type Kind = 'inline' | 'part' | 'paragraph' | 'leaf' | 'list' | 'item' | 'block' | 'hidden' | 'none';

export const words = (text: string): string[] => text.split(' ');
export const kinds: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    inline: 'a abbr b bdi bdo cite code del dfn em i ins kbd mark q ruby s samp small span strong sub sup u var',
    part: 'rb rp rt',
    paragraph: 'p',
    leaf: 'h1 h2 h3 h4 h5 h6 pre summary',
    list: 'ol ul',
    item: 'li',
    block: 'blockquote details div figcaption figure',
    hidden: 'annotation annotation-xml script style svg',
  }).flatMap(([kind, tags]) => words(tags).map((tag) => [tag, kind as Kind] as const)),
);
export const successors: ReadonlyMap<string, string> = new Map([
  ['acronym', 'abbr'],
  ['center', 'div'],
  ['strike', 's'],
]);
export const voids = new Set(words('area base br col embed hr img input link meta source track wbr'));
/** Those of them that an author may write. */
export const writableVoids = new Set(words('br hr img wbr'));
/** Of these one may not stand inside another. */
export const unnestable = new Set(words('a dfn ruby'));

/** What a dropped tag leaves between two words: nothing, a space, a new line, a new paragraph. */
export type Gap = 0 | 1 | 2 | 3;
const gaps = new Map<string, Gap>([
  ...words('annotation annotation-xml basefont big blink data font label math nobr script style svg time tt').map(
    (tag) => [tag, 0] as const,
  ),
  ['tr', 2],
  ...words(
    'address article aside body caption dd dir dl dt fieldset footer form frameset head header hgroup html iframe legend listing main menu nav noframes noscript object option optgroup plaintext search section select table tbody textarea tfoot thead title xmp',
  ).map((tag) => [tag, 3] as const),
]);
export function gapOf(tag: string): Gap {
  const kind = kinds.get(tag);
  return gaps.get(tag) ?? (kind === 'inline' ? 0 : kind === undefined || kind === 'part' ? 1 : 3);
}

/** Tags of the author that stand deeper in one another are passed over. */
export const DEEPEST = { inline: 12, block: 40 };
