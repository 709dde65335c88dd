/** A tree with raw HTML as one flow of words, with the elements that are open at each. */

import type { Element, Properties, Root, Text } from 'hast';
import { kept } from './attributes.ts';
import { type Token, tokensOf } from './tokens.ts';
import {
  type Gap,
  gapOf,
  type Kind,
  kinds,
  type Position,
  type Raw,
  successors,
  voids,
  writableVoids,
} from './vocabulary.ts';

/** An element that is open for a stretch of the flow. It may come to be written several times, or never. */
export interface Open {
  readonly name: string;
  readonly tag: string;
  readonly kind: Kind;
  readonly properties: Properties;
  readonly position: Position | undefined;
  /** Ours; the author's elements have none. */
  readonly node: Element | undefined;
  /** The innermost of our containers around it, and of our paragraphs and headings within that. */
  readonly container: Open | undefined;
  readonly lines: Open | undefined;
  /** Whether its end tag has been found where it counts. */
  closed: boolean;
  gone: boolean;
  /** Whether our own node has been put into the result. */
  used: boolean;
  /** The paragraph or item that it holds although nobody wrote it. */
  implied: Open | undefined;
}

export type Step =
  | { readonly do: 'open'; readonly open: Open }
  | { readonly do: 'close'; readonly open: Open }
  /** A block of HTML is over; what it left open ends here unless an end tag is to come. */
  | { readonly do: 'settle'; readonly opened: readonly Open[] }
  | { readonly do: 'text'; readonly node: Text }
  | { readonly do: 'empty'; readonly node: Element }
  | { readonly do: 'part'; readonly gap: Gap };

export const isInline = (kind: Kind | undefined): boolean => kind === 'inline' || kind === 'part' || kind === 'none';
const isLines = (kind: Kind | undefined): boolean => kind === 'paragraph' || kind === 'leaf';

export const made = (tagName: string, properties: Properties, position?: Position): Element => ({
  type: 'element',
  tagName,
  properties,
  children: [],
  position,
});

export function opened(from: Partial<Open> & Pick<Open, 'tag' | 'kind'>): Open {
  const unset = { position: undefined, node: undefined, container: undefined, lines: undefined, implied: undefined };
  return { name: from.tag, properties: {}, ...unset, closed: false, gone: false, used: false, ...from };
}

/** Reads a tree as one flow, and finds for each tag of the author whether it is closed, and where. */
export function flowOf(root: Root): Step[] {
  const steps: Step[] = [];
  const stack: Open[] = [];
  const byName = new Map<string, Open[]>();
  let container: Open | undefined;
  let lines: Open | undefined;
  /** Blocks from outside of the present paragraph whose end tags stand in it: they end with it. */
  let ending: Open[] = [];

  const begin = (from: Partial<Open> & Pick<Open, 'tag' | 'kind'>): Open => {
    const open = opened({ ...from, container, lines });
    stack.push(open);
    steps.push({ do: 'open', open });
    return open;
  };
  const finish = (open: Open): void => {
    if (!open.gone) steps.push({ do: 'close', open });
    open.gone = true;
    while (stack.at(-1)?.gone) stack.pop();
  };
  /** Ends a block, and all that the author opened within it. */
  const unwind = (open: Open): void => {
    if (open.gone) return;
    const ours: Open[] = [];
    for (let top = stack.pop(); top; top = stack.pop()) {
      if (top.node && top !== open && !top.gone) ours.unshift(top);
      else finish(top);
      if (top === open) break;
    }
    stack.push(...ours);
  };
  const enter = (node: Element, around: Open | undefined): Open => {
    const tag = node.tagName;
    const inLine = isInline(around?.kind) || isLines(around?.kind);
    const known = tag === 'th' ? 'leaf' : kinds.get(tag);
    const kind = known && known !== 'hidden' ? known : inLine ? 'inline' : 'block';
    const open = begin({ tag, kind, node, properties: node.properties, position: node.position });
    if (isLines(kind)) lines = open;
    else if (!isInline(kind)) [container, lines] = [open, undefined];
    return open;
  };
  const leave = (open: Open): void => {
    if (isInline(open.kind)) finish(open);
    else {
      unwind(open);
      ({ container, lines } = open);
      for (const block of ending) unwind(block);
      ending = [];
    }
  };
  const say = (value: string, position: Position | undefined): void => {
    steps.push({ do: 'text', node: { type: 'text', value, position } });
  };
  const start = (token: Token & { type: 'start' }, position: Position | undefined): Open | undefined => {
    const tag = successors.get(token.name) ?? token.name;
    const kind = kinds.get(tag);
    if (kind === undefined ? !writableVoids.has(tag) : token.empty) {
      steps.push({ do: 'part', gap: gapOf(tag) });
      return undefined;
    }
    const properties = kept(token.name, tag, token.attributes);
    if (kind === undefined) {
      if (tag === 'img' && properties.src === undefined) say(String(properties.alt), position);
      else steps.push({ do: 'empty', node: made(tag, properties, position) });
      return undefined;
    }
    const needs = tag === 'a' ? 'href' : tag === 'bdo' ? 'dir' : undefined;
    const idle = needs ? properties[needs] === undefined : tag === 'span' && Object.keys(properties).length === 0;
    const open = begin({ name: token.name, tag, kind: idle ? 'none' : kind, properties, position });
    const namesakes = byName.get(open.name);
    if (namesakes) namesakes.push(open);
    else byName.set(open.name, [open]);
    return open;
  };
  const end = (name: string, position: Position | undefined): void => {
    const namesakes = byName.get(name) ?? [];
    while (namesakes.at(-1)?.gone) namesakes.pop();
    const open = namesakes.at(-1);
    if (!open || open.container !== container) {
      if (name === 'br') start({ type: 'start', name, attributes: new Map(), empty: false }, position);
      else steps.push({ do: 'part', gap: gapOf(successors.get(name) ?? name) });
      return;
    }
    namesakes.pop();
    open.closed = true;
    if (isInline(open.kind)) finish(open);
    else if (open.lines === lines) {
      unwind(open);
      // A paragraph that a second one has ended already is written no more, and its end still parts words.
      steps.push({ do: 'part', gap: gapOf(open.tag) });
    } else ending.push(open);
  };
  const read = ({ value, position }: Raw, isBlock: boolean): void => {
    const fresh: Open[] = [];
    let last: Open | undefined;
    for (const token of tokensOf(value)) {
      // A browser passes over the line break that follows `<pre>`.
      if (token.type === 'text') say(last?.tag === 'pre' ? token.value.replace(/^\r?\n/, '') : token.value, position);
      if (token.type === 'end') end(token.name, position);
      last = token.type === 'start' ? start(token, position) : undefined;
      if (last) fresh.push(last);
    }
    if (isBlock) steps.push({ do: 'settle', opened: fresh });
  };

  const path: { node: Root | Element; next: number; open?: Open }[] = [{ node: root, next: 0 }];
  for (let at = path.at(-1); at; at = path.at(-1)) {
    const child = at.node.children[at.next++];
    if (!child) {
      path.pop();
      if (at.open) leave(at.open);
    } else if (child.type === 'text') steps.push({ do: 'text', node: child });
    else if (child.type === 'raw') read(child, !at.open || (at.open.kind === 'block' && at.open.tag !== 'td'));
    else if (child.type === 'element') {
      if (voids.has(child.tagName)) steps.push({ do: 'empty', node: child });
      else path.push({ node: child, next: 0, open: enter(child, at.open) });
    }
  }
  return steps;
}
