/** The flow written anew, as elements that are valid where they stand. */

import type { Element, ElementContent, Text } from 'hast';
import { isInline, made, type Open, opened, type Step } from './flow.ts';
import { DEEPEST, type Gap, unnestable } from './vocabulary.ts';

/** Writes a flow as a tree: at each word, the elements that are open there, in an order that is valid. */
export function pageOf(steps: readonly Step[]): ElementContent[] {
  const ground: Element = made('body', {});
  const body = opened({ tag: 'body', kind: 'block', node: ground });
  const rubies: { ruby: Element; parent: Element }[] = [];
  const figures: Element[] = [];
  /** What is open in the flow, and what is open on the page. */
  let stack: Open[] = [];
  const page: { open: Open; element: Element }[] = [{ open: body, element: ground }];
  let gap: Gap = 0;
  /** Where the last words stand, and their last character. */
  let spoken: Element | undefined;
  let tail = '';
  let hidden = 0;

  const impliedIn = (owner: Open): Open => {
    owner.implied ??=
      owner.kind === 'list' ? opened({ tag: 'li', kind: 'item' }) : opened({ tag: 'p', kind: 'paragraph' });
    return owner.implied;
  };
  const blocksOf = (): Open[] => {
    const blocks = [body];
    for (const open of stack) {
      if (isInline(open.kind) || blocks.at(-1)?.kind === 'leaf') continue;
      if (blocks.at(-1)?.kind === 'paragraph') blocks.pop();
      const around = blocks.at(-1) as Open;
      if (around.kind === 'list' && open.kind !== 'item') blocks.push(impliedIn(around));
      blocks.push(open);
    }
    return blocks;
  };
  const inlinesOf = (): Open[] => {
    const inlines: Open[] = [];
    for (const open of stack) {
      if (open.kind !== 'inline') continue;
      const outer = unnestable.has(open.tag) ? inlines.findIndex(({ tag }) => tag === open.tag) : -1;
      if (outer >= 0 && !open.node) continue;
      if (outer >= 0) inlines.splice(outer, 1);
      inlines.push(open);
    }
    const ruby = inlines.findIndex(({ tag }) => tag === 'ruby');
    const part = stack.findLast(({ kind, tag }) => kind === 'part' || tag === 'ruby');
    if (ruby >= 0 && part?.kind === 'part') inlines.splice(ruby + 1, part.tag === 'rp' ? inlines.length : 0, part);
    return inlines;
  };
  /** Where words would stand now. Those that nobody put into a paragraph get one. */
  const wayToWords = (): Open[] => {
    const blocks = blocksOf();
    const last = blocks.at(-1) as Open;
    if (last.kind === 'list' || last === body || last.tag === 'blockquote') blocks.push(impliedIn(last));
    return [...blocks, ...inlinesOf()];
  };
  const here = (): Element => (page.at(-1) as { element: Element }).element;
  const back = (way: readonly Open[]): void => {
    let common = 0;
    while (common < page.length && page[common]?.open === way[common]) common++;
    page.length = common;
  };
  const go = (way: readonly Open[]): void => {
    back(way);
    for (let next = page.length; next < way.length; next++) {
      const open = way[next] as Open;
      const parent = here();
      const element = written(open, parent, way[next + 1]);
      parent.children.push(element);
      page.push({ open, element });
      if (element.tagName === 'ruby') rubies.push({ ruby: element, parent });
      if (element.tagName === 'figure') figures.push(element);
    }
  };
  const put = (node: ElementContent): void => {
    here().children.push(node);
  };
  /** Goes to where words stand, and sets them apart from those that stand there already if a dropped tag did. */
  const speak = (first: string, last: string): void => {
    if (gap === 3) (blocksOf().at(-1) as Open).implied = undefined;
    const way = wayToWords();
    back(way);
    const block = page.findLast(({ open }) => !isInline(open.kind));
    const stays = block?.element === spoken && way.findLast(({ kind }) => !isInline(kind)) === block?.open;
    if (stays && gap > 1 && block?.open.kind !== 'leaf') put(made('br', {}));
    else if (stays && gap > 0 && !/\s$/.test(tail) && !/^\s/.test(first)) put({ type: 'text', value: ' ' });
    go(way);
    gap = 0;
    spoken = page.findLast(({ open }) => !isInline(open.kind))?.element;
    tail = last;
  };
  const part = (wanted: Gap): void => {
    if (wanted > gap) gap = wanted;
  };
  /** What the tags of an element set apart, beside what the element itself does. */
  const partBy = ({ kind, node }: Open): void => {
    if (node || kind === 'hidden' || kind === 'none') return;
    if (!isInline(kind)) part(3);
    if (kind === 'part' && !stack.some(({ tag }) => tag === 'ruby')) part(1);
  };
  /** A paragraph ends the one before it, and an item does, where the author left that to the reader. */
  const endFormer = ({ kind }: Open): void => {
    for (let at = stack.length - 1; at >= 0; at--) {
      const former = stack[at] as Open;
      if (isInline(former.kind)) continue;
      if (!former.node && former.kind === kind) stack = stack.filter((open, index) => index < at || open.node);
      if (former.node || kind === 'paragraph' || former.kind === kind || former.kind === 'list') return;
    }
  };
  const open = (open: Open): void => {
    partBy(open);
    const peers = stack.filter(({ kind }) => isInline(kind) === isInline(open.kind)).length;
    const deep = !open.node && peers >= (isInline(open.kind) ? DEEPEST.inline : DEEPEST.block);
    if (open.kind === 'hidden' ? !open.closed || hidden > 0 : deep) return;
    if (!open.node && (open.kind === 'paragraph' || open.kind === 'item')) endFormer(open);
    if (!open.node && open.tag === 'a') stack = stack.filter(({ tag, node }) => tag !== 'a' || node);
    stack.push(open);
    if (open.kind === 'hidden') hidden++;
    // Of ours, only what nobody would miss is left out when it holds nothing.
    const spare = open.kind === 'paragraph' || (open.kind === 'inline' && Object.keys(open.properties).length === 0);
    if (open.node && !spare && hidden === 0) go(isInline(open.kind) ? wayToWords() : blocksOf());
  };
  const close = (open: Open): void => {
    const at = stack.lastIndexOf(open);
    if (at < 0) return;
    partBy(open);
    stack.splice(at, 1);
    if (open.kind === 'hidden') hidden--;
  };
  const text = (node: Text): void => {
    if (/[^\t\n\f\r ]/.test(node.value)) {
      speak(node.value, node.value.slice(-1));
      const { open, element } = page.at(-1) as { open: Open; element: Element };
      if (open.tag === 'p' && !open.node && element.children.length === 0) node.value = node.value.trimStart();
    } else {
      back(wayToWords());
      tail = ' ';
    }
    put(node);
  };
  const empty = (node: Element): void => {
    if (node.tagName === 'hr') {
      const blocks = blocksOf();
      if (blocks.at(-1)?.kind === 'leaf') {
        part(2);
        return;
      }
      if (blocks.at(-1)?.kind === 'paragraph') blocks.pop();
      if (blocks.at(-1)?.kind === 'list') blocks.push(impliedIn(blocks.at(-1) as Open));
      go(blocks);
      gap = 0;
    } else if (node.tagName === 'br' || node.tagName === 'wbr') {
      const last = blocksOf().at(-1) as Open;
      if (last.kind === 'list') return;
      // A line break opens no paragraph of its own.
      const isOpen = page.some((at) => at.open === last.implied);
      go(wayToWords().filter((at) => isOpen || at !== last.implied));
      tail = '\n';
    } else speak('', '');
    put(node);
  };

  for (const step of steps) {
    if (step.do === 'open') open(step.open);
    else if (step.do === 'close') close(step.open);
    else if (step.do === 'part') part(step.gap);
    else if (step.do === 'settle') {
      for (const open of step.opened) if (!open.closed) close(open);
      part(3);
    } else if (hidden > 0) continue;
    else if (step.do === 'text') text(step.node);
    else empty(step.node);
  }
  for (const { ruby, parent } of rubies) mendRuby(ruby, parent);
  for (const figure of figures) mendFigure(figure);
  return ground.children;
}

const tagOf = (node: ElementContent | undefined): string | undefined =>
  node?.type === 'element' ? node.tagName : undefined;
const isBlank = (node: ElementContent): boolean => node.type === 'text' && !/[^\t\n\f\r ]/.test(node.value);

/** The node that an open element gets on the page; another element's, where its own may not stand. */
export function written(open: Open, parent: Element, next: Open | undefined): Element {
  const { tag, node, position } = open;
  if (node && !open.used) {
    open.used = true;
    node.children = [];
    return node;
  }
  // Written a second time, it must not bear the same id.
  const { id: _, ...properties } = open.properties;
  const fits =
    node ||
    (tag === 'li' && (parent.tagName === 'ul' || parent.tagName === 'ol')) ||
    (tag === 'details' && next?.tag === 'summary') ||
    (tag === 'summary' && parent.tagName === 'details' && parent.children.every(isBlank)) ||
    (tag === 'figcaption' && parent.tagName === 'figure' && !parent.children.some((at) => tagOf(at) === tag)) ||
    !/^(?:li|details|summary|figcaption)$/.test(tag);
  if (parent.tagName !== 'ol') delete properties.value;
  if (fits) return made(tag, properties, position);
  const { open: __, ...common } = properties;
  return made(tag === 'summary' ? 'p' : 'div', common, position);
}

/** A ruby is groups of base and reading, the reading between parentheses or not. One that is not is made so. */
function mendRuby(ruby: Element, parent: Element): void {
  const letter = (node: ElementContent): string => {
    if (tagOf(node) === 'rp') return (node as Element).children.every(({ type }) => type === 'text') ? 'p' : 'x';
    return tagOf(node) === 'rt' ? 'r' : isBlank(node) ? '' : 'b';
  };
  if (/^(?:b*(?:r|p(?:rp)+))+$/.test(ruby.children.map(letter).join(''))) return;
  const without = (tag: string, nodes: ElementContent[]): ElementContent[] =>
    nodes.flatMap((node) => (tagOf(node) === tag ? (node as Element).children : [node]));
  const children = without('rp', ruby.children);
  const end = children.findLastIndex((node) => tagOf(node) === 'rt') + 1;
  ruby.children = children.slice(0, end);
  const rest = without('rb', children.slice(end));
  parent.children.splice(parent.children.indexOf(ruby) + (end ? 1 : 0), end ? 0 : 1, ...rest);
}

/** A caption is the first or the last thing of its figure. */
function mendFigure(figure: Element): void {
  const things = figure.children.filter((node) => !isBlank(node));
  const at = things.findIndex((node) => tagOf(node) === 'figcaption');
  if (at > 0 && at < things.length - 1) (things[at] as Element).tagName = 'div';
}
