/** What a site has beside its printed pages, and only once they are there. */

import { writeOffline } from './offline.ts';
import { type SearchIndex, searchIndexOf, writeSearchIndex } from './search.ts';
import type { Site } from './site.ts';

/** Begins the index of a site that has a search, beside us; what goes wrong is told when the site is completed. */
export function beginSearch(site: Site): Promise<SearchIndex> | undefined {
  if (!site.searchable) return undefined;
  const search = searchIndexOf(site);
  search.catch(() => {});
  return search;
}

/** Puts the list of what may be kept, and the search behind it: nobody keeps the index of a story that they have whole. */
export async function completeSite(site: Site, folder: string, search?: Promise<SearchIndex>): Promise<void> {
  writeOffline(folder, site.speech.size);
  if (search) writeSearchIndex(await search, folder);
}
