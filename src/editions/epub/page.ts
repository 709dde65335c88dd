/** How the pages of the book are written: elements in few words, and the document around them. */

import type { Element, ElementContent, Properties } from 'hast';
import type { Direction } from '../direction.ts';
import { toXhtml } from '../xhtml.ts';

export type Child = ElementContent | string | undefined | readonly Child[];

/** An element; children that are undefined are left out, strings are text. */
export function h(tagName: string, properties: Properties, ...children: readonly Child[]): Element {
  return { type: 'element', tagName, properties, children: flat(children) };
}

function flat(children: readonly Child[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child === undefined) return [];
    if (typeof child === 'string') return [{ type: 'text', value: child }];
    return Array.isArray(child) ? flat(child) : [child as ElementContent];
  });
}

export interface Page {
  readonly title: string;
  readonly language: string;
  readonly direction: Direction;
  /** `frontmatter`, `bodymatter` or `backmatter`; absent for the cover and the contents. */
  readonly division?: string;
  readonly content: readonly Child[];
}

/** A whole document of the book. */
export function documentOf({ title, language, direction, division, content }: Page): string {
  const html = h(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: language,
      ...(direction === 'rtl' ? { dir: 'rtl' } : {}),
    },
    '\n',
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('title', {}, title),
      h('link', { rel: ['stylesheet'], type: 'text/css', href: 'style.css' }),
    ),
    '\n',
    h('body', division ? { epubType: division } : {}, '\n', content, '\n'),
    '\n',
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n${toXhtml(html)}\n`;
}
