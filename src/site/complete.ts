/** What a site has beside its printed pages, and only once they are there. */

import { writeOffline } from './offline.ts';
import type { Indexing } from './search.ts';
import type { Site } from './site.ts';

/** Puts the list of what may be kept, and the search behind it: nobody keeps the index of a story that they have whole. */
export async function completeSite(site: Site, folder: string, search?: Indexing): Promise<void> {
  writeOffline(folder, site.speech.size);
  await search?.write(folder);
}
