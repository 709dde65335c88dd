/** The feed: Atom, the whole text of the newest chapters, the same bytes for the same manuscript. */

import type { ChapterPage } from './chapters.ts';
import type { Site } from './site.ts';

/** A feed tells what is new; whoever wants it all has the page of all chapters and the EPUB. */
const MOST_ENTRIES = 50;

export function atomFeed(site: Site): string {
  const { story, publication, addresses, strings } = site;
  const own = addresses.to('feed.xml');
  const home = addresses.to('');
  const link = (rel: string, href: string, type: string): string =>
    `<link rel="${rel}" type="${type}" href="${escaped(addresses.absolute(href) ?? href)}"/>`;
  const authors = publication.manuscript.story.authors.map(({ name }) => name);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(site.language)}">`,
    `<title>${escaped(story.title)}</title>`,
    ...(story.description ? [`<subtitle>${escaped(story.description)}</subtitle>`] : []),
    `<id>${escaped(publication.identifier)}</id>`,
    `<updated>${publication.modified}</updated>`,
    ...(authors.length > 0 ? authors : [strings.anonymous]).map(
      (name) => `<author><name>${escaped(name)}</name></author>`,
    ),
    link('self', own, 'application/atom+xml'),
    link('alternate', home, 'text/html'),
    ...(story.rights ? [`<rights>${escaped(story.rights)}</rights>`] : []),
    ...site.chapters
      .slice(-MOST_ENTRIES)
      .reverse()
      .map((page) => entry(page, site, link)),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function entry(page: ChapterPage, site: Site, link: (rel: string, href: string, type: string) => string): string {
  const { publication } = site;
  const date = page.published === undefined ? undefined : isoDay(page.published);
  const title = page.number && !page.hidden ? `${page.number}. ${page.safeTitle}` : page.safeTitle;
  return [
    '<entry>',
    `<title>${escaped(title)}</title>`,
    `<id>${escaped(`${publication.identifier}#${encodeURIComponent(page.slug)}`)}</id>`,
    ...(date ? [`<published>${date}</published>`] : []),
    `<updated>${date ?? publication.modified}</updated>`,
    link('alternate', page.href, 'text/html'),
    ...(page.summary ? [`<summary>${escaped(page.summary)}</summary>`] : []),
    `<content type="html">${escaped(content(page, site))}</content>`,
    '</entry>',
  ].join('\n');
}

/** Content notes first, since a feed has no fold that a reader could leave closed and a chapter does not wait. */
function content(page: ChapterPage, { strings, addresses }: Site): string {
  const notes = page.contentNotes
    .filter(({ spoiler }) => !spoiler)
    .map(({ label, detail }) => escaped(detail ? `${label}: ${detail}` : label));
  const parts = [
    ...(notes.length > 0 ? [`<p><strong>${escaped(strings.contentNotes)}:</strong> ${notes.join('; ')}</p>`] : []),
    ...(page.beforeHtml ? [`<h2>${escaped(strings.authorsNote)}</h2>`, page.beforeHtml, '<hr>'] : []),
    ...(page.hidden ? [`<h2>${escaped(page.title)}</h2>`] : []),
    ...(page.epigraph ? [`<blockquote>${page.epigraph.html}${source(page.epigraph.source)}</blockquote>`] : []),
    page.proseHtml(),
    ...(page.afterHtml ? ['<hr>', `<h2>${escaped(strings.authorsNote)}</h2>`, page.afterHtml] : []),
  ];
  return parts
    .join('\n')
    .replace(/ (href|src)="(\/[^"]*)"/g, (whole, name: string, href: string) =>
      addresses.absolute('/') ? ` ${name}="${addresses.absolute(href)}"` : whole,
    );
}

const source = (words: string | undefined): string => (words ? `<footer>${escaped(words)}</footer>` : '');

const isoDay = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML 1.0, without the characters that it cannot hold. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (mark) => entities[mark] as string);
