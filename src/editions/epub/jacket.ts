/** The cover of the book: the author's own picture, or one drawn from the title. */

import { PublishError } from '../error.ts';
import { type Book, line } from './book.ts';
import type { Asset } from './container.ts';
import { coverSvg, EMBEDDED, paintCover, SHOP } from './cover.ts';
import { giveBack } from './memory.ts';
import { kindOf, mediaTypes } from './pictures.ts';

export interface Jacket extends Asset {
  readonly mediaType: string;
  readonly alt: string;
  /** The larger picture that shops ask for; undefined for an author's own, who has it already. */
  readonly forShops: Uint8Array | undefined;
}

export function jacketOf(book: Book): Jacket {
  const stated = book.manuscript.story.fields.cover;
  const alt = line(book, stated?.alt?.value ?? '') || book.words.coverOf(book.title);
  if (stated?.image?.value) return { ...ownPicture(book, stated.image.value), alt, forShops: undefined };
  const svg = coverSvg(book);
  giveBack();
  const embedded = paintCover(svg, EMBEDDED);
  giveBack();
  const forShops = paintCover(svg, SHOP);
  giveBack();
  return {
    file: 'cover.jpeg',
    mediaType: mediaTypes.jpeg,
    bytes: embedded,
    alt,
    forShops,
  };
}

function ownPicture({ publication }: Book, written: string): Asset & { mediaType: string } {
  const path = written.replace(/^\.?\//, '');
  let bytes: Uint8Array;
  try {
    bytes = publication.readFile(path);
  } catch {
    throw new PublishError(
      `the cover ${written}, which story.yaml names, cannot be read in the manuscript’s folder; correct its path, or take the line out to have a cover drawn`,
    );
  }
  const kind = kindOf(bytes);
  if (kind !== 'jpeg' && kind !== 'png')
    throw new PublishError(`the cover ${written} is neither a JPEG nor a PNG picture; shops take no others`);
  return { file: `cover.${kind}`, mediaType: mediaTypes[kind], bytes };
}
