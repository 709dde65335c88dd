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

let runs = 0;

/** A name that no other run in this process has. */
export const freshPlace = (): string => {
  runs += 1;
  return String(runs);
};

export const putSite = (place: string, site: Site): unknown => sites().set(place, site);
export const removeSite = (place: string): unknown => sites().delete(place);

/** The text of `virtual:padd`: it may import nothing, since it is read on the far side. */
export const moduleFor = (place: string): string =>
  `export const site = globalThis[Symbol.for(${JSON.stringify(KEY)})].get(${JSON.stringify(place)});`;
