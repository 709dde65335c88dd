/** The feed of the chapters as JSON Feed 1.1. Where nobody has said where the site will live, it names no addresses. */

import type { Site } from '../site.ts';
import { entriesOf } from './entries.ts';

export const JSON_FEED = 'application/feed+json';

export function jsonFeed(site: Site): string {
  const { story, addresses, strings } = site;
  const at = (href: string): string | undefined => addresses.absolute(href);
  const authors = (story.writers.length > 0 ? story.writers : [strings.anonymous]).map((name) => ({ name }));
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: story.title,
    home_page_url: at(addresses.to('')),
    feed_url: at(addresses.to('feed.json')),
    description: story.description,
    language: site.language,
    authors,
    items: entriesOf(site).map(({ id, title, published, updated, summary, html, page }) => ({
      id,
      url: at(page.href),
      title,
      content_html: html,
      summary,
      image: site.cards && at(site.cards.href(page)),
      date_published: published,
      date_modified: updated,
    })),
  };
  return `${JSON.stringify(feed, undefined, 1)}\n`;
}
