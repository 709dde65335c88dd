/** The links and pictures of a chapter, in Markdown and in raw HTML, as they are written. */

import type { Nodes } from 'mdast';
import { parseEntities } from 'parse-entities';
import { visit } from 'unist-util-visit';
import type { Chapter } from './model.ts';
import { spanOf } from './scenes.ts';
import type { Source, Span } from './source.ts';

export interface Pointer {
  readonly kind: 'link' | 'picture';
  readonly address: string;
  /** The words that stand for a picture; undefined where none are given, `''` where HTML says that none are needed. */
  readonly alt?: string;
  readonly span: Span;
  /** The address alone; absent where it is not written as it is meant (escapes). */
  readonly addressSpan?: Span;
}

/** By file, so that an edit of one chapter does not walk the others again. */
const known = new WeakMap<Source, readonly Pointer[]>();

export function pointersIn(chapter: Chapter): readonly Pointer[] {
  let pointers = known.get(chapter.source);
  if (!pointers) {
    // Most chapters have none, and their trees are large.
    pointers = /\]\(|\]\[|\]:|<(?:a|img)\b|<[a-z]+:/i.test(chapter.source.text) ? findPointers(chapter) : [];
    known.set(chapter.source, pointers);
  }
  return pointers;
}

function findPointers({ tree, source }: Chapter): readonly Pointer[] {
  const found: Pointer[] = [];
  const targets = new Map<string, { readonly url: string; readonly span: Span }>();
  visit(tree, 'definition', (node) => {
    if (!targets.has(node.identifier)) targets.set(node.identifier, { url: node.url, span: spanOf(source, node) });
  });
  const add = (kind: Pointer['kind'], address: string, span: Span, written: Span, alt?: string | null): void => {
    const at = address === '' ? -1 : source.text.slice(written.start, written.end).lastIndexOf(address);
    const addressSpan = { source, start: written.start + at, end: written.start + at + address.length };
    const words = alt == null ? {} : { alt };
    found.push({ kind, address, span, ...words, ...(at < 0 ? {} : { addressSpan }) });
  };
  visit(tree, (node: Nodes) => {
    const span = spanOf(source, node as { position?: Parameters<typeof spanOf>[1]['position'] });
    if (node.type === 'link') add('link', node.url, span, span);
    else if (node.type === 'image') add('picture', node.url, span, span, node.alt?.trim() || undefined);
    else if (node.type === 'linkReference' || node.type === 'imageReference') {
      const target = targets.get(node.identifier);
      if (!target) return;
      if (node.type === 'linkReference') add('link', target.url, span, target.span);
      else add('picture', target.url, span, target.span, node.alt?.trim() || undefined);
    } else if (node.type === 'html') {
      for (const { name, attributes, start, end } of tagsIn(source.text.slice(span.start, span.end))) {
        const address = attributes.get(name === 'a' ? 'href' : 'src');
        const tag = { source, start: span.start + start, end: span.start + end };
        if (address === undefined) continue;
        add(
          name === 'a' ? 'link' : 'picture',
          parseEntities(address),
          tag,
          tag,
          name === 'a' ? undefined : attributes.get('alt'),
        );
      }
    }
  });
  return found;
}

interface Tag {
  readonly name: 'a' | 'img';
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
}

const tag = /<!--[\s\S]*?-->|<(a|img)\b((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi;
const attribute = /([a-z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/gi;

function* tagsIn(html: string): Iterable<Tag> {
  for (const match of html.matchAll(tag)) {
    const [whole, name, written = ''] = match;
    if (name === undefined) continue;
    const attributes = new Map(
      [...written.matchAll(attribute)].map(([, key = '', double, single, bare]) => [
        key.toLowerCase(),
        double ?? single ?? bare ?? '',
      ]),
    );
    yield { name: name.toLowerCase() as Tag['name'], attributes, start: match.index, end: match.index + whole.length };
  }
}
