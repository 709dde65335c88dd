/** What links and pictures of the prose point at: other chapters, files of the folder, or the world outside. */

import type { Element, ElementContent, Root } from 'hast';
import { slugOf } from './headings.ts';
import type { House } from './house.ts';
import { textOf } from './marks.ts';
import type { Chapter, Manuscript } from './model.ts';
import { folderOf } from './parts.ts';
import { visitElements } from './visit.ts';

export type Target =
  | { readonly kind: 'outside' }
  /** A place on the same page. */
  | { readonly kind: 'fragment' }
  | { readonly kind: 'chapter'; readonly chapter: Chapter; readonly fragment: string }
  | { readonly kind: 'file'; readonly path: string }
  /** Within the folder by its form, and not there. */
  | { readonly kind: 'missing'; readonly path: string };

/** What a link or a picture in a chapter points at. A path is relative to the chapter's file or, with a `/`, to the folder. */
export function pointsAt(address: string, chapter: Chapter, manuscript: Manuscript): Target {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)) return { kind: 'outside' };
  if (address.startsWith('#') || address === '') return { kind: 'fragment' };
  const [, written = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/.exec(address) ?? [];
  const path = normalise(
    written.startsWith('/') ? decodeAddress(written) : `${folderOf(chapter.source.file)}/${decodeAddress(written)}`,
  );
  if (path === undefined) return { kind: 'missing', path: written };
  const found = manuscript.chapters.find(
    ({ source, slug }) =>
      source.file === path ||
      source.file === `${path}.md` ||
      (!path.includes('/') && slug === path.replace(/\.html?$/, '')),
  );
  if (found) return { kind: 'chapter', chapter: found, fragment };
  if (manuscript.files.has(path)) return { kind: 'file', path };
  // The same letters, put together otherwise: a name typed on one system and a file kept by another.
  const twin = [...manuscript.files].find((file) => file.normalize('NFC') === path.normalize('NFC'));
  return twin === undefined ? { kind: 'missing', path } : { kind: 'file', path: twin };
}

/** An address without its `%20`; as it stands where that is none. */
export function decodeAddress(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A path without `.` and `..`; undefined where it leads out of the folder. */
function normalise(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Gives links and pictures the addresses that they have in an edition. What leads nowhere stays as its words. */
export function resolveTargets(tree: Root, manuscript: Manuscript, chapter: Chapter, house: House): void {
  visitElements(tree, (node, index, parent) => {
    if (node.tagName === 'a' && typeof node.properties.href === 'string') resolveLink(node, manuscript, chapter, house);
    if (node.tagName !== 'img' || !parent || index === undefined) return undefined;
    const target = pointsAt(String(node.properties.src ?? ''), chapter, manuscript);
    const href = target.kind === 'file' ? house.imageHref(target.path) : undefined;
    if (href !== undefined) {
      node.properties.src = href;
      node.properties.alt = String(node.properties.alt ?? '');
      return undefined;
    }
    const alt = String(node.properties.alt ?? '').trim();
    const words: ElementContent[] = alt
      ? [
          {
            type: 'element',
            tagName: 'span',
            properties: { className: ['missing-picture'] },
            children: [{ type: 'text', value: alt }],
          },
        ]
      : [];
    parent.children.splice(index, 1, ...words);
    return index + words.length;
  });
}

function resolveLink(link: Element, manuscript: Manuscript, chapter: Chapter, house: House): void {
  const target = pointsAt(String(link.properties.href), chapter, manuscript);
  if (target.kind === 'chapter') link.properties.href = house.chapterHref(target.chapter) + target.fragment;
  else if (target.kind === 'file') {
    const href = house.imageHref(target.path);
    if (href === undefined) unlink(link);
    else link.properties.href = href;
  } else if (target.kind === 'missing') unlink(link);
}

/** A link that leads nowhere is its words. */
function unlink(link: Element): void {
  link.tagName = 'span';
  link.properties = {};
}

/** The words of a heading as a link has them: `the-long-night`; of the second that is called so, `the-long-night-1`. */
export function fragmentOf(words: string, taken: ReadonlyMap<string, string>): string {
  const slug = slugOf(words);
  let fragment = slug;
  for (let count = 1; taken.has(fragment); count += 1) fragment = `${slug}-${count}`;
  return fragment;
}

/**
 * Links to a heading by its words, `#the-long-night`, get the id that the heading has; those to no place on the page are
 * their words. Asked when all ids are given.
 */
export function settleFragments(tree: Root): void {
  const ids = new Set<string>();
  const bySlug = new Map<string, string>();
  const links: Element[] = [];
  visitElements(tree, (node) => {
    const { id, href } = node.properties;
    if (typeof id === 'string') ids.add(id);
    if (typeof id === 'string' && /^h[1-6]$/.test(node.tagName)) bySlug.set(fragmentOf(textOf(node), bySlug), id);
    if (node.tagName === 'a' && typeof href === 'string' && href.startsWith('#')) links.push(node);
  });
  for (const link of links) {
    const name = decodeAddress(String(link.properties.href).slice(1));
    const id = ids.has(name) ? name : bySlug.get(slugOf(name));
    if (id !== undefined) link.properties.href = `#${id}`;
    else if (name !== '' && name !== 'top') unlink(link);
  }
}
