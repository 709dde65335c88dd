/** The pictures of a manuscript: which of them the site shows, under which names, and how large they are. */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { checkedSvg } from '../editions/epub/svg.ts';
import type { Publication } from '../editions/publication.ts';
import type { Addresses } from './addresses.ts';
import { type Shape, shapeOf } from './shapes.ts';

export interface Picture {
  /** Below `images/`: the path in the manuscript’s folder, in letters that every server and address can bear. */
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

export interface Pictures {
  /** The address of a picture, which counts as used from then on; undefined for what browsers cannot show. */
  readonly href: (path: string) => string | undefined;
  /** Width and height of the picture at an address, where its file says so near its beginning. */
  readonly shape: (href: string) => Shape | undefined;
  /** What tells whether any of them has changed: each with its size and when it was written. */
  readonly state: () => readonly string[];
  readonly all: () => readonly Picture[];
  readonly used: () => readonly Picture[];
}

const shown = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

export function picturesOf({ manuscript, readFile }: Publication, addresses: Addresses): Pictures {
  const names = namesFor([...manuscript.files].filter((path) => shown.test(path)));
  const byHref = new Map<string, string>();
  const hrefs = new Map<string, string | undefined>();
  const picture = (path: string): Picture => ({ name: names.get(path) as string, bytes: () => readFile(path) });
  const find = (path: string): string | undefined => {
    const name = names.get(path);
    if (name === undefined) return undefined;
    try {
      const bytes = readFile(path);
      // A drawing may hold a program; what is not to be trusted is its words.
      if (/\.svg$/i.test(path) && !checkedSvg(bytes)) return undefined;
    } catch {
      // Gone since the folder was read, or unreadable.
      return undefined;
    }
    const href = addresses.to(`images/${name}`);
    byHref.set(href, path);
    return href;
  };
  return {
    href(path) {
      if (!hrefs.has(path)) hrefs.set(path, find(path));
      return hrefs.get(path);
    },
    shape(href) {
      const path = byHref.get(href);
      return path === undefined ? undefined : shapeOf(readFile(path));
    },
    state: () =>
      [...names.keys()].map((path) => {
        const at = statSync(join(manuscript.folder, path), { throwIfNoEntry: false });
        return `${path}\0${at?.size}\0${at?.mtimeMs}`;
      }),
    all: () => [...names.keys()].map(picture),
    used: () => [...new Set(byHref.values())].map(picture),
  };
}

/** A name for each path, all different, also where case does not count. */
function namesFor(paths: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    [...paths].sort().map((path) => {
      const plain = path.replace(/^images\//, '').replace(/[^A-Za-z\d/._-]+/g, '-');
      let name = plain;
      for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = plain.replace(/(\.[^.]*)$/, `-${n}$1`);
      taken.add(name.toLowerCase());
      return [path, name] as const;
    }),
  );
}
