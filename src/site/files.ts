/** The files beside the pages that machines read: feeds, catalogue, sitemap. */

import { ATOM, atomFeed } from './feeds/atom.ts';
import { JSON_FEED, jsonFeed } from './feeds/json.ts';
import { booksOf, OPDS, opdsCatalogue } from './feeds/opds.ts';
import type { Site } from './site.ts';
import { robots, sitemap } from './sitemap.ts';

export interface SiteFile {
  /** Below the site: `feed.xml`. */
  readonly name: string;
  readonly type: string;
  /** Whether every page says that it is there. */
  readonly told: boolean;
  readonly text: () => string;
}

/** Those that the site has. */
export const filesOf = (site: Site): readonly SiteFile[] => [
  { name: 'feed.xml', type: ATOM, told: true, text: () => atomFeed(site) },
  { name: 'feed.json', type: JSON_FEED, told: true, text: () => jsonFeed(site) },
  ...(booksOf(site).length > 0 ? [{ name: 'opds.xml', type: OPDS, told: true, text: () => opdsCatalogue(site) }] : []),
  // Its addresses have to be whole.
  ...(site.addresses.absolute('/')
    ? [{ name: 'sitemap.xml', type: 'application/xml', told: false, text: () => sitemap(site) }]
    : []),
  { name: 'robots.txt', type: 'text/plain', told: false, text: () => robots(site) },
];
