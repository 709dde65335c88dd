/** Sets a text in lines of about one length, as large as a box allows. */

export interface Box {
  readonly width: number;
  readonly height: number;
  /** Sizes to try, the largest first. */
  readonly sizes: readonly number[];
  /** From one line to the next, in ems. */
  readonly leading: number;
}

export interface Setting {
  readonly lines: readonly string[];
  readonly size: number;
}

/**
 * The largest setting that fits; undefined where not even the smallest size does.
 *
 * @param widthOf how wide a text runs at size 1
 */
export function setLines(text: string, widthOf: (text: string) => number, box: Box): Setting | undefined {
  const words = text.split(/[ \t\r\n]+/).filter(Boolean);
  if (words.length === 0) return undefined;
  for (const size of box.sizes) {
    const most = Math.floor(box.height / (size * box.leading));
    const lines = balanced(words, widthOf, box.width / size, most);
    if (lines) return { lines, size };
  }
  return undefined;
}

/** The fewest lines that hold all words, and of their divisions the one whose longest line is the shortest. */
function balanced(
  words: readonly string[],
  widthOf: (text: string) => number,
  widest: number,
  most: number,
): string[] | undefined {
  const fewest = broken(words, widthOf, widest);
  if (!fewest || fewest.length > most) return undefined;
  let [low, high] = [0, widest];
  let best = fewest;
  // Twenty halvings of a width are finer than a pixel.
  for (let step = 0; step < 20; step += 1) {
    const middle = (low + high) / 2;
    const lines = broken(words, widthOf, middle);
    if (lines && lines.length <= fewest.length) [best, high] = [lines, middle];
    else low = middle;
  }
  return best;
}

/** Fills line after line; undefined where a word alone is too wide. */
function broken(words: readonly string[], widthOf: (text: string) => number, widest: number): string[] | undefined {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= widest) line = longer;
    else {
      if (line === '' || widthOf(word) > widest) return undefined;
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}
