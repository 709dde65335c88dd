/** What the feeds tell of each chapter: the whole text, with its dates and an identity that never changes. */

import { xmlText } from '../../editions/epub/xml.ts';
import { uuidFor } from '../../editions/publication.ts';
import type { ChapterPage } from '../chapters.ts';
import type { Site } from '../site.ts';

export interface FeedEntry {
  readonly page: ChapterPage;
  readonly id: string;
  /** Without what would give something away. */
  readonly title: string;
  /** As `2026-09-01T00:00:00Z`. */
  readonly published: string | undefined;
  readonly updated: string;
  readonly summary: string | undefined;
  readonly html: string;
}

/** A feed tells what is new; whoever wants it all has the page of all chapters and the EPUB. */
const MOST_ENTRIES = 50;

/** The newest chapters, the last one first. */
export const entriesOf = (site: Site): readonly FeedEntry[] =>
  site.chapters
    .slice(-MOST_ENTRIES)
    .reverse()
    .map((page) => entryOf(page, site));

/** When anything that a feed tells last changed. */
export const latestOf = (site: Site, entries: readonly FeedEntry[]): string =>
  [site.publication.modified, ...entries.map(({ updated }) => updated)].reduce((a, b) => (a > b ? a : b));

function entryOf(page: ChapterPage, site: Site): FeedEntry {
  return {
    page,
    id: `${feedId(site)}#${encodeURIComponent(page.slug)}`,
    title: page.safeLabel,
    published: page.published === undefined ? undefined : instant(page.published),
    updated: instant(site.changed(page)),
    summary: page.safeSummary,
    html: htmlOf(page, site),
  };
}

/** The identity of the work as an address, which Atom asks for: of one that is none a UUID is made. */
export function feedId({ publication }: Site): string {
  const id = publication.identifier.trim();
  const sound =
    /^(?!urn:uuid:)[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`#]+$|^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
  return sound.test(id) && URL.canParse(id) ? id : uuidFor(id);
}

/** What a reader may want to be warned of comes first, since a feed has no fold and no gate that could stay closed. */
function htmlOf(page: ChapterPage, { story, strings, addresses }: Site): string {
  const notes = page.contentNotes
    .filter(({ spoiler }) => !spoiler)
    .map(({ label, detail }) => xmlText(detail ? `${label}: ${detail}` : label));
  const { epigraph } = page;
  const facts = (story.gate ?? []).map(({ name, words }) => [name, words.map(xmlText).join(' · ')] as const);
  const said = [...facts, ...(notes.length > 0 ? [[strings.contentNotes, notes.join('; ')] as const] : [])];
  const parts = [
    ...said.map(([name, words]) => `<p><strong>${xmlText(name)}:</strong> ${words}</p>`),
    ...(page.beforeHtml ? [`<h2>${xmlText(strings.authorsNote)}</h2>`, page.beforeHtml, '<hr>'] : []),
    ...(page.hidden ? [`<h2>${xmlText(page.title)}</h2>`] : []),
    ...(epigraph
      ? [
          `<blockquote>${epigraph.html}${epigraph.source ? `<footer>${xmlText(epigraph.source)}</footer>` : ''}</blockquote>`,
        ]
      : []),
    page.proseHtml(),
    ...(page.afterHtml ? ['<hr>', `<h2>${xmlText(strings.authorsNote)}</h2>`, page.afterHtml] : []),
  ];
  // A place in the text is found on the page of the chapter, where nobody knows what page a feed is shown on.
  const whole = (href: string): string =>
    href.startsWith('#') ? (addresses.absolute(page.href + href) ?? href) : (addresses.absolute(href) ?? href);
  return parts
    .join('\n')
    .replace(/ (href|src)="([/#][^"]*)"/g, (_, name: string, href: string) => ` ${name}="${whole(href)}"`);
}

/** A time in milliseconds since 1970, as feeds write it. */
export const instant = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
