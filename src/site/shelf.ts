/**
 * Where a site lies between the two module graphs of Astro: the integration puts it there, and `virtual:padd` takes it out
 * for the pages. Each run has a place of its own, so that two builds in one process do not meet.
 */

import type { Site } from './site.ts';

const KEY = 'padd.sites';

type Shelf = { [key: symbol]: Map<string, Site> | undefined };

function sites(): Map<string, Site> {
  const shelf = globalThis as Shelf;
  const key = Symbol.for(KEY);
  shelf[key] ??= new Map();
  return shelf[key];
}

const taken = new Set<string>();

/**
 * A name that no other run in this process has now. It is the first that is free, since pages see it: under another name
 * they would be other pages, and nothing that an earlier run has made would be theirs.
 */
export function freshPlace(): string {
  let n = 1;
  while (taken.has(String(n))) n += 1;
  taken.add(String(n));
  return String(n);
}

export const putSite = (place: string, site: Site): unknown => sites().set(place, site);

export function removeSite(place: string): void {
  sites().delete(place);
  taken.delete(place);
}

/** The text of `virtual:padd`: it may import nothing, since it is read on the far side. */
export const moduleFor = (place: string): string =>
  `export const site = globalThis[Symbol.for(${JSON.stringify(KEY)})].get(${JSON.stringify(place)});`;
