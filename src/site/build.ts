/** The site written to a folder. */

import { fileURLToPath, pathToFileURL } from 'node:url';
import padd from './integration.ts';
import { freshPlace, removeSite } from './shelf.ts';
import { openSite, type SiteOptions } from './site.ts';
import { loadAstro, openWorkshop, packageRoot } from './workshop.ts';

export interface BuildOptions extends Omit<SiteOptions, 'findings'> {
  /** A fresh folder; nothing is written anywhere else. */
  readonly outDir: string;
  /** Is told what goes on. */
  readonly logger?: { readonly step: (what: string) => void } | undefined;
}

/** Builds the site. Throws where a page cannot be made. Several may run at the same time, in one process or in many. */
export async function buildSite({ outDir, logger, ...options }: BuildOptions): Promise<void> {
  const site = openSite(options);
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
      cacheDir: fileURLToPath(new URL('cache/', workshop.url)),
      integrations: [padd({ site, place, workshop: workshop.url })],
    });
  } finally {
    removeSite(place);
    workshop.remove();
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
  }
}
