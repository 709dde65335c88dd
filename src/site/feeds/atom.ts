/** The feed of the chapters as Atom (RFC 4287): the same bytes for the same manuscript. */

import { xml } from '../../editions/epub/xml.ts';
import type { Site } from '../site.ts';
import { entriesOf, type FeedEntry, feedId, latestOf } from './entries.ts';

export const ATOM = 'application/atom+xml';

export function atomFeed(site: Site): string {
  const { story, addresses } = site;
  const entries = entriesOf(site);
  return document(
    xml('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': site.language }, [
      xml('title', {}, story.title),
      ...(story.description ? [xml('subtitle', {}, story.description)] : []),
      xml('id', {}, feedId(site)),
      xml('updated', {}, latestOf(site, entries)),
      ...authorsOf(site),
      linkTo(site, 'self', addresses.to('feed.xml'), ATOM),
      linkTo(site, 'alternate', addresses.to(''), 'text/html'),
      ...(story.rights ? [xml('rights', {}, story.rights)] : []),
      ...entries.map((entry) => entryOf(entry, site)),
    ]),
  );
}

function entryOf({ id, title, published, updated, summary, html, page }: FeedEntry, site: Site): string {
  return xml('entry', {}, [
    xml('title', {}, title),
    xml('id', {}, id),
    ...(published ? [xml('published', {}, published)] : []),
    xml('updated', {}, updated),
    linkTo(site, 'alternate', page.href, 'text/html'),
    ...(summary ? [xml('summary', {}, summary)] : []),
    xml('content', { type: 'html' }, html),
  ]);
}

export const document = (root: string): string => `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;

/** An address without its host is one as well: it is read from where the feed lies. */
export const linkTo = (site: Site, rel: string, href: string, type: string, more: { length?: number } = {}): string =>
  xml('link', { rel, type, href: site.addresses.absolute(href) ?? href, ...more }, []);

/** Atom asks for one at least. */
export function authorsOf({ story, strings }: Site): string[] {
  const names = story.writers.length > 0 ? story.writers : [strings.anonymous];
  return names.map((name) => xml('author', {}, [xml('name', {}, name)]));
}
