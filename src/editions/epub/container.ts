/**
 * The file itself. epub-gen-memory lays it out, with everything that it would otherwise guess, fetch or invent taken out of
 * its hands, and fflate deflates it: finished documents in, the same bytes on every day, in every place and with no network.
 */

import type * as Packager from 'epub-gen-memory';
import { type DeflateOptions, deflateSync } from 'fflate';
import { type Memory, noMemory } from '../memory.ts';
import { paddVersion } from '../version.ts';
import { archiveOf, type Member } from './archive.ts';
import { load } from './commonjs.ts';

/**
 * In plain JavaScript: Node's own way is quicker, but its bytes are another zlib's on another machine. The size of the
 * table of matches is said here, since by default it comes from a logarithm.
 */
const pressed: DeflateOptions = { level: 4, mem: 2 };

const { EPub } = load('epub-gen-memory') as typeof Packager;

export interface Document {
  readonly file: string;
  readonly title: string;
  readonly xhtml: string;
}

export interface Asset {
  readonly file: string;
  /** Asked for last, and once: a cover is painted in more memory than a novel takes. */
  readonly bytes: () => Uint8Array;
}

export interface Container {
  readonly title: string;
  readonly identifier: string;
  readonly css: string;
  readonly packageDocument: string;
  readonly navigation: string;
  readonly ncx: string;
  readonly documents: readonly Document[];
  /** Pictures and fonts. */
  readonly assets: readonly Asset[];
}

/** The page in whose place all pages are put. */
const PAGES = 'pages.xhtml';

class FixedEPub extends EPub {
  readonly #documents: readonly Document[];
  readonly #assets: readonly Asset[];
  readonly #memory: Memory;

  constructor(
    { title, identifier, css, packageDocument, navigation, ncx, documents, assets }: Container,
    memory: Memory,
  ) {
    const templates = { contentOPF: packageDocument, tocXHTML: navigation, tocNCX: ncx };
    for (const [name, template] of Object.entries(templates)) {
      // They pass through a template language whose marks no XML can hold.
      if (template.includes('<%')) throw new Error(`${name} is no XML`);
    }
    super(
      { title, version: 3, css, date: '1980-01-01', chapterXHTML: '<%- content %>', ...templates },
      // Its reader of HTML would take attributes away, and takes its time for each page: it gets one empty page, and the
      // others are put in its place.
      [{ title, filename: PAGES, content: '' }],
    );
    this.uuid = identifier;
    this.#documents = documents;
    this.#assets = assets;
    this.#memory = memory;
  }

  protected override async downloadAllFonts(): Promise<void> {}

  protected override async downloadAllImages(): Promise<void> {}

  protected override async makeCover(): Promise<void> {}

  /** What it has laid out goes into an archive whose bytes we know: the pages in their places, the pictures behind them. */
  override async genEpub(): Promise<Buffer> {
    await this.render();
    const members: Member[] = [];
    const put = (name: string, text: string): void => {
      const bytes = Buffer.from(text);
      members.push({ name, bytes, ...(name === 'mimetype' ? {} : { deflated: this.#deflated(bytes, text) }) });
    };
    for (const [name, entry] of Object.entries(this.zip.files)) {
      if (name === `OEBPS/${PAGES}`) for (const { file, xhtml } of this.#documents) put(`OEBPS/${file}`, xhtml);
      else if (!entry.dir) put(name, await entry.async('string'));
    }
    for (const { file, bytes: read } of this.#assets) {
      const bytes = read();
      const isText = /\.(?:svg|otf|ttf)$/.test(file);
      members.push({ name: `OEBPS/${file}`, bytes, ...(isText ? { deflated: deflateSync(bytes, pressed) } : {}) });
    }
    return archiveOf(members);
  }

  #deflated(bytes: Uint8Array, text: string): Uint8Array {
    if (this.#memory === noMemory) return deflateSync(bytes, pressed);
    const made = (): string => Buffer.from(deflateSync(bytes, pressed)).toString('base64');
    return Buffer.from(this.#memory.recall([paddVersion(), 'deflated', text], made), 'base64');
  }
}

/** The bytes of the book. */
export const pack = (container: Container, memory = noMemory): Promise<Uint8Array> =>
  new FixedEPub(container, memory).genEpub();
