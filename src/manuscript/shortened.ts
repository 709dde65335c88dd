/**
 * Markdown made shorter for its parser. Most of a novel is paragraphs in which nothing but words stands, some of them in
 * italics, with a heading above them and marks between the scenes: the parser would look at every letter of them and find
 * that. It gets one letter for each run of such blocks instead, which stands in their place among all that it must see, and
 * the tree is given the blocks back.
 */

import type { Heading, Nodes, Paragraph, Parents, PhrasingContent, Root, Text, ThematicBreak } from 'mdast';
import type { Position } from 'unist';

type Block = Paragraph | Heading | ThematicBreak;

/** Blocks, one after another, and where their letter stands. */
interface Run {
  readonly at: number;
  readonly blocks: readonly Block[];
}

export interface Shortened {
  readonly text: string;
  /** The tree of the whole, where nothing is left to parse. */
  readonly tree?: Root;
  /** The tree of the shortened text as that of the whole; undefined where a run is no paragraph, but code for instance. */
  readonly lengthen: (tree: Root) => Root | undefined;
}

/** What stands for a run: the shortest of all paragraphs. */
const LETTER = 'x';

const gap = /\n(?:[ \t]*\r?\n)+/g;
/**
 * Lines that begin with a letter, an opening mark or a dash, end in no space, and hold no mark that may mean something, save
 * those of emphasis.
 */
const words = /^(?:(?:[\p{L}"'“”‘’«»„(—–…]|[*_]{1,2}(?=[^\s*_]))(?:[^\t\r\n\0[\]<&\\`~]*[^\s\0[\]<&\\`~])?(?:\n|$))+$/u;

export function shortened(text: string): Shortened {
  const runs: Run[] = [];
  let short = '';
  let copied = 0;
  let run: { at: number; blocks: Block[] } | undefined;
  const look = (start: number, end: number): void => {
    const block = blockOf(text.slice(start, end), start);
    if (!block) {
      run = undefined;
      return;
    }
    if (run) {
      // The gap before it goes as well.
      run.blocks.push(block);
    } else {
      short += text.slice(copied, start);
      run = { at: short.length, blocks: [block] };
      runs.push(run);
      short += LETTER;
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
  const lengthen = (tree: Root): Root | undefined => lengthened(tree, runs);
  const [only] = runs;
  if (!only || !/^[ \t\r\n]*x[ \t\r\n]*$/.test(short)) return { text: short, lengthen };
  return {
    text: short,
    tree: { type: 'root', children: [...only.blocks], position: positionOf(0, text.length) },
    lengthen,
  };
}

function lengthened(tree: Root, runs: readonly Run[]): Root | undefined {
  let next = 0;
  const place = (offset: number): number => {
    const run = runs[lastBefore(runs, offset)];
    if (!run) return offset;
    return (run.blocks.at(-1)?.position?.end.offset ?? 0) + offset - run.at - 1;
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
        parent.children.splice(index, 1, ...run.blocks);
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
  return { type: 'paragraph', children: [textNode(text.slice(start, end), start)], position: positionOf(start, end) };
}

const textNode = (value: string, start: number): Text => ({
  type: 'text',
  value,
  position: positionOf(start, start + value.length),
});

const marksOfHeading = /^(#{1,6}) +(?=[^\s#][^\n#]*$)/;
const rule = /^(?:\*(?: ?\*){2,}|-(?: ?-){2,}|_(?: ?_){2,})$/;

/** A block, if it is one of those that can be told without the whole of the grammar. */
function blockOf(block: string, start: number): Block | undefined {
  const position = positionOf(start, start + block.length);
  if (words.test(block)) {
    const children = contentOf(block, start);
    return children && { type: 'paragraph', children, position };
  }
  if (rule.test(block)) return { type: 'thematicBreak', position };
  const [lead, marks] = marksOfHeading.exec(block) ?? [];
  const heading = lead && block.slice(lead.length);
  if (!lead || !marks || !heading || !words.test(heading)) return undefined;
  const children = contentOf(heading, start + lead.length);
  return children && { type: 'heading', depth: marks.length as Heading['depth'], children, position };
}

/** What a block of words holds, if its emphasis is plain. */
function contentOf(block: string, start: number): PhrasingContent[] | undefined {
  if (!/[*_]/.test(block)) return [textNode(block, start)];
  const content: PhrasingContent[] = [];
  let open: { readonly at: number; readonly mark: string } | undefined;
  let end = 0;
  const putText = (to: number): void => {
    if (to > end) content.push(textNode(block.slice(end, to), start + end));
  };
  for (const { index, 0: mark } of block.matchAll(/[*_]+/g)) {
    const next = index + mark.length;
    if (mark.length > 2 || mark !== mark.charAt(0).repeat(mark.length)) return undefined;
    if (!may(open ? 'close' : 'open', mark, block.charAt(index - 1), block.charAt(next))) return undefined;
    if (!open) {
      putText(index);
      open = { at: index, mark };
      continue;
    }
    if (open.mark !== mark) return undefined;
    const first = open.at + mark.length;
    content.push({
      type: mark.length === 1 ? 'emphasis' : 'strong',
      children: [textNode(block.slice(first, index), start + first)],
      position: positionOf(start + open.at, start + next),
    });
    open = undefined;
    end = next;
  }
  if (open) return undefined;
  putText(block.length);
  return content;
}

/** What CommonMark lets a mark of emphasis do between two characters; an edge of the block is no character. */
function may(what: 'open' | 'close', mark: string, before: string, after: string): boolean {
  const [left, right] = [kindOf(before), kindOf(after)];
  const opens = right === 'letter' || (right === 'mark' && left !== 'letter');
  const closes = left === 'letter' || (left === 'mark' && right !== 'letter');
  // Underscores do nothing within a word.
  const within = mark.startsWith('_') && opens && closes;
  return what === 'open' ? opens && !(within && left === 'letter') : closes && !(within && right === 'letter');
}

function kindOf(character: string): 'space' | 'mark' | 'letter' {
  if (character === '' || /\s/.test(character)) return 'space';
  return /[\p{P}\p{S}]/u.test(character) ? 'mark' : 'letter';
}
