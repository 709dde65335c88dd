/** What a typeset tree needs before it is a page of a book: ranks of headings, links that lead somewhere, plain attributes. */

import type { Element, ElementContent, Nodes, Root } from 'hast';
import { slugOf } from '../../manuscript/headings.ts';
import { decodeAddress, fragmentOf } from '../../manuscript/targets.ts';
import { visitElements } from '../../manuscript/visit.ts';
import { languageTag } from '../direction.ts';
import { h } from './page.ts';
import type { Pictures } from './pictures.ts';

/** The words of a tree. */
export const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

/** Puts the headings of a tree under a heading of some rank, with no rank left out on the way down. */
export function rankHeadings(tree: Root | Element, under: number): void {
  const open: number[] = [];
  visitElements(tree, (node) => {
    const rank = Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0);
    if (rank === 0) return;
    while ((open.at(-1) ?? 0) >= rank) open.pop();
    open.push(rank);
    node.tagName = `h${Math.min(under + open.length, 6)}`;
  });
}

/** A picture that is not in the book is the words that stand for it. */
export function keepPictures(tree: Root | Element, pictures: Pictures): void {
  visitElements(tree, (node, index, parent) => {
    if (node.tagName !== 'img' || !parent || index === undefined) return undefined;
    const file = String(node.properties.src ?? '');
    const alt = String(node.properties.alt ?? '').trim();
    if (pictures.isPicture(file)) {
      pictures.show(file, alt);
      return undefined;
    }
    const words: ElementContent[] = alt ? [h('span', { className: ['missing-picture'] }, alt)] : [];
    parent.children.splice(index, 1, ...words);
    return index + words.length;
  });
}

/** Takes what only a site can use (`data-…`), tags of languages that are none, and elements that then say nothing. */
export function plainAttributes(tree: Root | Element): void {
  visitElements(tree, (node, index, parent) => {
    const { properties } = node;
    for (const property of Object.keys(properties)) if (/^data(?:[A-Z-]|$)/.test(property)) delete properties[property];
    if (typeof properties.lang === 'string') {
      const tag = languageTag(properties.lang);
      if (tag === 'und') delete properties.lang;
      else properties.lang = tag;
    }
    if (node.tagName !== 'span' || Object.keys(properties).length > 0 || index === undefined) return undefined;
    parent?.children.splice(index, 1, ...node.children);
    return index;
  });
}

/** Takes the parentheses that stand about a ruby for browsers without it: EPUB advises against them. */
export function dropRubyParentheses(tree: Root | Element): void {
  visitElements(tree, (node) => {
    if (node.tagName === 'ruby')
      node.children = node.children.filter((child) => !isElement(child, 'rp') || /[\p{L}\p{N}]/u.test(textOf(child)));
  });
}

const isElement = (node: Nodes, tagName: string): boolean => node.type === 'element' && node.tagName === tagName;

/** A link from one page of the book to a place in another, or within the page. */
export interface InnerLink {
  readonly file: string;
  readonly fragment: string;
}

/**
 * Turns links into their words unless they lead to a page of the book or to an address of the web. Answers with the
 * places that the rest lead to; of these, the caller says which exist.
 *
 * @param here the page's own file
 * @param placeOf the id of the place that a link means; undefined where there is none
 */
export function keepLinks(
  tree: Root | Element,
  here: string,
  isPage: (file: string) => boolean,
  placeOf: (link: InnerLink) => string | undefined,
): InnerLink[] {
  const links: InnerLink[] = [];
  visitElements(tree, (node, index, parent) => {
    if (node.tagName !== 'a') return undefined;
    /** Its words take its place, and are gone through like any others. */
    const unlink = (): number | undefined => {
      if (index !== undefined) parent?.children.splice(index, 1, ...node.children);
      return index;
    };
    const href = String(node.properties.href ?? '').trim();
    if (/^(?:https?:)?\/\//i.test(href)) {
      const address = webAddress(href.startsWith('//') ? `https:${href}` : href);
      if (!address) return unlink();
      node.properties.href = address;
      return undefined;
    }
    if (/^mailto:/i.test(href)) return undefined;
    const [, file = '', fragment = ''] = /^([^#?]*)(?:#(.*))?$/s.exec(href) ?? [];
    const link = { file: file || here, fragment };
    if (!isPage(link.file) || (file === '' && fragment === '')) return unlink();
    if (fragment === '') return undefined;
    const place = placeOf(link);
    if (place !== undefined) {
      node.properties.href = `${link.file === here ? '' : link.file}#${place}`;
      links.push(link);
    } else if (link.file === here) return unlink();
    // A page that exists is better than a place that does not.
    else node.properties.href = link.file;
    return undefined;
  });
  return links;
}

/** An address of the web as a browser would ask for it, spaces and all else encoded; undefined where it is none. */
export const webAddress = (text: string): string | undefined =>
  /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).href : undefined;

/** The places of a page: of each the id, and of headings below the title, by their words as links have them, too. */
export interface Places {
  readonly ids: ReadonlySet<string>;
  readonly headings: ReadonlyMap<string, string>;
}

/** Finds the places of a page. A second element of the same id loses it. */
export function placesOf(tree: Root | Element): Places {
  const ids = new Set<string>();
  const headings = new Map<string, string>();
  visitElements(tree, (node) => {
    const { id } = node.properties;
    if (typeof id !== 'string') return;
    if (ids.has(id) || !/^[A-Za-z_][\w.-]*$/.test(id)) delete node.properties.id;
    else {
      ids.add(id);
      if (/^h[2-6]$/.test(node.tagName)) headings.set(fragmentOf(textOf(node), headings), id);
    }
  });
  return { ids, headings };
}

/** The id of what a fragment means on a page: an id, or the words of a heading. */
export function placeIn({ ids, headings }: Places, fragment: string): string | undefined {
  if (ids.has(fragment)) return fragment;
  return headings.size > 0 ? headings.get(slugOf(decodeAddress(fragment))) : undefined;
}
