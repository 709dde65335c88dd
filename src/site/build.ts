/** The site written to a folder. */

import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { takeCache } from './cache.ts';
import padd from './integration.ts';
import { memoryIn } from './memory.ts';
import { freshPlace, removeSite } from './shelf.ts';
import { openSite, type SiteOptions } from './site.ts';
import { loadAstro, openWorkshop, packageRoot } from './workshop.ts';

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
  const place = freshPlace();
  const workshop = openWorkshop();
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    logger?.step('building the site');
    const { build } = await loadAstro();
    await build({
      root: fileURLToPath(packageRoot),
      configFile: false,
      logLevel: 'error',
      outDir: fileURLToPath(pathToFileURL(`${outDir}/`)),
      cacheDir: cache ? join(cache.folder, 'astro') : fileURLToPath(new URL('cache/', workshop.url)),
      experimental: { incrementalBuild: cache !== undefined },
      integrations: [padd({ site, place, workshop: workshop.url })],
    });
    memory?.save();
    cache?.keep();
  } catch (error) {
    cache?.drop();
    throw error;
  } finally {
    removeSite(place);
    workshop.remove();
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
  }
}
