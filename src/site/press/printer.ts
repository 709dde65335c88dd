/**
 * What Astro makes of the pages for printing them later: all code in one place, the way in being this module. It runs from
 * a folder where no package can be found.
 */

import type { RouteData } from 'astro';
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';

/** A page or a file, as a page's own module has named it. */
export interface Sheet {
  /** `/chapters/arrival`, `/feed.xml`; below the site, whatever path that lives at. */
  readonly pathname: string;
  readonly route: RouteData;
  /** Of all that it is made from, where its module says so. */
  readonly cacheKey?: string | undefined;
}

export interface Printer {
  readonly sheets: () => Promise<readonly Sheet[]>;
  /** @param url the whole address of the sheet */
  readonly print: (sheet: Sheet, url: URL) => Promise<Response>;
}

const app = createApp({ streaming: false });
// A server would send a page that says so; a site of which a page cannot be made is not built.
app.renderError = (request, { error, status }) => {
  throw error ?? new Error(`${request.url}: ${status}`);
};

export const sheets: Printer['sheets'] = () => new StaticPaths(app).getAll();

export const print: Printer['print'] = ({ route }, url) => app.render(new Request(url), { routeData: route });
