/**
 * The file itself. epub-gen-memory packs it, with everything that it would otherwise guess, fetch or invent taken out of
 * its hands: finished documents in, the same bytes on every day, in every place and with no network.
 */

import type * as Packager from 'epub-gen-memory';
import { archiveOf } from './archive.ts';
import { load } from './commonjs.ts';

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
    const archive = archiveOf();
    for (const [name, entry] of Object.entries(this.zip.files)) {
      if (entry.dir) continue;
      const text = this.#documents.get(name) ?? (await entry.async('string'));
      archive.add(name, Buffer.from(text), name === 'mimetype' ? 'as it is' : 'pressed');
    }
    for (const { file, bytes } of this.#assets)
      archive.add(`OEBPS/${file}`, bytes(), /\.(?:svg|otf|ttf)$/.test(file) ? 'pressed' : 'as it is');
    return archive.end();
  }
}

/** The bytes of the book. */
export const pack = (container: Container): Promise<Uint8Array> => new FixedEPub(container).genEpub();
