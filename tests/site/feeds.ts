/** What RFC 4287, JSON Feed 1.1, OPDS 1.2 and the sitemap protocol ask for, as far as a program can see. */

import { DOMParser, type Element } from '@xmldom/xmldom';

const ATOM = 'http://www.w3.org/2005/Atom';

/** Throws where a text is no XML. */
export function readXml(text: string): Element {
  const problems: string[] = [];
  // A warning is about what an author may well write, such as U+FFFD.
  const onError = (level: string, message: string): unknown => level !== 'warning' && problems.push(message);
  const root = new DOMParser({ onError }).parseFromString(text, 'application/xml').documentElement;
  if (problems.length > 0 || !root) throw new Error(problems.join('\n') || 'empty');
  return root;
}

export const childrenOf = (parent: Element, name: string, space = ATOM): Element[] =>
  [...parent.childNodes].filter(
    (node): node is Element => node.nodeType === 1 && node.localName === name && node.namespaceURI === space,
  );
export const wordsOf = (parent: Element, name: string): string => childrenOf(parent, name)[0]?.textContent ?? '';

/** RFC 3339, as RFC 4287 narrows it. */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const isDate = (text: string): boolean => DATE.test(text) && !Number.isNaN(Date.parse(text));
/** An absolute address of any kind. */
const isIri = (text: string): boolean => /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i.test(text) && URL.canParse(text);

/** How often each element of a feed and an entry may stand: RFC 4287, sections 4.1.1 and 4.1.2. */
const counts: Readonly<Record<string, readonly [least: number, most: number]>> = {
  id: [1, 1],
  title: [1, 1],
  updated: [1, 1],
  published: [0, 1],
  rights: [0, 1],
  subtitle: [0, 1],
  summary: [0, 1],
  content: [0, 1],
  generator: [0, 1],
};

export function atomFaults(feed: Element): string[] {
  const faults: string[] = [];
  if (feed.localName !== 'feed' || feed.namespaceURI !== ATOM) faults.push('no atom:feed');
  const entries = childrenOf(feed, 'entry');
  for (const one of [feed, ...entries]) {
    const name = `${one.localName} ${wordsOf(one, 'id')}`;
    for (const [child, [least, most]] of Object.entries(counts)) {
      const found = childrenOf(one, child).length;
      if (found < least || found > most) faults.push(`${name}: ${found} × ${child}`);
    }
    if (!isIri(wordsOf(one, 'id'))) faults.push(`${name}: its id is no IRI`);
    for (const child of ['updated', 'published'])
      for (const date of childrenOf(one, child)) if (!isDate(date.textContent ?? '')) faults.push(`${name}: ${child}`);
    for (const link of childrenOf(one, 'link'))
      if (!link.getAttribute('href')) faults.push(`${name}: a link to nothing`);
    const alternates = childrenOf(one, 'link').filter(
      (link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate',
    );
    const kinds = alternates.map((link) => `${link.getAttribute('type')} ${link.getAttribute('hreflang')}`);
    if (new Set(kinds).size < kinds.length) faults.push(`${name}: two alternates of one kind`);
    if (one !== feed && childrenOf(one, 'content').length === 0 && alternates.length === 0)
      faults.push(`${name}: neither content nor alternate`);
    for (const author of childrenOf(one, 'author')) if (!wordsOf(author, 'name')) faults.push(`${name}: author`);
    for (const text of ['title', 'summary', 'content', 'rights', 'subtitle'])
      for (const found of childrenOf(one, text)) {
        const type = found.getAttribute('type') ?? 'text';
        if (!['text', 'html'].includes(type)) faults.push(`${name}: ${text} of type ${type}`);
        if (childElements(found) > 0) faults.push(`${name}: elements in ${text}`);
      }
  }
  const anonymous = childrenOf(feed, 'author').length === 0;
  if (anonymous && entries.some((entry) => childrenOf(entry, 'author').length === 0)) faults.push('no author');
  if (!childrenOf(feed, 'link').some((link) => link.getAttribute('rel') === 'self')) faults.push('no link to itself');
  const ids = entries.map((entry) => wordsOf(entry, 'id'));
  if (new Set(ids).size < ids.length) faults.push('an id twice');
  return faults;
}

const childElements = (parent: Element): number =>
  [...parent.childNodes].filter(({ nodeType }) => nodeType === 1).length;

export function opdsFaults(feed: Element): string[] {
  const faults = atomFaults(feed);
  const links = (one: Element, rel: string): Element[] =>
    childrenOf(one, 'link').filter((link) => link.getAttribute('rel')?.startsWith(rel));
  for (const rel of ['self', 'start'])
    if (!links(feed, rel)[0]?.getAttribute('type')?.includes('profile=opds-catalog;kind=acquisition'))
      faults.push(`${rel} is no acquisition feed`);
  for (const entry of childrenOf(feed, 'entry')) {
    const books = links(entry, 'http://opds-spec.org/acquisition');
    if (books.length === 0 || books.some((link) => !link.getAttribute('type'))) faults.push('no book of a known kind');
    for (const image of links(entry, 'http://opds-spec.org/image'))
      if (!/^image\/(?:jpeg|png|gif)$/.test(image.getAttribute('type') ?? '')) faults.push('an image of another kind');
  }
  return faults;
}

interface JsonFeed {
  readonly version: string;
  readonly title: string;
  readonly home_page_url?: string;
  readonly feed_url?: string;
  readonly authors: readonly { readonly name?: string }[];
  readonly items: readonly JsonItem[];
}

export interface JsonItem {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  readonly image?: string;
  readonly content_html: string;
  readonly date_published?: string;
  readonly date_modified: string;
}

export function jsonFaults(feed: JsonFeed): string[] {
  const faults: string[] = [];
  if (feed.version !== 'https://jsonfeed.org/version/1.1') faults.push('version');
  if (!feed.title) faults.push('title');
  const addresses = [feed.home_page_url, feed.feed_url, ...feed.items.flatMap(({ url, image }) => [url, image])];
  for (const url of addresses) if (url !== undefined && !/^https?:\/\/\S+$/.test(url)) faults.push(`address ${url}`);
  if (feed.authors.length === 0 || feed.authors.some(({ name }) => !name)) faults.push('authors');
  for (const { id, content_html, date_published, date_modified } of feed.items) {
    if (!id || typeof id !== 'string') faults.push('an item without id');
    if (typeof content_html !== 'string') faults.push(`${id}: no content`);
    for (const date of [date_published, date_modified])
      if (date !== undefined && !isDate(date)) faults.push(`${id}: ${date}`);
  }
  if (new Set(feed.items.map(({ id }) => id)).size < feed.items.length) faults.push('an id twice');
  return faults;
}

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The addresses that a sitemap names. Throws where it is none. */
export function sitemapOf(text: string): string[] {
  const root = readXml(text);
  if (root.localName !== 'urlset' || root.namespaceURI !== SITEMAP) throw new Error('no urlset');
  return childrenOf(root, 'url', SITEMAP).map((url) => {
    const [modified] = childrenOf(url, 'lastmod', SITEMAP);
    if (modified && !isDate(modified.textContent ?? '')) throw new Error(`lastmod ${modified.textContent}`);
    return childrenOf(url, 'loc', SITEMAP)[0]?.textContent ?? '';
  });
}
