/** The paragraphs of a chapter in which something was found, from what Pagefind knows of it. */

/** What is used of a record of the index. Locations count words from the head of the chapter. */
export interface Found {
  /** All words, `<` and `>` escaped; ideographs and the like are divided by U+200B. */
  readonly raw_content: string;
  readonly anchors: readonly { readonly id: string; readonly location: number }[];
  readonly locations: readonly number[];
}

export interface Passage {
  readonly id: string;
  /** Words and whether they were looked for, in turn. */
  readonly pieces: readonly { readonly words: string; readonly hit: boolean }[];
}

export interface Passages {
  /** In the order of the text, the best of them. */
  readonly passages: readonly Passage[];
  /** Whether more was found past the paragraph that a reader has come to. */
  readonly past: boolean;
}

/** Words before the first hit and after the last that are shown, and passages of one chapter. */
const [BEFORE, LENGTH, MOST] = [8, 32, 3];

/**
 * @param asked the words that were looked for
 * @param last the last paragraph that may be shown; absent: all
 */
export function passagesOf({ raw_content, anchors, locations }: Found, asked: string, last?: string): Passages {
  const stems = stemsOf(asked);
  const divided = raw_content.includes('\u200B');
  const words = divided ? raw_content.split('\u200B') : raw_content.split(/[\r\n\s]+/);
  const starts = [...anchors].sort((a, b) => a.location - b.location);
  const end = starts.findIndex(({ id }) => id === last);
  const open = end < 0 ? starts : starts.slice(0, end + 1);
  const limit = end < 0 ? Infinity : (starts[end + 1]?.location ?? Infinity);
  const hits = [...new Set(locations)].sort((a, b) => a - b);
  const found = open
    .map(({ id, location }, i) => {
      const until = starts[i + 1]?.location ?? words.length;
      const own = hits.filter((hit) => hit >= location && hit < until);
      return { id, location, until, own, kinds: new Set(own.map((hit) => kindOf(words[hit], stems))).size };
    })
    .filter(({ own }) => own.length > 0);
  // Where several words were looked for, a paragraph that holds them all is meant.
  const most = Math.max(0, ...found.map(({ kinds }) => kinds));
  return {
    past: hits.some((hit) => hit >= limit),
    passages: found
      .filter(({ kinds }) => kinds === most)
      .slice(0, MOST)
      .map(({ id, location, until, own }) => ({
        id,
        pieces: piecesOf(words, divided ? '' : ' ', location, until, own),
      })),
  };
}

const lettersOf = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** What forms of a word have in common, roughly. */
const stemsOf = (asked: string): string[] => asked.split(/\s+/).map((word) => lettersOf(word).slice(0, 4));

/** Which of the words that were looked for a hit is. */
function kindOf(word = '', stems: readonly string[]): string {
  const letters = lettersOf(word);
  return stems.find((stem) => stem !== '' && letters.startsWith(stem)) ?? letters;
}

function piecesOf(
  words: readonly string[],
  joint: string,
  location: number,
  until: number,
  own: readonly number[],
): Passage['pieces'] {
  const from = Math.max(location, (own[0] ?? 0) - BEFORE);
  const to = Math.min(until, from + LENGTH);
  const pieces: { words: string; hit: boolean }[] = from > location ? [{ words: `…${joint}`, hit: false }] : [];
  for (let at = from; at < to; at += 1) {
    const word = (words[at] ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    if (own.includes(at)) pieces.push(...hitIn(word), { words: joint, hit: false });
    else pieces.push({ words: word + joint, hit: false });
  }
  return to < until ? [...pieces, { words: '…', hit: false }] : pieces;
}

/** The word itself, without the marks about it. */
function hitIn(word: string): Passage['pieces'] {
  const [, before = '', core = word, after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word) ?? [];
  return [
    { words: before, hit: false },
    { words: core, hit: core !== '' },
    { words: after, hit: false },
  ];
}
