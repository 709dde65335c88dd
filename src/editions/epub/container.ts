/**
 * The file itself. epub-gen-memory lays it out, with everything that it would otherwise guess, fetch or invent taken out of
 * its hands, and fflate packs it: finished documents in, the same bytes on every day, in every place and with no network.
 */

import type * as Packager from 'epub-gen-memory';
import { type ZipOptions, type Zippable, zipSync } from 'fflate';
import { load } from './commonjs.ts';

/** Noon of the first day that an archive can name, on the clock of wherever this runs, as the archive writes it. */
const mtime = new Date(1980, 0, 1, 12);
/**
 * In plain JavaScript: Node's own way is quicker, but its bytes are another zlib's on another machine. The size of the
 * table of matches is said here, since by default it comes from a logarithm.
 */
const pressed: ZipOptions = { level: 4, mem: 2, mtime };
const asItIs: ZipOptions = { level: 0, mtime };

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

class FixedEPub extends EPub {
  readonly #documents: ReadonlyMap<string, string>;
  readonly #assets: readonly Asset[];

  constructor({ title, identifier, css, packageDocument, navigation, ncx, documents, assets }: Container) {
    const templates = { contentOPF: packageDocument, tocXHTML: navigation, tocNCX: ncx };
    for (const [name, template] of Object.entries(templates)) {
      // They pass through a template language whose marks no XML can hold.
      if (template.includes('<%')) throw new Error(`${name} is no XML`);
    }
    super(
      { title, version: 3, css, date: '1980-01-01', chapterXHTML: '<%- content %>', ...templates },
      // Its reader of HTML would take attributes away: it gets nothing to read, and the pages are put in behind it.
      documents.map((document) => ({ title: document.title, filename: document.file, content: '' })),
    );
    this.uuid = identifier;
    for (const [index, { file }] of documents.entries()) {
      const name = this.content[index]?.filename;
      if (name !== file) throw new Error(`${file} has become ${name}`);
    }
    this.#documents = new Map(documents.map(({ file, xhtml }) => [`OEBPS/${file}`, xhtml]));
    this.#assets = assets;
  }

  protected override async downloadAllFonts(): Promise<void> {}

  protected override async downloadAllImages(): Promise<void> {}

  protected override async makeCover(): Promise<void> {}

  /** What it has laid out goes into an archive whose bytes we know: the pages in their places, the pictures behind them. */
  override async genEpub(): Promise<Buffer> {
    await this.render();
    const files: Zippable = {};
    for (const [name, entry] of Object.entries(this.zip.files)) {
      if (entry.dir) continue;
      const text = this.#documents.get(name) ?? (await entry.async('string'));
      files[name] = [Buffer.from(text), name === 'mimetype' ? asItIs : pressed];
    }
    for (const { file, bytes } of this.#assets)
      files[`OEBPS/${file}`] = [bytes(), /\.(?:svg|otf|ttf)$/.test(file) ? pressed : asItIs];
    return Buffer.from(zipSync(files));
  }
}

/** The bytes of the book. */
export const pack = (container: Container): Promise<Uint8Array> => new FixedEPub(container).genEpub();
