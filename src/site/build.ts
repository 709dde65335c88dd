/** The site written to a folder. */

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeCache } from './cache.ts';
import { completeSite } from './complete.ts';
import { memoryIn } from './memory.ts';
import { pressIn } from './press/press.ts';
import { printPages } from './press/print.ts';
import { stockIn } from './press/stock.ts';
import { beginIndex } from './search.ts';
import { freshPlace, putSite, removeSite } from './shelf.ts';
import { openSite, type SiteOptions } from './site.ts';
import { openWorkshop } from './workshop.ts';

export interface BuildOptions extends Omit<SiteOptions, 'findings' | 'memory'> {
  /** A fresh folder; nothing is written anywhere else. */
  readonly outDir: string;
  /** A folder that nobody else uses, for what the next build need not make again; default: none. */
  readonly cache?: string | undefined;
  /** Is told what goes on. */
  readonly logger?: { readonly step: (what: string) => void } | undefined;
}

/** Builds the site. Throws where a page cannot be made. Several may run at the same time, in one process or in many. */
export async function buildSite({ outDir, cache: path, logger, ...options }: BuildOptions): Promise<void> {
  const cache = path === undefined ? undefined : takeCache(path);
  const memory = cache && memoryIn(join(cache.folder, 'prose.jsonl'));
  const site = openSite({ ...options, memory });
  const search = site.searchable ? beginIndex(site) : undefined;
  const place = freshPlace();
  const workshop = openWorkshop();
  try {
    logger?.step('building the site');
    putSite(place, site);
    const press = await pressIn(join(cache?.folder ?? fileURLToPath(workshop.url), 'press'), site, place);
    cpSync(press.files, outDir, { recursive: true });
    const stock = cache && stockIn(join(cache.folder, 'stock'));
    await printPages(site, press, outDir, stock);
    await completeSite(site, outDir, search);
    stock?.save();
    memory?.save();
    cache?.keep();
  } catch (error) {
    search?.stop();
    cache?.drop();
    throw error;
  } finally {
    removeSite(place);
    workshop.remove();
  }
}
