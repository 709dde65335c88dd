/** The site written to a folder. */

import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { completeSite } from './complete.ts';
import { pressIn } from './press/press.ts';
import { printPages } from './press/print.ts';
import { stockIn } from './press/stock.ts';
import { beginIndex } from './search.ts';
import { freshPlace, putSite, removeSite } from './shelf.ts';
import { openSite, type SiteOptions } from './site.ts';
import { openWorkshop } from './workshop.ts';

export interface BuildOptions extends Omit<SiteOptions, 'findings'> {
  /**
   * A folder with what an earlier run has left in it, and under a name that no run of this process has had: what is loaded
   * from it stays loaded. Default: none.
   */
  readonly kept?: string | undefined;
}

/** A site that is being built. */
export interface Building {
  /** Writes it into a fresh folder, and nothing anywhere else. Throws where a page cannot be made. */
  readonly finish: (outDir: string) => Promise<void>;
  /**
   * Keeps for the next build what it can use, once the site is in its place. What is kept lies partly in the old site, where
   * there was one: it is to be removed after that.
   */
  readonly settle: (shown: string, old?: string) => void;
  /** Nobody wants it any more. */
  readonly stop: () => void;
}

/**
 * Begins what works beside us: the index of the search. What may happen meanwhile, happens before `finish`. Several sites
 * may be built at the same time, in one process or in many.
 */
export function beginSite({ kept, ...options }: BuildOptions): Building {
  const site = openSite(options);
  const stock = kept === undefined ? undefined : stockIn(join(kept, 'stock'));
  const index = kept !== undefined && stock ? { stock, list: join(kept, 'index.json') } : undefined;
  const search = site.searchable ? beginIndex(site, index) : undefined;
  return {
    stop: () => search?.stop(),
    settle(shown, old) {
      try {
        stock?.settle(shown, old);
      } catch {
        // The site is there; the next build makes all anew.
        if (kept !== undefined) rmSync(join(kept, 'stock'), { recursive: true, force: true });
      }
    },
    async finish(outDir) {
      const place = freshPlace();
      const workshop = openWorkshop();
      try {
        putSite(place, site);
        const at = join(kept ?? fileURLToPath(workshop.url), 'press');
        const press = await pressIn(at, site, place, workshop.url);
        cpSync(press.files, outDir, { recursive: true });
        await printPages(site, press, outDir, stock);
        await completeSite(site, outDir, search);
      } catch (error) {
        search?.stop();
        throw error;
      } finally {
        removeSite(place);
        workshop.remove();
      }
    },
  };
}
