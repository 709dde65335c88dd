/** The cover of the book: the author's own picture, or one drawn from the title. */

import type { Stated } from '../../manuscript/fields.ts';
import type { Advice } from '../index.ts';
import { type Memory, noMemory } from '../memory.ts';
import { paddVersion } from '../version.ts';
import { type Book, line } from './book.ts';
import type { Asset } from './container.ts';
import { type Cover, type CoverFiles, coverFiles, coverOf, EMBEDDED, SHOP } from './cover.ts';
import { headOfPicture, type PictureHead } from './headers.ts';
import { kindOf, mediaTypes } from './pictures.ts';

export interface Jacket extends Asset {
  readonly mediaType: string;
  readonly alt: string;
  /** The larger picture that shops ask for; undefined for an author's own, who has it already. */
  readonly forShops: (() => Uint8Array) | undefined;
  readonly advice: readonly Advice[];
}

export function jacketOf(book: Book, memory: Memory): Jacket {
  const stated = book.manuscript.story.fields.cover;
  const alt = line(book, stated?.alt?.value ?? '') || book.words.coverOf(book.title);
  const own = stated?.image?.value ? ownPicture(book, stated.image) : undefined;
  if (own?.bytes) return { ...own, alt, forShops: undefined };
  const cover = coverOf(book);
  let painted: CoverFiles | undefined;
  const paint = (): CoverFiles => {
    painted ??= filesOf(cover, memory);
    return painted;
  };
  return {
    file: 'cover.jpeg',
    mediaType: mediaTypes.jpeg,
    bytes: () => paint().embedded,
    alt,
    forShops: () => paint().forShops,
    advice: own?.advice ?? (cover.hasTitle ? [] : titleAdvice(book)),
  };
}

/** What an earlier run has painted, where the words are still the same. */
function filesOf({ words, paint }: Cover, memory: Memory): CoverFiles {
  if (memory === noMemory) return coverFiles(paint());
  const { forShops, embedded } = memory.recall([paddVersion(), 'cover', ...words], () => {
    const files = coverFiles(paint());
    return { forShops: base64(files.forShops), embedded: base64(files.embedded) };
  });
  return { forShops: Buffer.from(forShops, 'base64'), embedded: Buffer.from(embedded, 'base64') };
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** A title in a script that the cover's face has no letters for; where the title is nowhere written, it is a file's name. */
function titleAdvice({ manuscript }: Book): readonly Advice[] {
  const { title } = manuscript.story.fields;
  if (!title?.value) return [];
  const message =
    'the cover is drawn without the title, since its typeface has not all of its letters; give story.yaml a picture: cover: { image: images/cover.jpg }';
  return [{ span: title.span, message }];
}

type OwnPicture = Asset & Pick<Jacket, 'mediaType' | 'advice'>;

interface Unfit extends Pick<Jacket, 'advice'> {
  readonly bytes?: undefined;
}

/** The picture that story.yaml names; where it cannot be one, what is wrong with it, and a cover is drawn in its place. */
function ownPicture({ publication }: Book, { value: written, span }: Stated<string>): OwnPicture | Unfit {
  const unfit = (why: string): Unfit => ({
    advice: [{ span, message: `the cover ${written} ${why}; until then one is drawn from the title` }],
  });
  let bytes: Uint8Array;
  try {
    bytes = publication.readFile(written.replace(/^(?:\.?\/)+/, ''));
  } catch {
    return unfit('cannot be read in the manuscript’s folder: correct its path');
  }
  const kind = kindOf(bytes);
  if (kind !== 'jpeg' && kind !== 'png') return unfit('is neither a JPEG nor a PNG picture, and shops take no others');
  const head = headOfPicture(kind, bytes);
  if (!head) return unfit('is broken, since it does not say how large it is: save it anew');
  const advice = adviceOn(head).map((message) => ({ span, message: `the cover ${written} ${message}` }));
  return { file: `cover.${kind}`, mediaType: mediaTypes[kind], bytes: () => bytes, advice };
}

/** What shops and e-readers ask of a cover, as Amazon, Apple and Kobo publish it. */
function adviceOn({ width, height, cmyk, transparent, turned }: PictureHead): readonly string[] {
  const size = `is ${width} × ${height} pixels`;
  return [
    ...(width < 625 || height < 1000
      ? [`${size}: shops take none below 625 × 1000, and want ${SHOP.width} × ${SHOP.height}`]
      : []),
    ...(width > 10_000 || height > 10_000 ? [`${size}: shops take none with a side beyond 10,000`] : []),
    ...(width * height > 4_000_000 && width <= 10_000 && height <= 10_000
      ? [
          `${size}: Apple Books takes no more than four million within a book; ${EMBEDDED.width} × ${EMBEDDED.height} would do`,
        ]
      : []),
    ...(width >= height ? [`${size}, and a cover stands upright: 1 to 1.6 is usual`] : []),
    ...(cmyk ? ['has the colours of print (CMYK), which screens show wrong or not at all; save it as sRGB'] : []),
    ...(transparent ? ['is transparent in places, which turn black at night; give it a ground'] : []),
    ...(turned ? ['lies on its side for all who do not read what the camera noted (EXIF); save it upright'] : []),
  ];
}
