/** The prose as runs of plain text, a paragraph each, in which every character knows its place in the author's file. */

import type { FootnoteDefinition, Nodes, RootContent } from 'mdast';
import type { Chapter, Scene, StoryDocument } from './model.ts';
import type { Source, Span } from './source.ts';

/** A stretch of a passage's text: offsets into it, the end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * What a passage is. Only narration may be judged as what the story tells; a document has its own date and voice; what
 * is quoted (block quotations, verse, footnotes, code, tables) is nobody's claim.
 */
export type PassageKind = 'narration' | 'document' | 'quoted' | 'heading';

export interface PassageText {
  /** Marks of Markdown left out; a soft line break is a newline, a hard one too. */
  readonly text: string;
  readonly kind: PassageKind;
  /** What stands in italics or bold. */
  readonly emphasis: readonly Stretch[];
  /** What is marked as another language. */
  readonly foreign: readonly Stretch[];
  /** What is marked as a ship's name by `:ship[…]`. */
  readonly ships: readonly Stretch[];
  /** The place of a stretch in the author's file. */
  readonly place: (start: number, end: number) => Span;
}

export interface Passage extends PassageText {
  readonly scene: Scene;
  /** The log or letter that it stands in. */
  readonly document?: StoryDocument;
}

/** By file, and not by block: a weak map of many entries costs the collector more than the reading. */
const remembered = new WeakMap<Source, Map<RootContent, readonly PassageText[]>>();

const inScene = new WeakMap<Scene, readonly Passage[]>();

/** The passages of a scene, in order. Blocks are read once: an edit elsewhere does not read them again. */
export function passagesOf(scene: Scene): readonly Passage[] {
  const known = inScene.get(scene);
  if (known) return known;
  const { source } = scene.chapter;
  const passages = scene.blocks.flatMap((block) =>
    textsIn(block, source).map((text): Passage => {
      if (scene.documents.length === 0) return { ...text, scene };
      const at = text.place(0, 0).start;
      const document = scene.documents.find(({ span }) => at >= span.start && at < span.end);
      return { ...text, scene, ...(document ? { document } : {}) };
    }),
  );
  inScene.set(scene, passages);
  return passages;
}

export const passagesIn = ({ scenes }: Chapter): readonly Passage[] => scenes.flatMap(passagesOf);

const ofFile = new WeakMap<Source, readonly PassageText[]>();

/** The same without the scenes that they stand in: values that stay the same as long as the file is not edited. */
export function textsOf({ scenes, source }: Chapter): readonly PassageText[] {
  const known = ofFile.get(source);
  if (known) return known;
  const texts = scenes.flatMap(({ blocks }) => blocks.flatMap((block) => textsIn(block, source)));
  ofFile.set(source, texts);
  return texts;
}

function textsIn(block: RootContent, source: Source): readonly PassageText[] {
  let inFile = remembered.get(source);
  if (!inFile) {
    inFile = new Map();
    remembered.set(source, inFile);
  }
  const known = inFile.get(block);
  if (known) return known;
  const found: PassageText[] = [];
  gatherTexts(block, 'narration', source, found);
  inFile.set(block, found);
  return found;
}

const quoted = new Set(['blockquote', 'footnoteDefinition', 'table', 'code']);

function gatherTexts(node: RootContent, kind: PassageKind, source: Source, found: PassageText[]): void {
  if (node.type === 'paragraph' || node.type === 'tableCell' || node.type === 'heading') {
    const text = readText(node, node.type === 'heading' ? 'heading' : kind, source);
    if (text.text.trim() !== '') found.push(text);
    return;
  }
  if (!('children' in node)) return;
  for (const child of node.children as RootContent[]) {
    // The label of a block directive is no prose.
    if ((child.data as { directiveLabel?: boolean } | undefined)?.directiveLabel) continue;
    gatherTexts(child, kindWithin(node, kind), source, found);
  }
}

function kindWithin(node: RootContent | FootnoteDefinition, kind: PassageKind): PassageKind {
  if (quoted.has(node.type)) return 'quoted';
  if (node.type !== 'containerDirective') return kind;
  const name = node.name.toLowerCase();
  return name === 'log' ? 'document' : name === 'verse' ? 'quoted' : kind;
}

/** Where a piece of the text begins, in the text and in the file; `exact` pieces run alike, others are one place whole. */
interface Piece {
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly exact: boolean;
}

const nothing: readonly Stretch[] = [];

/** Most paragraphs are one run of plain text: their places are the file's, shifted. */
function readPlainText(block: Nodes, kind: PassageKind, source: Source): PassageText | undefined {
  if (!('children' in block) || block.children.length !== 1) return undefined;
  const [only] = block.children;
  const start = only?.position?.start.offset ?? 0;
  const end = only?.position?.end.offset ?? start;
  if (only?.type !== 'text' || end - start !== only.value.length || !source.text.startsWith(only.value, start))
    return undefined;
  const place = (from: number, to: number): Span => ({ source, start: start + from, end: start + Math.max(from, to) });
  return { text: only.value, kind, emphasis: nothing, foreign: nothing, ships: nothing, place };
}

function readText(block: Nodes, kind: PassageKind, source: Source): PassageText {
  const plain = readPlainText(block, kind, source);
  if (plain) return plain;
  let text = '';
  const pieces: Piece[] = [];
  const marked = { emphasis: [] as Stretch[], foreign: [] as Stretch[], ships: [] as Stretch[] };
  const add = (value: string, start: number, end: number, exact: boolean): void => {
    if (value === '') return;
    pieces.push({ at: text.length, start, end, exact });
    text += value;
  };
  const walk = (node: Nodes): void => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    if (node.type === 'text') addAligned(node.value, source.text, start, end, add);
    else if (node.type === 'inlineCode' || node.type === 'image' || node.type === 'imageReference')
      add('\uFFFC', start, end, false);
    else if (node.type === 'break') add('\n', start, end, false);
    else if ('children' in node) {
      const from = text.length;
      for (const child of node.children) walk(child);
      const stretch = { start: from, end: text.length };
      if (node.type === 'emphasis' || node.type === 'strong') marked.emphasis.push(stretch);
      if (node.type === 'textDirective') {
        const name = node.name.toLowerCase();
        if (name === 'lang') marked.foreign.push(stretch);
        if (name === 'ship') marked.ships.push(stretch);
      }
    }
  };
  walk(block);
  const offsetOf = (at: number, ends: boolean): number => {
    // The last piece that begins before the place; an end belongs to the piece that it ends.
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const begins = (pieces[middle] as Piece).at;
      if (ends ? begins < at : begins <= at) low = middle;
      else high = middle - 1;
    }
    const piece = pieces[low];
    if (!piece) return block.position?.start.offset ?? 0;
    if (!piece.exact) return ends ? piece.end : piece.start;
    return Math.min(piece.start + (at - piece.at), piece.end);
  };
  const place = (start: number, end: number): Span => {
    const from = offsetOf(start, false);
    return { source, start: from, end: Math.max(from, end > start ? offsetOf(end, true) : from) };
  };
  return { text, kind, ...marked, place };
}

/**
 * Adds a text node piece by piece: where the file holds the same characters they run alike; an escape, a character
 * reference or the prefix of a line (`> `, spaces) stands between two pieces.
 */
function addAligned(
  value: string,
  file: string,
  start: number,
  end: number,
  add: (value: string, start: number, end: number, exact: boolean) => void,
): void {
  if (end - start === value.length && file.startsWith(value, start)) {
    add(value, start, end, true);
    return;
  }
  let at = 0;
  let from = start;
  let run = 0;
  let runStart = start;
  const flush = (): void => {
    add(value.slice(run, at), runStart, runStart + (at - run), true);
  };
  while (at < value.length) {
    if (file[from] === value[at] && !(file[from] === '&' && /^&(?:#\w+|\w+);/.test(file.slice(from, from + 40)))) {
      at += 1;
      from += 1;
      continue;
    }
    flush();
    const reference = /^&(?:#[xX]?[\da-fA-F]+|[A-Za-z][A-Za-z\d]*);/.exec(file.slice(from, from + 40))?.[0];
    if (reference) {
      const width = (value.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      add(value.slice(at, at + width), from, from + reference.length, false);
      at += width;
      from += reference.length;
    } else {
      // An escape, or what begins a line: pass on to where the file has the character.
      const next = file.indexOf(value[at] as string, from);
      if (next < 0 || next >= end) {
        add(value.slice(at), from, end, false);
        return;
      }
      from = next;
    }
    run = at;
    runStart = from;
  }
  flush();
}
