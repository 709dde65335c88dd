/** A built site as a crawler sees it: its files, and what the pages say of themselves and of each other. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

/** The words of a file, whatever it is packed in. */
export function textOf(file: string): string {
  const bytes = readFileSync(file);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString();
}

export interface Reference {
  /** `a`, `link[stylesheet]`, `img` … */
  readonly from: string;
  readonly href: string;
}

export interface BuiltPage {
  readonly ids: readonly string[];
  /** Ids that attributes of the page name. */
  readonly named: readonly string[];
  readonly references: readonly Reference[];
  /** What stands in `script` elements of a type. */
  readonly scripts: readonly { readonly type: string; readonly src: string | undefined; readonly text: string }[];
  /** By name or property. */
  readonly meta: ReadonlyMap<string, string>;
}

const naming = ['for', 'popovertarget', 'aria-describedby', 'aria-labelledby', 'aria-controls', 'list'];

export function readPage(html: string): BuiltPage {
  const elements = [...elementsOf(parse(html))];
  const all = elements.map((element) => ({
    element,
    at: new Map(element.attrs.map(({ name, value }) => [name, value])),
  }));
  return {
    ids: all.flatMap(({ at }) => at.get('id') ?? []),
    named: all.flatMap(({ at }) => naming.flatMap((name) => at.get(name)?.split(/\s+/) ?? [])),
    references: all.flatMap(({ element: { tagName }, at }) => {
      const from = tagName === 'link' ? `link[${at.get('rel')}]` : tagName;
      return ['href', 'src', 'poster', 'data'].flatMap((name) => {
        const href = at.get(name);
        return href === undefined ? [] : [{ from, href }];
      });
    }),
    scripts: all
      .filter(({ element }) => element.tagName === 'script')
      .map(({ element, at }) => ({
        type: at.get('type') ?? '',
        src: at.get('src'),
        text: element.childNodes.map((node) => ('value' in node ? node.value : '')).join(''),
      })),
    meta: new Map(
      all.flatMap(({ element: { tagName }, at }) => {
        const name = at.get('name') ?? at.get('property');
        return tagName === 'meta' && name ? [[name, at.get('content') ?? ''] as const] : [];
      }),
    ),
  };
}

function* elementsOf(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child);
}
