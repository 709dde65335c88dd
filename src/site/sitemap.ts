/** What search engines are told: which pages there are, and that they may look at them. */

import { xml } from '../editions/epub/xml.ts';
import { document } from './feeds/atom.ts';
import { instant } from './feeds/entries.ts';
import type { Site } from './site.ts';

/**
 * The pages that are worth finding. Not among them: the page of all chapters, which says the same again, and those that
 * keep back what a reader does not know yet, since an excerpt would tell it. The site’s host must be known.
 */
export function sitemap({ addresses, chapters, changed, publication, news }: Site): string {
  const page = (href: string, modified: string): string =>
    xml('url', {}, [xml('loc', {}, addresses.absolute(href) ?? href), xml('lastmod', {}, modified)]);
  return document(
    xml('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, [
      ...['', 'contents/', 'about/', ...(news.length > 0 ? ['news/'] : [])].map((path) =>
        page(addresses.to(path), publication.modified),
      ),
      ...chapters.map((chapter) => page(chapter.href, instant(changed(chapter)))),
    ]),
  );
}

/** Everybody may look. It is read only at the root of a host; below it, it does no harm. */
export function robots({ addresses }: Site): string {
  const map = addresses.absolute(addresses.to('sitemap.xml'));
  return ['User-agent: *', 'Disallow:', ...(map ? ['', `Sitemap: ${map}`] : []), ''].join('\n');
}
