/** Runs: the text of one block as one string, and the way back from it to the nodes that it came from. */

import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { sameLanguage } from './languages.ts';

/** One text node's share of a run, or, without a node, something that stands in the line and is never changed. */
export interface Piece {
  readonly node?: Text;
  /** Where it ends in the run's text; it begins where the one before it ends. */
  readonly end: number;
  /** Words in another language than the block's. */
  readonly foreign: boolean;
}

/** The text of a block, or of a part of one that stands for itself. */
export interface Run {
  readonly text: string;
  readonly language: string;
  readonly pieces: readonly Piece[];
}

const BLOCKS = new Set(
  `address article aside blockquote body caption center col colgroup dd details dialog div dl dt fieldset figcaption
  figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p search section summary
  table tbody td tfoot th thead title tr ul`.split(/\s+/),
);
/** Kept as typed; in its line, each counts as a word. */
const KEPT = new Set(
  'code pre kbd samp tt script style svg math template textarea iframe object audio video'.split(' '),
);
const OBJECT = '\uFFFC';

/** Every run of a tree, in order. */
export function runsOf(root: Root, language: string): readonly Run[] {
  const runs: Run[] = [];
  read(root.children, language, runs);
  return runs;
}

/** Gathers the runs of one block; a block inside it ends the run before it. */
function read(children: readonly (RootContent | ElementContent)[], language: string, runs: Run[]): void {
  let text = '';
  let pieces: Piece[] = [];
  let broken = false;
  const close = (): void => {
    if (pieces.length > 0) runs.push({ text, language, pieces });
    text = '';
    pieces = [];
    broken = false;
  };
  const add = (value: string, foreign: boolean, node?: Text): void => {
    text += value;
    if (broken && value.trim() !== '') broken = false;
    pieces.push({ end: text.length, foreign, ...(node && { node }) });
  };
  const walk = (nodes: readonly (RootContent | ElementContent)[], spoken: string): void => {
    const foreign = !sameLanguage(spoken, language);
    for (const node of nodes) {
      if (node.type === 'text') {
        add(foreign ? withLetterMarks(node.value, spoken) : node.value, foreign, node);
      } else if (node.type === 'element') {
        const own = languageOf(node) ?? spoken;
        if (isKept(node)) add(OBJECT, false);
        else if (node.tagName === 'br') {
          // Two line breaks are how many archives and pasted texts part paragraphs.
          if (broken) close();
          add('\n', false);
          broken = true;
        } else if (BLOCKS.has(node.tagName)) {
          close();
          read(node.children, own, runs);
        } else if (isBeside(node)) read(node.children, own, runs);
        else walk(node.children, own);
      }
    }
  };
  walk(children, language);
  close();
}

/** In words of another language a straight single mark is a letter or an elision; Hebrew's geresh stays as it is. */
function withLetterMarks(value: string, language: string): string {
  return /^(?:he|yi)\b/i.test(language) ? value : value.replaceAll("'", '’');
}

function languageOf({ properties }: Element): string | undefined {
  const language = properties.lang ?? properties.xmlLang;
  return typeof language === 'string' ? language : undefined;
}

function isKept({ tagName, properties }: Element): boolean {
  const { className, translate } = properties;
  return KEPT.has(tagName) || translate === 'no' || (Array.isArray(className) && className.includes('notranslate'));
}

/** Beside the line rather than in it, so that the line is read as if it were not there: ruby, and the number of a note. */
function isBeside({ tagName, properties, children }: Element): boolean {
  if (tagName === 'sup') return !/\p{L}/u.test(textOf(children));
  if (tagName === 'a') return properties.dataFootnoteRef !== undefined || properties.role === 'doc-noteref';
  return tagName === 'rt' || tagName === 'rp' || tagName === 'rtc';
}

function textOf(children: readonly ElementContent[]): string {
  return children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child.children) : ''))
    .join('');
}

/** Writes a run back into the nodes that it came from. */
export function settle(run: Run): void {
  let start = 0;
  for (const { node, end } of run.pieces) {
    if (node) node.value = run.text.slice(start, end);
    start = end;
  }
}
