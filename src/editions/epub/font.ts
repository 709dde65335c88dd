/** A font of the author's for titles, in the book as a file. The running text is the reader's own. */

import type { Advice } from '../index.ts';
import type { Book } from './book.ts';

export interface TitleFont {
  /** Its name in the book: `titles.otf`. */
  readonly file: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** What sets the titles in it. */
  readonly css: string;
}

const kinds: Readonly<Record<string, 'otf' | 'ttf' | 'woff' | 'woff2'>> = {
  OTTO: 'otf',
  '\0\x01\0\0': 'ttf',
  true: 'ttf',
  wOFF: 'woff',
  wOF2: 'woff2',
};

const titles = ['.title-page', '.part', '.chapter-head', '.contents', '.about', '.companion', '.colophon'];

/** The font that story.yaml names; where it cannot be embedded, why. */
export function titleFontOf({ manuscript, publication }: Book): { font?: TitleFont; advice: readonly Advice[] } {
  const stated = manuscript.story.fields.titleFont;
  if (!stated?.value) return { advice: [] };
  const { value: written, span } = stated;
  const unfit = (why: string): { advice: readonly Advice[] } => ({
    advice: [{ span, message: `the font ${written} ${why}; titles stand in the reader’s own` }],
  });
  let bytes: Uint8Array;
  try {
    bytes = publication.readFile(written.replace(/^(?:\.?\/)+/, ''));
  } catch {
    return unfit('cannot be read in the manuscript’s folder: correct its path');
  }
  const kind = kinds[Buffer.from(bytes.subarray(0, 4)).toString('latin1')];
  if (kind === undefined) return unfit('is no font that a book may hold: an OTF, TTF or WOFF file would do');
  if (kind === 'woff2') return unfit('is WOFF2, which some e-readers cannot read: save it as WOFF, OTF or TTF');
  if (kind !== 'woff' && isRestricted(bytes))
    return unfit('says of itself that it may not be embedded: choose another');
  const file = `titles.${kind}`;
  const face = `@font-face {\n  font-family: "Titles";\n  src: url("${file}");\n}\n`;
  const css = `${face}\n${titles.map((page) => `${page} h1`).join(',\n')} {\n  font-family: "Titles", serif;\n}\n`;
  return { font: { file, mediaType: `font/${kind}`, bytes, css }, advice: [] };
}

/** Whether its table OS/2 forbids embedding: bit 1 of `fsType`, where no other right is given. */
function isRestricted(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    for (let at = 12, left = view.getUint16(4); left > 0; at += 16, left -= 1)
      if (view.getUint32(at) === 0x4f532f32) return (view.getUint16(view.getUint32(at + 8) + 8) & 0x0f) === 2;
  } catch {
    // It ends within what it says of itself.
  }
  return false;
}
