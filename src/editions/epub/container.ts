/**
 * The file itself. epub-gen-memory packs it, with everything that it would otherwise guess, fetch or invent taken out of
 * its hands: finished documents in, the same bytes on every day, in every place and with no network.
 */

import { EPub } from 'epub-gen-memory';

export interface Document {
  readonly file: string;
  readonly title: string;
  readonly xhtml: string;
}

export interface Asset {
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface Container {
  readonly title: string;
  readonly identifier: string;
  readonly css: string;
  readonly packageDocument: string;
  readonly navigation: string;
  readonly ncx: string;
  readonly documents: readonly Document[];
  /** Pictures, which are compressed already. */
  readonly assets: readonly Asset[];
}

/** The first day that a zip archive can name. */
const FIXED = new Date(Date.UTC(1980, 0, 1));

class FixedEPub extends EPub {
  readonly #assets: readonly Asset[];

  constructor({ title, identifier, css, packageDocument, navigation, ncx, documents, assets }: Container) {
    const templates = { contentOPF: packageDocument, tocXHTML: navigation, tocNCX: ncx };
    for (const [name, template] of Object.entries(templates)) {
      // They pass through a template language whose marks no XML can hold.
      if (template.includes('<%')) throw new Error(`${name} is no XML`);
    }
    super(
      { title, version: 3, css, date: FIXED.toISOString(), chapterXHTML: '<%- content %>', ...templates },
      // Its reader of HTML would take attributes away: it gets nothing to read, and the pages are put in behind it.
      documents.map((document) => ({ title: document.title, filename: document.file, content: '' })),
    );
    this.uuid = identifier;
    for (const [index, { file, xhtml }] of documents.entries()) {
      const chapter = this.content[index];
      if (chapter?.filename !== file) throw new Error(`${file} has become ${chapter?.filename}`);
      chapter.content = xhtml;
    }
    this.#assets = assets;
  }

  protected override async downloadAllFonts(): Promise<void> {}

  protected override async downloadAllImages(): Promise<void> {
    for (const { file, bytes } of this.#assets) this.zip.file(`OEBPS/${file}`, bytes, { compression: 'STORE' });
  }

  protected override async makeCover(): Promise<void> {}

  override async genEpub(): Promise<Buffer> {
    await this.render();
    for (const [name, entry] of Object.entries(this.zip.files)) {
      if (entry.dir) delete this.zip.files[name];
      else entry.date = FIXED;
    }
    return this.zip.generateAsync({
      type: 'nodebuffer',
      mimeType: 'application/epub+zip',
      compression: 'DEFLATE',
      // The highest level saves a hundredth of the size, and takes half as long again.
      compressionOptions: { level: 6 },
      platform: 'DOS',
      streamFiles: false,
    });
  }
}

/** The bytes of the book. */
export const pack = (container: Container): Promise<Uint8Array> => new FixedEPub(container).genEpub();
