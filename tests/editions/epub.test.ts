/** The EPUB's own tests: what EPUBCheck does not look at, and what must be so before it is worth asking. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import fc from 'fast-check';
import type { Nodes, Root } from 'hast';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { languageTag } from '../../src/editions/direction.ts';
import { documentOf, h } from '../../src/editions/epub/page.ts';
import { sortName, sortTitle } from '../../src/editions/epub/sorting.ts';
import { checkedSvg } from '../../src/editions/epub/svg.ts';
import { xml } from '../../src/editions/epub/xml.ts';
import { epub } from '../../src/editions/epub.ts';
import { factsOf } from '../../src/editions/facts.ts';
import { memoryIn } from '../../src/editions/memory.ts';
import { openPublication } from '../../src/editions/publication.ts';
import { wordsOf } from '../../src/editions/words.ts';
import { typeset } from '../../src/manuscript/typeset.ts';
import { placeOf } from '../../src/reports/text.ts';
import { manuscriptOf } from '../stock.ts';
import {
  elements,
  hasClass,
  manuscripts,
  NOW,
  named,
  readXml,
  textOf,
  type Unpacked,
  unpack,
  unpackBookOf,
  type XmlElement,
} from './unpack.ts';

const root = join(import.meta.dirname, '../..');
const folders = ['bare', 'kitchen-sink', 'french', 'japanese', 'right-to-left', 'hostile-markdown', 'stock'] as const;
const books = new Map<string, Unpacked>();
const book = (folder: (typeof folders)[number]): Unpacked => books.get(folder) as Unpacked;

beforeAll(async () => {
  for (const folder of folders) books.set(folder, await unpack(folder));
}, 120_000);

const isPage = (path: string): boolean => path.endsWith('.xhtml');
const attribute = (element: XmlElement, name: string): string => element.attributes[name] ?? '';
const metas = (opf: XmlElement, property: string): string[] =>
  named(opf, 'meta').flatMap((meta) => (meta.attributes.property === property ? [textOf(meta)] : []));

describe('the container', () => {
  it('begins with the bytes of an uncompressed mimetype without an extra field', () => {
    const head = Buffer.from(book('bare').bytes.subarray(0, 58));
    expect(head.readUInt32LE(0)).toBe(0x04034b50);
    expect({ method: head.readUInt16LE(8), name: head.readUInt16LE(26), extra: head.readUInt16LE(28) }).toEqual({
      method: 0,
      name: 8,
      extra: 0,
    });
    expect(head.toString('latin1', 30)).toBe('mimetypeapplication/epub+zip');
  });

  it.each(folders)('of %s holds the files of its manifest and no others, in ASCII names', (folder) => {
    const { paths, document } = book(folder);
    const items = named(document('OEBPS/content.opf'), 'item').map((item) => `OEBPS/${attribute(item, 'href')}`);
    const own = ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf'];
    expect(new Set(paths)).toEqual(new Set([...items, ...own]));
    expect(new Set(items).size).toBe(items.length);
    for (const path of paths) expect(path).toMatch(/^[A-Za-z0-9./-]+$/);
  });

  it('comes with a cover for shops', () => {
    expect(book('kitchen-sink').beside).toEqual(['the-keepers-almanac-cover.jpg']);
  });
});

describe('the same bytes', () => {
  const digest = (folder: string, zone: string, locale: string): string =>
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `import { createHash } from 'node:crypto';
         import { epub } from ${JSON.stringify(join(import.meta.dirname, '../../src/editions/epub.ts'))};
         import { openPublication } from ${JSON.stringify(join(import.meta.dirname, '../../src/editions/publication.ts'))};
         import { readManuscript } from ${JSON.stringify(join(import.meta.dirname, '../../src/manuscript/read.ts'))};
         const files = await epub.publish(openPublication(readManuscript(process.argv[1]), { now: ${NOW} }));
         for (const { bytes } of files) console.log(createHash('sha256').update(bytes).digest('hex'));`,
        join(manuscripts, folder),
      ],
      { encoding: 'utf8', env: { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale, LANGUAGE: locale } },
    );

  /** Nodes on this machine: the one that runs this, the one that Padd brings, and the system's. */
  const nodes = [
    ...new Set(
      [
        process.execPath,
        join(root, 'node_modules/.bin/node'),
        ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node')),
      ]
        .filter((path) => existsSync(path))
        .map((path) => realpathSync(path)),
    ),
  ];

  it('whichever Node starts Padd', () => {
    const out = mkdtempSync(join(tmpdir(), 'padd-nodes-'));
    const digests = nodes.map((node) => {
      const args = [join(root, 'bin/padd.js'), 'epub', join(manuscripts, 'kitchen-sink'), '--no-lint', '--out', out];
      execFileSync(node, [...args, '--date', '2026-09-01'], { stdio: 'ignore' });
      const files = readdirSync(out)
        .sort()
        .map((file) => readFileSync(join(out, file)));
      return createHash('sha256').update(Buffer.concat(files)).digest('hex');
    });
    rmSync(out, { recursive: true });
    expect(digests).toEqual(digests.map(() => digests[0]));
  });

  it.each(['kitchen-sink', 'japanese'])(
    'of %s on both sides of the date line, and whatever the system speaks',
    (folder) => {
      const east = digest(folder, 'Pacific/Kiritimati', 'C');
      expect(east).toMatch(/^[\da-f]{64}\n[\da-f]{64}\n$/);
      expect(digest(folder, 'America/Los_Angeles', 'tr_TR.UTF-8')).toBe(east);
    },
  );
});

describe.each(folders)('every document of %s', (folder) => {
  it('is well-formed, with a language', () => {
    const { paths, document } = book(folder);
    for (const path of paths.filter((name) => /\.(?:xhtml|opf|ncx|xml)$/.test(name))) {
      const root = document(path);
      if (!isPage(path)) continue;
      expect(root.attributes.lang, path).toBeTruthy();
      expect(root.attributes['xml:lang'], path).toBe(root.attributes.lang);
    }
  });

  it('has no id twice, and no link that leads nowhere', () => {
    const { paths, document } = book(folder);
    const ids = new Map<string, Set<string>>();
    for (const path of paths.filter(isPage)) {
      const all = [...elements(document(path))].flatMap(({ attributes }) => attributes.id ?? []);
      expect(new Set(all).size, path).toBe(all.length);
      ids.set(path.slice('OEBPS/'.length), new Set(all));
    }
    for (const path of paths.filter((name) => isPage(name) || name.endsWith('.ncx'))) {
      for (const element of elements(document(path))) {
        const to = element.attributes.href ?? element.attributes.src;
        if (to === undefined || /^(?:https?|mailto):/.test(to)) continue;
        const [file = '', fragment] = to.split('#');
        const target = file === '' ? path.slice('OEBPS/'.length) : file;
        expect(paths, `${path} → ${to}`).toContain(`OEBPS/${target}`);
        if (fragment !== undefined) expect(ids.get(target), `${path} → ${to}`).toContain(fragment);
      }
    }
  });

  it('has one heading of the first rank, and none below that skips a rank', () => {
    const { paths, document } = book(folder);
    for (const path of paths.filter((name) => isPage(name) && !name.endsWith('cover.xhtml'))) {
      const ranks = [...elements(document(path))].flatMap(({ name }) =>
        /^h[1-6]$/.test(name) ? [Number(name[1])] : [],
      );
      expect(
        ranks.filter((rank) => rank === 1),
        path,
      ).toHaveLength(1);
      for (const [index, rank] of ranks.entries()) expect(rank - (ranks[index - 1] ?? 0), path).toBeLessThanOrEqual(1);
    }
  });

  it('has no element that says nothing', () => {
    const { paths, document } = book(folder);
    for (const path of paths.filter(isPage))
      for (const { attributes } of named(document(path), 'span')) expect(attributes, path).not.toEqual({});
  });

  it('runs and fetches nothing', () => {
    const { paths, document } = book(folder);
    for (const path of paths.filter(isPage)) {
      for (const { name, attributes } of elements(document(path))) {
        expect(name).not.toMatch(/^(?:script|iframe|object|embed|form|style|base|video|audio)$/);
        for (const key of Object.keys(attributes)) expect(key).not.toMatch(/^(?:on|data-|style$)/);
        if (name === 'img') expect(attributes.src).toMatch(/^(?:cover|picture-\d+)\.\w+$/);
      }
    }
  });
});

describe('any text at all', () => {
  it('gives well-formed pages and packages', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', ']]>', '\ud800', '\u0000', '&#0;', '-->'),
        (some, odd) => {
          const text = `${some}${odd}${some}`;
          const page = {
            title: text,
            language: 'en',
            direction: 'ltr',
            content: [h('p', { title: text }, text)],
          } as const;
          readXml(documentOf(page));
          readXml(xml('meta', { content: text }, text));
        },
      ),
    );
  });
});

describe('the words', () => {
  const spoken = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const wordsOf = (node: Nodes, without: (node: Nodes) => boolean): string => {
    if (without(node)) return '';
    return 'value' in node
      ? node.value
      : 'children' in node
        ? node.children.map((child) => wordsOf(child, without)).join('')
        : '';
  };
  const madeByHouse = (node: Nodes): boolean =>
    node.type === 'element' &&
    // The parentheses of a ruby stay on the site alone, as EPUB advises.
    (node.tagName === 'rp' ||
      node.properties.dataFootnoteBackref !== undefined ||
      (Array.isArray(node.properties.className) && node.properties.className.includes('notes-title')));
  const madeByBook = (element: XmlElement): boolean =>
    ['skip', 'note-number', 'label'].some((name) => hasClass(element, name));

  it.each(folders)('of %s are all there, in their order', (folder) => {
    const { publication, document } = book(folder);
    for (const chapter of publication.chapters) {
      const tree: Root = typeset(publication.manuscript, chapter, {
        chapterHref: () => '',
        imageHref: (path) => path,
        words: { notes: 'Notes', backToText: 'Back' },
      });
      const page = document(`OEBPS/chapter-${String(chapter.index + 1).padStart(3, '0')}.xhtml`);
      const section = named(page, 'section')[0] as XmlElement;
      const prose = section.children.filter(
        (child): child is XmlElement =>
          typeof child !== 'string' &&
          hasClass(child, 'prose') &&
          named(child, 'blockquote').every((quotation) => !hasClass(quotation, 'epigraph')),
      );
      // A picture that cannot be shown is its words, which are not in the tree that shows all pictures.
      const printed = prose.map((part) =>
        textOf(part, (element) => madeByBook(element) || hasClass(element, 'missing-picture')),
      );
      const typesetWords = wordsOf(
        tree,
        (node) =>
          madeByHouse(node) ||
          (node.type === 'element' && String(node.properties.className ?? '').includes('missing-picture')),
      );
      expect(spoken(printed.join('\n'))).toEqual(spoken(typesetWords));
    }
  });
});

describe('the package document', () => {
  it('of a story without a word about itself is whole', () => {
    const opf = book('bare').document('OEBPS/content.opf');
    expect(textOf(named(opf, 'dc:title')[0] as XmlElement)).toBe('The ferry');
    expect(textOf(named(opf, 'dc:identifier')[0] as XmlElement)).toMatch(/^urn:uuid:/);
    expect(metas(opf, 'dcterms:modified')[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(metas(opf, 'schema:accessMode')).toEqual(['textual']);
    expect(metas(opf, 'schema:accessibilityHazard')).toEqual(['none']);
    expect(metas(opf, 'dcterms:conformsTo')).toEqual([]);
  });

  it('says what story.yaml says', () => {
    const { document, publication } = book('kitchen-sink');
    const opf = document('OEBPS/content.opf');
    const all = (name: string): string[] => named(opf, name).map((element) => textOf(element));
    expect(all('dc:identifier')).toEqual([publication.identifier]);
    expect(all('dc:title')).toEqual(['The Keeper’s Almanac', 'Being Everything That a Page Can Hold']);
    expect(metas(opf, 'file-as')).toEqual([
      'Keeper’s Almanac, The',
      'Being Everything That a Page Can Hold',
      'Keeper, A.',
      'Lowell, Ruth',
      'Finch, Otis',
      'Quill, Mara',
      'Padd',
      'Lamp Room Press, The',
    ]);
    expect(all('dc:creator')).toEqual(['A. Keeper', 'Ruth Lowell']);
    expect(all('dc:contributor')).toEqual(['Otis Finch', 'Mara Quill', 'Padd']);
    expect(metas(opf, 'role')).toEqual(['aut', 'aut', 'edt', 'cov', 'bkp']);
    expect(all('dc:subject')[0]).toBe('Science Fiction');
    expect(all('dc:subject')).toEqual([
      'Science Fiction',
      'Fan Fiction',
      'Original Work',
      'Star Trek: The Lamp Years',
      'Mira Okoro & Tam Ruiz',
      'Mira Okoro/Sorel',
      'Mira Okoro',
      'Tam Ruiz',
      'Sorel',
      'Lighthouses',
      'Slow Burn & Fast Weather',
      '1 < 2',
    ]);
    expect(all('dc:date')).toEqual(['2026-03-01']);
    expect(all('dc:source')).toEqual(['https://example.org/almanac/']);
    expect(all('dc:publisher')).toEqual(['The Lamp Room Press']);
    expect(all('dc:rights')).toEqual(['© 2026 A. Keeper and Ruth Lowell. CC-BY-4.0']);
    expect(metas(opf, 'dcterms:license')).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
    expect(metas(opf, 'schema:timeRequired')).toEqual(['PT2M']);
    expect(metas(opf, 'schema:contentRating')).toEqual(['Teen And Up Audiences']);
    expect(metas(opf, 'schema:creativeWorkStatus')).toEqual(['complete']);
    expect(all('dc:language')).toEqual(['en']);
    expect(metas(opf, 'dcterms:modified')).toEqual(['2026-09-01T00:00:00Z']);
    expect(metas(opf, 'display-seq')).toEqual(['1', '2', '3', '4']);
    expect(metas(opf, 'collection-type')).toEqual(['series']);
    expect(metas(opf, 'title-type')).toEqual(['main', 'subtitle']);
    const legacy = named(opf, 'meta').flatMap(({ attributes: { name, content } }) => (name ? [[name, content]] : []));
    expect(legacy).toEqual([
      ['cover', 'cover-image'],
      ['calibre:series', 'The Lamp Years'],
      ['calibre:series_index', '2'],
    ]);
    expect(all('dc:description')[0]).toMatch(/^A lighthouse .* keeps an almanac, .*\nTwo chapters/s);
    expect(metas(opf, 'belongs-to-collection')).toEqual(['The Lamp Years']);
    expect(metas(opf, 'group-position')).toEqual(['2']);
    expect(metas(opf, 'schema:accessMode')).toEqual(['textual', 'visual']);
    expect(metas(opf, 'schema:accessibilityFeature')).toContain('alternativeText');
    expect(metas(opf, 'dcterms:conformsTo')).toEqual(['EPUB Accessibility 1.1 - WCAG 2.2 Level AA']);
    expect(metas(opf, 'a11y:certifiedBy')).toEqual(['Ada Reader']);
  });

  it('writes the name of the old cover before its content', () => {
    expect(book('bare').text('OEBPS/content.opf')).toContain('<meta name="cover" content="cover-image"/>');
  });

  it.each([
    ['right-to-left', 'rtl'],
    ['japanese', undefined],
  ] as const)('of %s turns its pages to %s', (folder, direction) => {
    const opf = book(folder).document('OEBPS/content.opf');
    expect(named(opf, 'spine')[0]?.attributes['page-progression-direction']).toBe(direction);
    expect(book(folder).document('OEBPS/chapter-001.xhtml').attributes.dir).toBe(direction);
  });
});

describe('the navigation', () => {
  it('lists parts with their chapters, in the order of the spine, and hides what would give something away', () => {
    const { document } = book('kitchen-sink');
    const nav = document('OEBPS/toc.xhtml');
    const links = named(named(nav, 'nav')[0] as XmlElement, 'a');
    expect(links.map((link) => textOf(link))).toEqual([
      'Prologue',
      'Part One: The Page',
      '1. What a Page Holds\u00a0— “Everything”',
      'Part Two: The Other Page',
      'Chapter 2',
      'Coda',
      'About this story',
      'Colophon',
    ]);
    const ncx = document('OEBPS/toc.ncx');
    expect(named(ncx, 'content').map((content) => content.attributes.src)).toEqual(
      links.map((link) => link.attributes.href),
    );
    expect(named(ncx, 'navPoint').map((point) => point.attributes.playOrder)).toEqual(
      links.map((_, index) => String(index + 1)),
    );
    const opf = document('OEBPS/content.opf');
    const files = new Map(named(opf, 'item').map(({ attributes }) => [attributes.id, attributes.href]));
    const spine = named(opf, 'itemref').map(({ attributes }) => files.get(attributes.idref));
    expect(spine.slice(0, 3)).toEqual(['cover.xhtml', 'title.xhtml', 'toc.xhtml']);
    expect(spine.slice(3)).toEqual(links.map((link) => link.attributes.href));
    const uid = named(ncx, 'meta').find(({ attributes }) => attributes.name === 'dtb:uid');
    expect(uid?.attributes.content).toBe(textOf(named(opf, 'dc:identifier')[0] as XmlElement));
  });

  it('knows the cover, the title page, the contents and the beginning', () => {
    const { document } = book('stock');
    const landmarks = named(named(document('OEBPS/toc.xhtml'), 'nav')[1] as XmlElement, 'a');
    expect(landmarks.map(({ attributes }) => [attributes['epub:type'], attributes.href])).toEqual([
      ['cover', 'cover.xhtml'],
      ['titlepage', 'title.xhtml'],
      ['toc', 'toc.xhtml'],
      ['bodymatter', 'chapter-001.xhtml'],
      ['backmatter', 'about.xhtml'],
      ['colophon', 'colophon.xhtml'],
    ]);
    const guide = named(document('OEBPS/content.opf'), 'reference').map(({ attributes }) => attributes.type);
    expect(guide).toEqual(['cover', 'title-page', 'toc', 'text', 'colophon']);
  });
});

describe('a chapter', () => {
  const page = (): XmlElement => book('kitchen-sink').document('OEBPS/chapter-002.xhtml');

  it('has its facts at its head', () => {
    const head = named(page(), 'header')[0] as XmlElement;
    expect(head.children.map((child) => (typeof child === 'string' ? child : textOf(child)))).toEqual([
      'Stardate 43102.0',
      '1 What a Page Holds\u00a0— “Everything”',
      'Mira Okoro\u00a0· The office, Harbor Station',
    ]);
  });

  it('opens its footnotes, and leads back from them', () => {
    const asides = named(page(), 'aside').filter((aside) => hasClass(aside, 'footnote'));
    expect(asides.map(({ attributes }) => attributes.id)).toEqual([
      'before-note-1',
      'note-1',
      'note-2',
      'note-3',
      'after-note-1',
    ]);
    const references = named(page(), 'a').filter(({ attributes }) => attributes.role === 'doc-noteref');
    expect(references.map(({ attributes }) => attributes.href)).toEqual([
      '#before-note-1',
      '#note-1',
      '#note-1',
      '#note-2',
      '#note-3',
      '#after-note-1',
    ]);
    for (const aside of asides) expect(textOf(aside)).not.toContain('↩');
  });

  it('shows the pictures that it has, and says what the others would show', () => {
    expect(named(page(), 'img').map(({ attributes }) => attributes.src)).toEqual([
      'picture-001.png',
      'picture-002.svg',
    ]);
    expect(textOf(page())).toContain('a map of the shoals');
  });

  it('has a way round what a reader may want to skip, to a place without words', () => {
    const skip = named(page(), 'p').find((paragraph) => hasClass(paragraph, 'skip')) as XmlElement;
    expect(textOf(skip)).toBe('Storms\u00a0· Skip this passage');
    const past = [...elements(page())].find(({ attributes }) => attributes.id === 'past-1') as XmlElement;
    expect(textOf(past)).toBe('');
  });

  it('has ways round passages within passages', async () => {
    const { document } = await unpackBookOf(
      manuscriptOf({ '01.md': '::::note[storms]\nA word.\n\n:::note[loss]\nA word.\n:::\n\nA word.\n::::\n' }),
    );
    const page = document('OEBPS/chapter-001.xhtml');
    expect(named(page, 'p').flatMap((p) => (hasClass(p, 'skip') ? [textOf(p)] : []))).toEqual([
      'storms\u00a0· Skip this passage',
      'loss\u00a0· Skip this passage',
    ]);
    const pasts = [...elements(page)].filter((element) => hasClass(element, 'past'));
    expect(pasts.map(({ attributes }) => attributes.id)).toEqual(['past-2', 'past-1']);
  });

  it('leaves the words of links to what is not in the book', () => {
    const hrefs = named(page(), 'a').flatMap(({ attributes }) => (attributes.role ? [] : [attributes.href as string]));
    expect(hrefs).toEqual([
      '#past-1',
      'chapter-003.xhtml',
      'chapter-003.xhtml',
      'https://example.org/?a=1&b=2',
      'https://example.org/archive',
    ]);
  });

  it('leads to headings of other chapters by their words, from its notes too', async () => {
    const { document } = await unpackBookOf(
      manuscriptOf({
        '01.md':
          '---\nnotes: { before: "See [it](02.md#the-long-night) and ![a map](map.png)." }\n---\n\n[There](02.md#the-long-night), [again](02.md#the-long-night-1), [encoded](02.md#f%C3%AAte), [nowhere](02.md#none), [here](01.md#one), [below](#one)\n\n## One\n\nA word.\n\n## One\n',
        '02.md': '# Two\n\n## The Long *Night*\n\nA word.\n\n## The long night\n\nA word.\n\n### Fête\n',
      }),
    );
    const [first, second] = ['OEBPS/chapter-001.xhtml', 'OEBPS/chapter-002.xhtml'].map(document);
    const idOf = (page: XmlElement | undefined, name: string, at: number): string =>
      named(page as XmlElement, name)[at]?.attributes.id as string;
    const long = `chapter-002.xhtml#${idOf(second, 'h2', 0)}`;
    expect(named(first as XmlElement, 'a').map(({ attributes }) => attributes.href)).toEqual([
      long,
      long,
      `chapter-002.xhtml#${idOf(second, 'h2', 1)}`,
      `chapter-002.xhtml#${idOf(second, 'h3', 0)}`,
      'chapter-002.xhtml',
      // The author’s note has a heading too.
      `#${idOf(first, 'h2', 1)}`,
      `#${idOf(first, 'h2', 1)}`,
    ]);
    expect(textOf(first as XmlElement)).toContain('a map');
  });

  it('has room for the star between scenes at the head of a page too', () => {
    const [, rules] = /hr\.scene-break::after \{([^}]*)\}/.exec(book('kitchen-sink').text('OEBPS/style.css')) ?? [];
    expect(rules).toMatch(/margin: \d/);
  });

  it('leads to headings of chapters that are remembered', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'padd-pages-'));
    const file = join(folder, 'pages');
    const chapters = { '01.md': '[There](02.md#the-long-night)', '02.md': '## The Long Night\n\nA word.\n' };
    const publication = openPublication(manuscriptOf(chapters), { now: NOW });
    const publishing = async (): Promise<Uint8Array | undefined> => {
      const memory = memoryIn(file);
      const [book] = await epub.publish(publication, memory);
      memory.save();
      return book?.bytes;
    };
    const first = await publishing();
    expect(readFileSync(file, 'utf8')).toContain('the-long-night');
    expect(await publishing()).toEqual(first);
    rmSync(folder, { recursive: true });
  });

  it('has headings in notes below its own, and a source of words alone', async () => {
    const { document } = await unpackBookOf(
      manuscriptOf({
        '01.md':
          '---\nepigraph: { text: Words, source: "A book[^1]\\n\\n# Part\\n\\n- one\\n\\n[^1]: Which." }\n---\n\nA word.[^1]\n\n[^1]: # Loud\n',
      }),
    );
    const page = document('OEBPS/chapter-001.xhtml');
    expect(named(page, 'h1')).toHaveLength(1);
    expect(named(page, 'h3').map((heading) => textOf(heading))).toEqual(['Loud']);
    const source = named(page, 'cite')[0] as XmlElement;
    expect(textOf(source).replaceAll(/\s+/g, ' ').trim()).toBe('A book1 Part one');
    expect(['h2', 'ul', 'aside'].flatMap((name) => named(source, name))).toEqual([]);
    expect(textOf(page)).toContain('Which.');
  });

  it('keeps the no-break spaces of its language', () => {
    expect(book('french').text('OEBPS/title.xhtml')).toMatch(/«[\u00a0\u202f]Kestrel[\u00a0\u202f]»/);
    expect(textOf(book('french').document('OEBPS/toc.xhtml'))).toContain('Table des matières');
  });
});

describe('days', () => {
  it.each([
    ['en', '1\u00a0September 2026'],
    ['de', '1.\u00a0September 2026'],
    ['fr', '1er\u00a0septembre 2026'],
    ['es', '1\u00a0de septiembre de 2026'],
    ['he', '1\u00a0בספטמבר 2026'],
    ['ja', '2026年9月1日'],
  ])('are said in %s as they are there', (language, day) => {
    expect(wordsOf(language).day(2026, 9, 1)).toBe(day);
  });
});

it('opens a chapter of a calendar of days on the day as it is said', () => {
  const time = (date: string) => {
    const manuscript = manuscriptOf({
      'story.yaml': 'title: A\ncalendar: date\n',
      '01.md': `---\ndate: ${date}\n---\n\nA.`,
    });
    return factsOf(manuscript.chapters[0] as NonNullable<(typeof manuscript.chapters)[0]>, manuscript, wordsOf('en'))
      .time;
  };
  expect(time('1816-10-03')).toBe('3\u00a0October 1816');
  expect(time('1816-10')).toBe('1816-10');
});

describe('the font of titles', () => {
  /** The head of a font of one table, and whether it may be embedded. */
  const otf = (rights: number): Uint8Array => {
    const bytes = Buffer.alloc(40);
    bytes.write('OTTO');
    bytes.writeUInt16BE(1, 4);
    bytes.write('OS/2', 12);
    bytes.writeUInt32BE(28, 20);
    bytes.writeUInt16BE(rights, 36);
    return bytes;
  };
  const bookWith = async (readFile: () => Uint8Array) => {
    const manuscript = manuscriptOf({ 'story.yaml': 'title: A\ntitleFont: fonts/t.otf\n', '01.md': 'A word.' });
    const [file] = await epub.publish({ ...openPublication(manuscript, { now: NOW }), readFile });
    const zip = await JSZip.loadAsync(file?.bytes as Uint8Array);
    const advice = (file?.advice ?? []).map(({ span, message }) => `${placeOf(span)} ${message.replace(/[:;].*/, '')}`);
    return { zip, advice };
  };

  it('is a file of the book, and sets its titles alone', async () => {
    const { zip, advice } = await bookWith(() => otf(0));
    expect(advice).toEqual([]);
    expect(await zip.file('OEBPS/titles.otf')?.async('uint8array')).toEqual(new Uint8Array(otf(0)));
    expect(await zip.file('OEBPS/content.opf')?.async('string')).toContain(
      '<item id="title-font" href="titles.otf" media-type="font/otf"/>',
    );
    expect(await zip.file('OEBPS/content.opf')?.async('string')).toContain('"ibooks:specified-fonts">true<');
    const css = (await zip.file('OEBPS/style.css')?.async('string')) ?? '';
    expect(css).toContain('url("titles.otf")');
    for (const [, selectors = ''] of css.matchAll(/([^{}]+)\{[^}]*font-family: "Titles", serif/g))
      for (const selector of selectors.split(',')) expect(selector.trim()).toMatch(/ h1$/);
  });

  it.each([
    ['may not be embedded', otf(2), 'says of itself that it may not be embedded'],
    ['is WOFF2', Buffer.from('wOF2 and more'), 'is WOFF2, which some e-readers cannot read'],
    ['is a picture', Buffer.from('\x89PNG'), 'is no font that a book may hold'],
    ['is empty', new Uint8Array(), 'is no font that a book may hold'],
  ])('stays out, with advice, where it %s', async (_, bytes, why) => {
    const { zip, advice } = await bookWith(() => bytes);
    expect(advice).toEqual([`story.yaml:2:12 the font fonts/t.otf ${why}`]);
    expect(Object.keys(zip.files).filter((path) => /titles/.test(path))).toEqual([]);
    expect(await zip.file('OEBPS/style.css')?.async('string')).not.toContain('@font-face');
  });

  it('stays out where it is not there', async () => {
    const { advice } = await bookWith(() => {
      throw new Error('no such file');
    });
    expect(advice).toEqual(['story.yaml:2:12 the font fonts/t.otf cannot be read in the manuscript’s folder']);
  });
});

describe('the persons and the timeline', () => {
  const story = (more: string, chapters: Record<string, string>, bible: string) =>
    unpackBookOf(
      manuscriptOf({
        'story.yaml': `title: A\ncalendar: stardate\nbackMatter: [cast, timeline]\n${more}`,
        'bible.yaml': bible,
        ...chapters,
      }),
    );
  const at = (time: number, more = ''): string => `---\ntitle: T${time}\nstardate: ${time}.0\n${more}---\n\nA word.\n`;
  const three = { '01.md': at(43100), '02-two.md': at(43200), '03.md': at(43300) };
  /** The rows of every page, by its file. */
  const rows = ({ paths, document }: Unpacked, form: RegExp): Record<string, string[]> =>
    Object.fromEntries(
      paths
        .filter((path) => form.test(path))
        .map((path) => [
          path.slice('OEBPS/'.length),
          named(document(path), 'dl')[0]?.children.flatMap((child) =>
            typeof child === 'string' ? [] : [textOf(child)],
          ) ?? [],
        ]),
    );

  it('are only where the story asks for them', () => {
    expect(book('stock').paths.filter((path) => /cast|timeline/.test(path))).toEqual([]);
  });

  it('tell of nobody and nothing before its chapter', async () => {
    const bible = `characters:
  mira: { name: Mira, species: { is: Vulcan, since: 2 }, rank: [{ is: Ensign, until: 43250.0 }, { is: Captain, from: 43250.0 }] }
  tam: { name: Tam, since: two, died: { at: 43000.0, how: by fire, since: 3 } }
  ada: { name: Ada, since: 4 }
`;
    const cast = rows(await story('', { ...three, '04.md': at(43400, 'status: draft\n') }, bible), /cast-/);
    expect(cast).toEqual({
      'cast-001.xhtml': ['Mira', 'Ensign'],
      'cast-002.xhtml': ['Mira', 'Ensign\u00a0· Vulcan', 'Tam'],
      'cast-003.xhtml': ['Mira', 'Captain\u00a0· Vulcan', 'Tam', 'Death, Stardate 43000.0: by fire'],
    });
  });

  it('tell a death without a chapter of its own when the story has come to it, and else never', async () => {
    const bible = `characters:
  a: { name: Past, died: 43050.0 }
  b: { name: Coming, died: 43150.0 }
  c: { name: Future, died: 43900.0 }
  d: { name: Undated, died: { how: somehow } }
  e: { name: Elsewhere, died: { at: 43050.0, timeline: other } }
ships: { heron: { name: Heron, prefix: USS, since: 3 } }
`;
    const more = 'timelines: { first: {}, other: { from: first, at: 43010.0 } }\ntimeline: first\n';
    const cast = rows(await story(more, three, bible), /cast-/);
    expect(cast['cast-001.xhtml']).toEqual([
      'Past',
      'Death, Stardate 43050.0',
      'Coming',
      'Future',
      'Undated',
      'Elsewhere',
    ]);
    expect(cast['cast-002.xhtml']?.slice(2, 4)).toEqual(['Coming', 'Death, Stardate 43150.0']);
    expect(Object.keys(cast)).toEqual(['cast-001.xhtml', 'cast-002.xhtml']);
  });

  it('name no ship before it is known', async () => {
    const bible = `characters: { a: { name: Ada, aboard: heron } }\nships: { heron: { name: Heron, prefix: USS, since: 3 } }\n`;
    expect(rows(await story('', three, bible), /cast-/)).toEqual({
      'cast-001.xhtml': ['Ada'],
      'cast-003.xhtml': ['Ada', 'USS\u00a0Heron'],
    });
  });

  it('tell ships from other words, and years from stardates', async () => {
    const bible = `ships: { heron: { name: Heron, aliases: [the Fisher] }, heron-b: { name: Heron-B }, ada: { name: Ada } }
characters: { ada: { name: Ada, ambiguous: true, died: { at: 43150.0, how: "lost with the Heron's crew, or the Heron-B" } } }
events: { a: { name: "the loss of the Heron, Fisher of Herons", at: 2293 }, b: { name: Ada sails, at: 43150.0 } }
`;
    const found = await story('', three, bible);
    const ships = (path: string): string[] => named(found.document(path), 'i').map((ship) => textOf(ship));
    expect(ships('OEBPS/cast-002.xhtml')).toEqual(['Heron', 'Heron-B']);
    expect(ships('OEBPS/timeline-002.xhtml')).toEqual(['Heron', 'Fisher']);
    expect(textOf(found.document('OEBPS/timeline-002.xhtml'))).toContain('\n2293The loss of the Heron');
  });

  it('order what has happened, timeline by timeline', async () => {
    const bible = `events:
  a: { name: the fire, at: 43150.0 }
  b: { name: the secret, at: 43000.0, since: 3 }
  c: { name: the parting, at: 43160.0, timeline: other }
  d: { name: the end, at: 43999.0 }
`;
    const more =
      'timelines: { first: {}, other: { from: first, at: 43120.0, because: the beacon was lit } }\ntimeline: first\n';
    const chapters = { ...three, '03.md': at(43300, 'timeline: other\n'), '04.md': at(43350) };
    const found = await story(more, chapters, bible);
    expect(rows(found, /timeline-/)).toEqual({
      'timeline-002.xhtml': [
        'Stardate 43100.0',
        '1. T43100',
        'Stardate 43150.0',
        'The fire',
        'Stardate 43200.0',
        '2. T43200',
      ],
      'timeline-003.xhtml': [
        'Stardate 43000.0',
        'The secret',
        'Stardate 43100.0',
        '1. T43100',
        'Stardate 43150.0',
        'The fire',
        'Stardate 43200.0',
        '2. T43200',
      ],
    });
    const last = found.document('OEBPS/timeline-003.xhtml');
    expect(named(last, 'h2').map((heading) => textOf(heading))).toEqual(['Other']);
    expect(
      textOf(named(last, 'dl')[1] as XmlElement)
        .trim()
        .split('\n'),
    ).toEqual(['Stardate 43160.0The parting', 'Stardate 43300.03. T43300']);
    expect(textOf(last)).toContain('Stardate 43120.0: the beacon was lit');
  });

  it('are reached from each chapter as they stand there, and from the contents at their beginning', async () => {
    const bible = 'characters: { a: { name: Ada }, b: { name: Bo, since: 2 } }\n';
    const { document } = await story('', three, bible);
    const links = ['001', '002', '003'].map((number) =>
      named(document(`OEBPS/chapter-${number}.xhtml`), 'a').map(({ attributes }) => attributes.href),
    );
    expect(links).toEqual([['cast-001.xhtml'], ['cast-002.xhtml'], ['cast-002.xhtml']]);
    const listed = named(document('OEBPS/toc.ncx'), 'content').map(({ attributes }) => attributes.src);
    expect(listed.filter((file) => file?.startsWith('cast'))).toEqual(['cast-001.xhtml']);
  });
});

describe('content notes', () => {
  it('that give something away stand behind a link, on a page beside the reading order', async () => {
    const notes = 'contentNotes: [Storms, { label: Death, detail: of the keeper, spoiler: true }]';
    const { document } = await unpackBookOf(
      manuscriptOf({ '01.md': `---\ntitle: One\n${notes}\n---\n\nA word.\n`, '02.md': 'Another.' }),
    );
    const head = named(document('OEBPS/chapter-001.xhtml'), 'aside')[0] as XmlElement;
    expect(named(head, 'li').map((item) => textOf(item))).toEqual(['Storms', 'May give something away']);
    expect(named(head, 'a').map(({ attributes }) => attributes.href)).toEqual(['notes-001.xhtml']);
    const page = document('OEBPS/notes-001.xhtml');
    expect(named(page, 'li').map((item) => textOf(item))).toEqual(['Storms', 'Death: of the keeper']);
    expect(textOf(document('OEBPS/toc.xhtml'))).not.toContain('Death');
    const aside = named(document('OEBPS/content.opf'), 'itemref').filter(
      ({ attributes }) => attributes.linear === 'no',
    );
    expect(aside.map(({ attributes }) => attributes.idref)).toEqual(['page-cover', 'page-notes-001']);
  });
});

describe('the page about the story', () => {
  it('names the chapters that are new in this edition', async () => {
    const chapter = (title: string, day: string): string => `---\ntitle: ${title}\npublished: ${day}\n---\n\nA word.\n`;
    const chapters = { '01.md': chapter('One', '2026-01-01'), '02.md': chapter('Two', '2026-02-01') };
    const about = async (files: Record<string, string>): Promise<string> => {
      const page = (await unpackBookOf(manuscriptOf(files))).document('OEBPS/about.xhtml');
      return textOf(named(page, 'p').find((paragraph) => hasClass(paragraph, 'edition')) as XmlElement);
    };
    expect(await about({ ...chapters, 'story.yaml': 'modified: 2026-02-03' })).toBe(
      'This edition 3\u00a0February 2026. New in it: 2. Two',
    );
    expect(await about({ '01.md': 'A word.', 'story.yaml': 'modified: 2026-02-03' })).toBe(
      'This edition 3\u00a0February 2026',
    );
  });
});

describe('what story.yaml says', () => {
  const packageOf = async (yaml: string): Promise<XmlElement> =>
    (await unpackBookOf(manuscriptOf({ 'story.yaml': yaml, '01.md': 'A word.' }))).document('OEBPS/content.opf');

  it('is left out of the package where nothing of it can be seen', async () => {
    const fields =
      'id,publisher,summary,rights,author,subtitle,rating'
        .split(',')
        .map((field) => `${field}: "\\u0001"\n`)
        .join('') +
      'genre: ["", "\\u0001"]\ntags: ["\\u0001"]\nfandoms: ["\\u0001"]\nseries: { title: "\\u0001", position: 2 }\naccessibility: { evaluatedBy: "\\u0001" }\n';
    const page = await packageOf(`title: A\n${fields}`);
    const metadata = named(page, 'metadata')[0] as XmlElement;
    for (const element of elements(metadata)) {
      expect(textOf(element).trim() || element.attributes.content, element.name).toBeTruthy();
      const { refines } = element.attributes;
      const isThere = [...elements(metadata)].some(({ attributes }) => `#${attributes.id}` === refines);
      if (refines) expect(isThere, refines).toBe(true);
    }
    expect(textOf(named(page, 'dc:identifier')[0] as XmlElement)).toMatch(/^urn:uuid:/);
  });

  it.each([
    ['2026-01-02 10:00', '2026-01-02'],
    ['2026-01-02T10:00:00+02:00', '2026-01-02'],
    ['2026-01', '2026-01'],
    ['1911', '1911'],
    ['0000-01-01', undefined],
    ['"-0044-03-15"', undefined],
    ['"12026-03-15"', undefined],
  ])('of its first day, %s, is %s', async (written, day) => {
    const page = await packageOf(`title: A\npublished: ${written}\nmodified: "12026-10-14"\n`);
    expect(named(page, 'dc:date').map((date) => textOf(date))).toEqual(day === undefined ? [] : [day]);
    const modified = named(page, 'meta').find(({ attributes }) => attributes.property === 'dcterms:modified');
    expect(textOf(modified as XmlElement)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:00:00Z$/);
  });
});

describe('a drawing', () => {
  const svg = (text: string): Uint8Array | undefined => checkedSvg(Buffer.from(text));
  const drawing = (content: string): string => `<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`;
  const written = (text: string): string | undefined => {
    const bytes = svg(text);
    return bytes && Buffer.from(bytes).toString();
  };

  it('is XML 1.0 in UTF-8, whatever it calls itself, and names no style sheet', () => {
    expect(
      written(`<?xml version="1.1"?>\n<?xml-stylesheet href="https://example.org/a.css"?>${drawing('<g/>')}`),
    ).toBe(`\n${drawing('<g/>')}`);
    const latin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${drawing('<title>é</title>')}`, 'latin1');
    expect(Buffer.from(checkedSvg(latin) ?? []).toString()).toBe(drawing('<title>é</title>'));
  });

  it('loses ids that are none, or stand twice, and is refused where one of the first kind is needed', () => {
    expect(written(drawing('<g id="Frame 1"/><g id="a"/><g id="a"/><g id=\'1x\'/><use href="#a"/>'))).toBe(
      drawing('<g/><g id="a"/><g/><g/><use href="#a"/>'),
    );
    expect(written(drawing('<g id="1x"/><use href="#1x"/>'))).toBeUndefined();
  });
});

describe('an address that story.yaml gives', () => {
  it('is written as a browser would ask for it', async () => {
    const { document } = await unpackBookOf(
      manuscriptOf({ 'story.yaml': 'url: "https://example.org/a b?c=<d>"\n', '01.md': 'A word.' }),
    );
    const whole = 'https://example.org/a%20b?c=%3Cd%3E';
    expect(textOf(named(document('OEBPS/content.opf'), 'dc:source')[0] as XmlElement)).toBe(whole);
    expect(named(document('OEBPS/colophon.xhtml'), 'a').map(({ attributes }) => attributes.href)).toEqual([whole]);
  });
});

describe('a name on the shelf', () => {
  it.each([
    ['Ines Halloway', 'en', 'Halloway, Ines'],
    ['Ann Smith-Jones', 'en', 'Smith-Jones, Ann'],
    ['star gazer', 'en', 'star gazer'],
    ['The Archivist', 'en', 'The Archivist'],
    ['A. Keeper', 'en', 'A. Keeper'],
    ['Ursula K. Le Guin', 'en', 'Ursula K. Le Guin'],
    ['Kovács Anna', 'hu', 'Kovács Anna'],
    ['狐火', 'ja', '狐火'],
  ])('%s (%s) is %s', (name, language, sorted) => expect(sortName(name, language)).toBe(sorted));

  it('is a title without its article, where that is one', () => {
    expect(sortTitle('The Long Watch', 'en')).toBe('Long Watch, The');
    expect(sortTitle('A & B', 'en')).toBe('A & B');
  });
});

describe('a tag of a language', () => {
  it.each([
    ['en_gb', 'en-GB'],
    ['tlh', 'tlh'],
    ['x-vulcan', 'art-x-vulcan'],
    ['english-british', 'und'],
    ['xx', 'und'],
    ['', 'und'],
  ])('%s is %s', (written, tag) => expect(languageTag(written)).toBe(tag));

  it.each([
    ['english', ['story.yaml:1:11 “english” is no language']],
    ['und', []],
    ['pt-BR', []],
  ])('%s gives advice where it is none', async (language, expected) => {
    const manuscript = manuscriptOf({ 'story.yaml': `language: ${language}\n`, '01.md': 'A word.' });
    const [file] = await epub.publish(openPublication(manuscript, { now: NOW }));
    const advice = (file?.advice ?? []).map(({ span, message }) => `${placeOf(span)} ${message.split(' as ')[0]}`);
    expect(advice).toEqual(expected);
  });
});

describe('the cover', () => {
  const publishing = (yaml: string) =>
    epub.publish(openPublication(manuscriptOf({ 'story.yaml': yaml, '01.md': 'A word.' }), { now: NOW }));

  it('shrinks a long title, and says so when it cannot', async () => {
    await expect(publishing(`title: ${'Long '.repeat(60)}`)).resolves.toHaveLength(2);
    await expect(publishing(`title: ${'Unbroken'.repeat(60)}`)).rejects.toThrow(
      /^story\.yaml:1:8: the title “(?:Unbroken){7}Unb…” is too long to be drawn on a cover; /,
    );
  });

  it('says where its typeface has no letters for the title', async () => {
    const advice = async (title: string) =>
      (await publishing(`title: ${title}`))[0]?.advice?.map(({ message }) => message);
    expect(await advice('Ночная вахта')).toEqual([]);
    expect(await advice('灯台守の日記')).toEqual([expect.stringMatching(/^the cover is drawn without the title/)]);
  });

  it('is drawn where the picture is not there, and says where it was named', async () => {
    const [file, forShops] = await publishing('cover: images/none.jpg');
    expect((file?.advice ?? []).map(({ span, message }) => `${placeOf(span)} ${message}`)).toEqual([
      'story.yaml:1:8 the cover images/none.jpg cannot be read in the manuscript’s folder: correct its path; until then one is drawn from the title',
    ]);
    expect(forShops?.path).toMatch(/-cover\.jpg$/);
  });

  /** A PNG and a JPEG by their heads alone. */
  const png = (width: number, height: number, colours: number, more = ''): Uint8Array => {
    const head = Buffer.alloc(33);
    head.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]);
    head.write('IHDR', 12);
    head.writeUInt32BE(width, 16);
    head.writeUInt32BE(height, 20);
    head.set([8, colours], 24);
    const chunk = Buffer.alloc(more ? 13 : 0);
    if (more) chunk.writeUInt32BE(1, 0);
    if (more) chunk.write(more, 4);
    return Buffer.concat([head, chunk, Buffer.from([0, 0, 0, 0]), Buffer.from('IDAT'), Buffer.alloc(4)]);
  };
  const jpeg = (width: number, height: number, components: number): Uint8Array => {
    const frame = Buffer.alloc(20);
    frame.set([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 11, 8]);
    frame.writeUInt16BE(height, 13);
    frame.writeUInt16BE(width, 15);
    frame.set([components], 17);
    return frame;
  };
  const adviceOn = async (bytes: Uint8Array): Promise<string[]> => {
    const manuscript = manuscriptOf({ 'story.yaml': 'title: A\ncover: cover.img\n', '01.md': 'A word.' });
    const [file] = await epub.publish({ ...openPublication(manuscript, { now: NOW }), readFile: () => bytes });
    return (file?.advice ?? []).map(({ span, message }) => `${placeOf(span)} ${message.replace(/[:;,(].*/, '')}`);
  };

  it.each([
    ['a good JPEG', jpeg(1560, 2496, 3), []],
    ['a good PNG', png(1000, 1600, 2), []],
    ['a small one', jpeg(500, 800, 3), ['story.yaml:2:8 the cover cover.img is 500 × 800 pixels']],
    ['a large one', jpeg(1600, 2560, 3), ['story.yaml:2:8 the cover cover.img is 1600 × 2560 pixels']],
    ['a huge one', jpeg(11_000, 17_600, 3), ['story.yaml:2:8 the cover cover.img is 11000 × 17600 pixels']],
    ['a broad one', jpeg(1600, 1000, 3), ['story.yaml:2:8 the cover cover.img is 1600 × 1000 pixels']],
    ['CMYK', jpeg(1000, 1600, 4), ['story.yaml:2:8 the cover cover.img has the colours of print ']],
    ['alpha', png(1000, 1600, 6), ['story.yaml:2:8 the cover cover.img is transparent in places']],
    [
      'a transparent colour',
      png(1000, 1600, 3, 'tRNS'),
      ['story.yaml:2:8 the cover cover.img is transparent in places'],
    ],
  ])('gives advice on %s', async (_, bytes, advice) => expect(await adviceOn(bytes)).toEqual(advice));

  /** What is said of pictures in the prose, with how many there are in the book. */
  const picturesAdvice = async (
    files: Readonly<Record<string, Uint8Array>>,
  ): Promise<{ said: string[]; held: number }> => {
    const prose = Object.keys(files).map((path) => `![A light.](${path})`);
    const manuscript = manuscriptOf({
      '01.md': prose.join('\n\n'),
      ...Object.fromEntries(Object.keys(files).map((path) => [path, ''])),
    });
    const readFile = (path: string): Uint8Array => files[path] ?? new Uint8Array();
    const [file] = await epub.publish({ ...openPublication(manuscript, { now: NOW }), readFile });
    const zip = await JSZip.loadAsync(file?.bytes as Uint8Array);
    return {
      said: (file?.advice ?? []).map(
        ({ span, message }) => `${placeOf(span)} ${message.replace(/[:;,(].*?(?=\(and|$)/, '')}`,
      ),
      held: Object.keys(zip.files).filter((path) => /picture-/.test(path)).length,
    };
  };
  const webp = Buffer.concat([Buffer.from('RIFF    WEBPVP8L    /'), Buffer.from([0x63, 0x80, 0x18, 0, 0])]);
  const gif = (more = ''): Uint8Array =>
    Buffer.concat([Buffer.from('GIF89a'), Buffer.from([9, 0, 9, 0, 0, 0, 0]), Buffer.from(more)]);
  /** A JPEG with a note of the camera before its frame: on its side. */
  const turned = (orientation: number): Uint8Array => {
    const note = Buffer.alloc(36);
    note.set([0xff, 0xe1, 0, 34]);
    note.write('Exif', 4);
    note.write('MM', 10);
    note.writeUInt32BE(8, 14);
    note.writeUInt16BE(1, 18);
    note.writeUInt16BE(0x0112, 20);
    note.writeUInt16BE(orientation, 28);
    return Buffer.concat([Buffer.from([0xff, 0xd8]), note, jpeg(100, 100, 3).subarray(2)]);
  };

  it.each<[string, Record<string, Uint8Array>, string[]]>([
    ['a good PNG, a good JPEG and a GIF', { 'a.png': png(9, 9, 2), 'b.jpg': jpeg(9, 9, 3), 'c.gif': gif() }, []],
    ['one that lies straight', { 'a.jpg': turned(1) }, []],
    [
      'one on its side',
      { 'a.jpg': turned(6) },
      ['01.md:1:1 a.jpg lies on its side for all who do not read what the camera noted '],
    ],
    ['a WebP', { 'a.webp': webp }, ['01.md:1:1 a.webp is a WebP']],
    ['one that moves', { 'a.gif': gif('NETSCAPE2.0') }, ['01.md:1:1 a.gif moves']],
    [
      'CMYK, twice',
      { 'a.jpg': jpeg(9, 9, 4), 'b.jpg': jpeg(9, 9, 4) },
      ['01.md:1:1 a.jpg has the colours of print (and 1 more like it)'],
    ],
    ['a transparent one', { 'a.png': png(9, 9, 6) }, ['01.md:1:1 a.png is transparent in places']],
    ['a large one', { 'a.png': png(3000, 2000, 2) }, ['01.md:1:1 a.png has 3000 × 2000 pixels']],
    [
      'a heavy one',
      { 'a.png': Buffer.concat([png(9, 9, 2), Buffer.alloc(6_000_000)]) },
      ['01.md:1:1 a.png takes 6.0 MB'],
    ],
  ])('holds pictures in the prose, with advice where not everybody sees them: %s', async (_, files, said) => {
    expect(await picturesAdvice(files)).toEqual({ said, held: Object.keys(files).length });
  });

  it.each([
    ['a PNG without a head', png(1, 1, 2).subarray(0, 12)],
    ['a JPEG that breaks off', jpeg(1, 1, 3).subarray(0, 8)],
    ['a GIF without a size', Buffer.from('GIF89a')],
    ['a WebP of no kind', Buffer.from('RIFF    WEBPVP9X             ')],
    ['an AVIF', Buffer.from('\0\0\0 ftypavif')],
  ])('holds no picture that is broken or unknown: %s', async (_, bytes) => {
    const { said, held } = await picturesAdvice({ 'a.img': bytes });
    expect(said).toEqual(['01.md:1:1 a.img is no picture that a book may hold']);
    expect(held).toBe(0);
  });

  it.each([
    ['a JPEG that breaks off', jpeg(1, 1, 3).subarray(0, 8)],
    ['a garbled JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, 7, 7, 7])],
    ['a PNG without a head', png(1, 1, 2).subarray(0, 12)],
    ['no size', png(0, 0, 2)],
  ])('is not made of %s', async (_, bytes) => {
    expect(await adviceOn(bytes)).toEqual(['story.yaml:2:8 the cover cover.img is broken']);
  });
});

describe('pictures that the book cannot hold', () => {
  it('are words, and the author is told where they stand', async () => {
    const manuscript = manuscriptOf({
      '01.md':
        'A word.\n\n![a chart](https://example.org/chart.png) and ![another](//example.org/a.png)\n\n![gone](none.png)\n',
      '02.md': 'A word.\n\n<img src="http://example.org/x.png" alt="old"> ![not one](fake.png)\n',
      'fake.png': 'no picture',
    });
    const publication = { ...openPublication(manuscript, { now: NOW }), readFile: () => Buffer.from('no picture') };
    const [file] = await epub.publish(publication);
    const advice = (file?.advice ?? []).map(({ span, message }) => `${placeOf(span)} ${message}`);
    expect(advice).toHaveLength(3);
    expect(advice[0]).toMatch(/^01\.md:3:1 the picture https:\/\/example\.org\/chart\.png .*\(and 2 more like it\)$/);
    expect(advice[1]).toMatch(/^01\.md:5:1 there is no picture none\.png /);
    expect(advice[2]).toMatch(/^02\.md:3:\d+ fake\.png is no picture/);
  });

  it('say nothing where all is well', async () => {
    const [file] = await epub.publish(openPublication(manuscriptOf({ '01.md': 'A word.' }), { now: NOW }));
    expect(file?.advice).toEqual([]);
  });
});
