/** Every page, link, id, feed and index of a built site, for each of the small manuscripts. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sitesToBuild } from './built.ts';
import { atomFaults, childrenOf, jsonFaults, opdsFaults, readXml, sitemapOf, wordsOf } from './feeds.ts';
import { type BuiltPage, filesOf, readPage, textOf } from './pages.ts';
import { fileAt } from './serve.ts';

interface Fixture {
  readonly base: string;
  /** Scheme and host, where the story says where it will live. */
  readonly origin?: string;
  readonly chapters: number;
  /** Whether the story wants a search; default: yes. */
  readonly search?: boolean;
  /** Words that no reader may see yet. */
  readonly secrets?: RegExp;
}

const fixtures: Readonly<Record<string, Fixture>> = {
  reading: {
    base: '/shore/',
    origin: 'https://stories.example',
    chapters: 5,
    secrets: /Not yet\.|Not before its day|A Draft|unpublished:/,
  },
  kitchen: {
    base: '/almanac/',
    origin: 'https://example.org',
    chapters: 2,
    secrets: /Page Not Written|Not yet\.|Nobody knows this yet/,
  },
  bare: { base: '/deep/er/', chapters: 1 },
  long: { base: '/far/off/', chapters: 3, secrets: /Zephyrine/ },
  rtl: { base: '/', chapters: 2 },
  japanese: { base: '/ja/', chapters: 2 },
  french: { base: '/', chapters: 2 },
  hostile: { base: '/', chapters: 3 },
  regency: { base: '/', chapters: 2, search: false },
  stock: { base: '/', chapters: 2 },
  mature: { base: '/', chapters: 2 },
  names: { base: '/', chapters: 6 },
  strange: { base: '/', chapters: 10 },
  arabic: { base: '/', chapters: 2 },
};

const { out, build, remove } = sitesToBuild(...Object.keys(fixtures));
beforeAll(build);
afterAll(remove);

/** Others put it there. */
const EPUB = 'story.epub';

describe.each(Object.entries(fixtures))('%s', (name, { base, origin, chapters, secrets, search = true }) => {
  const folder = join(out, name);
  const pages = new Map<string, BuiltPage>();
  let files: string[] = [];
  beforeAll(() => {
    files = filesOf(folder);
    for (const file of files.filter((path) => path.endsWith('.html')))
      pages.set(file, readPage(readFileSync(join(folder, file), 'utf8')));
  });
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const host = origin ?? 'http://site';

  /** What is wrong with an address that stands somewhere in the site; undefined for nothing. */
  function fault(href: string, from: string): string | undefined {
    const { origin: at, pathname, hash } = new URL(href, `${host}${base}${from.replace(/index\.html$/, '')}`);
    if (at !== host) return `${href} leaves the site`;
    const path = decodeURIComponent(pathname);
    if (!path.startsWith(base)) return `${href} leaves ${base}`;
    const within = path.slice(base.length);
    if (within === EPUB) return undefined;
    const file = fileAt(folder, within);
    if (!existsSync(file)) return `${href} leads nowhere`;
    const page = pages.get(file.slice(folder.length + 1));
    return hash && !page?.ids.includes(decodeURIComponent(hash.slice(1))) ? `${href} names no place there` : undefined;
  }

  test('has a page for each published chapter, and no name that some hosts pass over', () => {
    expect([...pages.keys()].filter((file) => file.startsWith('chapters/'))).toHaveLength(chapters);
    expect(files.filter((file) => /(?:^|\/)[_.]/.test(file))).toEqual([]);
  });

  test('every link leads somewhere, every id is there once, every id that is named is there', () => {
    const faults: string[] = [];
    for (const [file, { ids, named, references }] of pages) {
      const told = (words: string): unknown => faults.push(`${file}: ${words}`);
      for (const id of ids.filter((one, i) => ids.indexOf(one) !== i)) told(`id ${id} twice`);
      for (const id of named.filter((one) => !ids.includes(one))) told(`no id ${id}`);
      for (const { from, href } of references) {
        // What an author links to is theirs, also on the same host.
        if (from === 'a' && /^(?:https?:)?\/\//.test(href)) continue;
        const wrong = /^mailto:/.test(href) ? undefined : fault(href, file);
        if (wrong) told(`${from}: ${wrong}`);
      }
    }
    expect(faults).toEqual([]);
  });

  test('every page can be reached from the first, but those that stand for others', () => {
    const seen = new Set<string>();
    const queue = ['index.html'];
    for (const file of queue) {
      if (seen.has(file)) continue;
      seen.add(file);
      for (const { from, href } of pages.get(file)?.references ?? []) {
        if (from !== 'a' || /^(?:https?:|mailto:)/.test(href)) continue;
        const { pathname } = new URL(href, `${host}${base}${file.replace(/index\.html$/, '')}`);
        queue.push(fileAt(folder, decodeURIComponent(pathname).slice(base.length)).slice(folder.length + 1));
      }
    }
    expect([...pages.keys()].filter((file) => !seen.has(file) && !/^(?:404|offline\/index)\.html$/.test(file))).toEqual(
      [],
    );
  });

  /** What comes over the wire, in bytes. */
  const packed = (...texts: readonly string[]): number => texts.reduce((sum, text) => sum + gzipSync(text).length, 0);

  test('no page asks for more than 6 KB of styles', () => {
    for (const [file, { references }] of pages) {
      const sheets = references.filter(({ from }) => from === 'link[stylesheet]').map(({ href }) => href);
      expect(sheets.length, file).toBeGreaterThan(1);
      expect(packed(...sheets.map((href) => read(href.slice(base.length)))), file).toBeLessThanOrEqual(6 * 1024);
    }
  });

  test('all programs of the site together are 4 KB: those of its pages, the one within them, and the worker', () => {
    const programs = files.filter((file) => file.endsWith('.js') && !file.startsWith('pagefind/'));
    // The search comes with its own page alone.
    const own = programs.filter((file) => !file.startsWith('assets/search.'));
    for (const [file, { scripts }] of pages) {
      // Before a story for adults stands one program more.
      const within = scripts.filter(({ src, type }) => src === undefined && type === '').map(({ text }) => text);
      expect(own).toContain('sw.js');
      expect(within[0]).toContain('localStorage.reader');
      const gated = name === 'mature' && /^(?:chapters|all|search)\//.test(file);
      expect(within, file).toHaveLength(gated ? 2 : 1);
      expect(packed(...within, ...own.map(read)), file).toBeLessThanOrEqual(4 * 1024);
    }
    expect(packed(...programs.filter((file) => !own.includes(file)).map(read))).toBeLessThanOrEqual(2.75 * 1024);
  });

  test('around the words a chapter has no more than 2.5 KB', () => {
    for (const file of [...pages.keys()].filter((path) => path.startsWith('chapters/'))) {
      const html = read(file);
      const prose = /<article[\s\S]*<\/article>/.exec(html)?.[0] ?? '';
      expect(packed(html) - packed(prose), file).toBeLessThan(2.5 * 1024);
    }
  });

  test('only a story in Hebrew or Arabic letters brings their typeface, and asks for it on every page', () => {
    const faces = files.filter((file) => /^assets\/(?:vazirmatn|frank-ruhl)/.test(file));
    expect(faces).toHaveLength(name === 'rtl' || name === 'arabic' ? 1 : 0);
    for (const file of faces)
      for (const page of pages.keys()) expect(read(page), page).toContain(`href="${base}${file}"`);
  });

  test('styles ask for nothing from elsewhere', () => {
    for (const file of files.filter((path) => path.endsWith('.css')))
      for (const [, href = ''] of read(file).matchAll(/url\(\s*["']?([^"')]+)/g))
        if (!href.startsWith('data:')) expect(fault(href, file), file).toBeUndefined();
  });

  test('the feeds are what their standards ask for, and tell every chapter', () => {
    const atom = readXml(read('feed.xml'));
    expect(atomFaults(atom)).toEqual([]);
    const json = JSON.parse(read('feed.json'));
    expect(jsonFaults(json)).toEqual([]);
    const entries = childrenOf(atom, 'entry');
    expect(entries).toHaveLength(chapters);
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual(entries.map((entry) => wordsOf(entry, 'id')));
    const linked = [...childrenOf(atom, 'link'), ...entries.flatMap((entry) => childrenOf(entry, 'link'))];
    const hrefs = linked.map((link) => link.getAttribute('href') ?? '');
    for (const { content_html: html, url = base, image = base } of json.items)
      hrefs.push(
        url,
        image,
        ...readPage(html)
          .references.filter(({ from }) => from !== 'a')
          .map(({ href }) => href),
      );
    for (const href of hrefs) expect(fault(href, 'feed.xml')).toBeUndefined();
    if (origin)
      for (const href of hrefs.filter((one) => one !== base))
        expect(href.startsWith(`${origin}${base}`), href).toBe(true);
    else expect(json).not.toHaveProperty('home_page_url');
  });

  test('the catalogue leads to the book', () => {
    const catalogue = readXml(read('opds.xml'));
    expect(opdsFaults(catalogue)).toEqual([]);
    const hrefs = childrenOf(childrenOf(catalogue, 'entry')[0] as never, 'link').map((link) =>
      link.getAttribute('href'),
    );
    expect(hrefs.filter((href) => href?.endsWith(EPUB))).toHaveLength(1);
  });

  test('the sitemap names pages that are there and want to be found; without an address there is none', () => {
    expect(files.includes('sitemap.xml')).toBe(origin !== undefined);
    expect(read('robots.txt')).toMatch(/^User-agent: \*\nDisallow:\n/);
    if (!origin) return;
    const addresses = sitemapOf(read('sitemap.xml'));
    expect(read('robots.txt')).toContain(`Sitemap: ${origin}${base}sitemap.xml\n`);
    expect(addresses.length).toBeGreaterThan(chapters);
    for (const href of addresses) {
      expect(fault(href, 'sitemap.xml')).toBeUndefined();
      const page = fileAt(folder, decodeURIComponent(new URL(href).pathname).slice(base.length));
      expect(pages.get(page.slice(folder.length + 1))?.meta.get('robots'), href).toBeUndefined();
    }
  });

  test('the pages say in the words of schema.org what they are', () => {
    const dataOf = (file: string): Record<string, unknown>[] =>
      (pages.get(file)?.scripts ?? [])
        .filter(({ type }) => type === 'application/ld+json')
        .map(({ text }) => JSON.parse(text));
    const [book, ...more] = dataOf('index.html');
    expect(more).toEqual([]);
    expect(book).toMatchObject({ '@context': 'https://schema.org', '@type': 'Book', isAccessibleForFree: true });
    expect(book?.hasPart).toHaveLength(chapters);
    const positions = [...pages.keys()]
      .filter((file) => file.startsWith('chapters/'))
      .map((file) => {
        const [chapter] = dataOf(file);
        expect(chapter).toMatchObject({ '@type': 'Chapter', isPartOf: { '@type': 'Book', '@id': book?.['@id'] } });
        return chapter?.position as number;
      });
    expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: chapters }, (_, i) => i + 1));
  });

  test('what is shared has a picture of its own where it can have one', () => {
    for (const [file, { meta }] of pages) {
      const image = meta.get('og:image');
      expect(image !== undefined, file).toBe(origin !== undefined);
      if (image === undefined) continue;
      expect(fault(image, file)).toBeUndefined();
      expect(image.includes('/cards/chapters/')).toBe(file.startsWith('chapters/'));
      const png = readFileSync(fileAt(folder, decodeURIComponent(new URL(image).pathname).slice(base.length)));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)].map(String)).toEqual([
        meta.get('og:image:width'),
        meta.get('og:image:height'),
      ]);
    }
  });

  test.skipIf(search)('where no search is wanted there is no page for it, no index, and no link to either', () => {
    expect(files.filter((file) => /search|pagefind/.test(file))).toEqual([]);
    for (const file of pages.keys()) expect(read(file), file).not.toMatch(/search\/|pagefind/);
  });

  test.skipIf(!search)('the search index holds the prose of the published chapters alone', () => {
    const records = files.filter((file) => file.endsWith('.pf_fragment'));
    expect(records).toHaveLength(chapters);
    const order = (JSON.parse(read('pagefind/chapters.json')) as string[][]).flat();
    expect(order.map((id) => `pagefind/fragment/${id}.pf_fragment`).sort()).toEqual(records);
    for (const file of records) expect(textOf(join(folder, file))).not.toMatch(/With thanks to my reader|half written/);
  });

  test.skipIf(!secrets)('what is not published is in no file', () => {
    for (const file of files) expect(textOf(join(folder, file)), file).not.toMatch(secrets as RegExp);
  });
});
