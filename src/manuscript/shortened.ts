/**
 * Markdown made shorter for its parser. Most of a novel is paragraphs in which nothing but words stands: the parser would
 * look at every letter of them and find a paragraph. It gets one letter for each run of such paragraphs instead, which stands
 * in their place among all that it must see, and the tree is given the paragraphs back.
 */

import type { Nodes, Paragraph, Parents, Root } from 'mdast';
import type { Position } from 'unist';

/** Paragraphs of words alone, one after another: where they stand in the text, and where their letter does. */
interface Run {
  readonly at: number;
  readonly blocks: readonly { readonly start: number; readonly end: number }[];
}

export interface Shortened {
  readonly text: string;
  /** The tree of the shortened text as that of the whole; undefined where a run is no paragraph, but code for instance. */
  readonly lengthen: (tree: Root) => Root | undefined;
}

const gap = /\n(?:[ \t]*\r?\n)+/g;
/** Lines that begin with a letter, an opening mark or a dash, end in no space, and hold no mark that may mean something. */
const words = /^(?:[\p{L}"'“”‘’«»„(—–…](?:[^\t\r\n\0*_[\]<&\\`~]*[^\s\0*_[\]<&\\`~])?(?:\n|$))+$/u;

export function shortened(text: string): Shortened {
  const runs: Run[] = [];
  let short = '';
  let copied = 0;
  let run: { at: number; blocks: { start: number; end: number }[] } | undefined;
  const look = (start: number, end: number): void => {
    const block = text.slice(start, end);
    if (!words.test(block)) {
      run = undefined;
      return;
    }
    if (run) {
      // The gap before it goes as well.
      run.blocks.push({ start, end });
    } else {
      short += text.slice(copied, start);
      run = { at: short.length, blocks: [{ start, end }] };
      runs.push(run);
      short += 'x';
    }
    copied = end;
  };
  let start = 0;
  for (const { index, 0: found } of text.matchAll(gap)) {
    look(start, text[index - 1] === '\r' ? index - 1 : index);
    start = index + found.length;
  }
  look(start, /\r?\n$/.exec(text)?.index ?? text.length);
  short += text.slice(copied);
  return { text: short, lengthen: (tree) => lengthened(tree, text, runs) };
}

function lengthened(tree: Root, text: string, runs: readonly Run[]): Root | undefined {
  let next = 0;
  const place = (offset: number): number => {
    const run = runs[lastBefore(runs, offset)];
    if (!run) return offset;
    return (run.blocks.at(-1)?.end ?? 0) + offset - run.at - 1;
  };
  const move = (node: Nodes): void => {
    if (node.position) node.position = positionOf(place(offsetOf(node)), place(node.position.end.offset ?? 0));
  };
  const into = (parent: Parents): void => {
    move(parent);
    for (let index = 0; index < parent.children.length; index += 1) {
      const child = parent.children[index] as Parents['children'][number];
      const run = runs[next];
      if (run && child.type === 'paragraph' && offsetOf(child) === run.at) {
        parent.children.splice(index, 1, ...run.blocks.map((block) => paragraphOf(block, text)));
        index += run.blocks.length - 1;
        next += 1;
      } else if ('children' in child) into(child);
      else move(child);
    }
  };
  into(tree);
  return next === runs.length ? tree : undefined;
}

/** The last run whose letter ends at an offset or before it; -1 where there is none. */
function lastBefore(runs: readonly Run[], offset: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as Run).at < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const offsetOf = ({ position }: Nodes): number => position?.start.offset ?? 0;

/** Lines and columns are counted from the offsets where they are needed, never read from the tree. */
function positionOf(start: number, end: number): Position {
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  return { start: point(start), end: point(end) };
}

/** A stretch of the text as a paragraph of words alone. */
export function paragraphOf({ start, end }: { readonly start: number; readonly end: number }, text: string): Paragraph {
  const position = positionOf(start, end);
  return { type: 'paragraph', children: [{ type: 'text', value: text.slice(start, end), position }], position };
}
