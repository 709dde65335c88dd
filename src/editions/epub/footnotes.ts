/** Footnotes as e-readers show them: a reference that opens an `aside`, and from its number a way back. */

import type { Element, ElementContent, Root } from 'hast';
import { visitElements } from '../../manuscript/visit.ts';
import { h } from './page.ts';

/**
 * Takes the section of notes from a typeset tree and makes each note an aside; its references, in the prose and in other
 * notes, come to point at it. Empty where there are none.
 *
 * @param prefix what the ids of this tree begin with, where several trees are on one page
 */
export function takeFootnotes(tree: Root, prefix = ''): Element[] {
  const section = tree.children.find(isSection);
  if (!section) return [];
  tree.children = tree.children.filter((node) => node !== section);
  const list = section.children.find((node): node is Element => node.type === 'element' && node.tagName === 'ol');
  const notes = (list?.children ?? []).filter(
    (node): node is Element => node.type === 'element' && node.tagName === 'li',
  );
  const numbers = new Map(notes.map((note, index) => [`#${note.properties.id}`, index + 1]));
  const count = new Map<number, number>();
  for (const part of [tree, ...notes]) pointReferences(part, prefix, numbers, count);
  return notes.map((note, index) => asideOf(note, prefix, index + 1, count.has(index + 1)));
}

const isSection = (node: Root['children'][number]): node is Element =>
  node.type === 'element' && node.tagName === 'section' && node.properties.dataFootnotes !== undefined;

function pointReferences(
  tree: Root | Element,
  prefix: string,
  numbers: ReadonlyMap<string, number>,
  count: Map<number, number>,
): void {
  visitElements(tree, (node) => {
    if (node.properties.dataFootnoteRef === undefined) return;
    const number = numbers.get(String(node.properties.href));
    if (number === undefined) return;
    const time = (count.get(number) ?? 0) + 1;
    count.set(number, time);
    const id = `${prefix}ref-${number}${time > 1 ? `-${time}` : ''}`;
    node.properties = { href: `#${prefix}note-${number}`, id, epubType: 'noteref', role: 'doc-noteref' };
  });
}

function asideOf(note: Element, prefix: string, number: number, isReferred: boolean): Element {
  dropBackLinks(note);
  const back = { href: `#${prefix}ref-${number}`, epubType: 'backlink', role: 'doc-backlink' };
  const mark = isReferred
    ? h('a', { className: ['note-number'], ...back }, `${number}`)
    : h('span', { className: ['note-number'] }, `${number}`);
  const children = note.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const first = children[0];
  if (first?.type === 'element' && first.tagName === 'p') first.children.unshift(mark, { type: 'text', value: ' ' });
  else children.unshift(h('p', {}, mark));
  return h(
    'aside',
    { id: `${prefix}note-${number}`, className: ['footnote'], epubType: 'footnote', role: 'doc-footnote' },
    children,
  );
}

/** The arrows go: one emoji at the end of each note is what many e-readers make of them. */
function dropBackLinks(note: Element): void {
  visitElements(note, (node, index, parent) => {
    if (node.properties.dataFootnoteBackref === undefined || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    const before = parent.children[index - 1];
    if (before?.type === 'text') before.value = before.value.trimEnd();
    return index;
  });
  note.children = note.children.filter((child: ElementContent) => !isEmptyParagraph(child));
}

/** A note that ends in something else than a paragraph had one for its arrow alone. */
const isEmptyParagraph = (node: ElementContent): boolean =>
  node.type === 'element' &&
  node.tagName === 'p' &&
  node.children.every((child) => child.type === 'text' && child.value.trim() === '');
