/** The cover: a horizon, a star, the stardate line, and the title as large as it can stand. */

import { positionOf } from '../../manuscript/source.ts';
import { PublishError } from '../error.ts';
import { shownTime } from '../facts.ts';
import { type Book, line } from './book.ts';
import { type Canvas, canvasOf } from './canvas.ts';
import { type Box, setLines } from './fit.ts';
import { jpegOf } from './jpeg.ts';
import { GOLD, INK, INK_BELOW, type Landscape, paintNight, ramps, SOFT } from './night.ts';
import { loadTypeface, type Typeface } from './typeface.ts';

/** In pixels. Amazon wants this much. */
export const SHOP = { width: 1600, height: 2560 };
/** Apple takes no more than four million pixels within a book. */
export const EMBEDDED = { width: 1560, height: 2496 };

const landscape: Landscape = {
  horizon: { x: 620, y: 4930, radius: 3050, line: 4 },
  star: { x: 1290, y: 1700, radius: 92 },
};
const { width: WIDTH, height: HEIGHT } = SHOP;
const MARGIN = 150;
/** Between the letters of the authors' names, in ems. */
const SPREAD = 0.12;

export const sizesFrom = (largest: number, smallest: number): number[] =>
  Array.from({ length: Math.floor((largest - smallest) / 4) + 1 }, (_, index) => largest - index * 4);

/** Title and subtitle stand between the stardate line and the star. */
const [TOP, BOTTOM, GAP] = [400, 1500, 30];
const titleBox: Omit<Box, 'height'> = { width: WIDTH - 2 * MARGIN, sizes: sizesFrom(380, 60), leading: 0.98 };
const subtitleBox: Box = { width: WIDTH - 2 * MARGIN, height: 260, sizes: sizesFrom(84, 40), leading: 1.25 };
const authorBox: Box = { width: WIDTH - 2 * MARGIN, height: 240, sizes: sizesFrom(76, 32), leading: 1.5 };

export interface Cover {
  /** All that tells it from another. */
  readonly words: readonly string[];
  /** Takes its time and its memory. */
  readonly paint: () => Canvas;
  /** Whether its typeface has letters for the title. */
  readonly hasTitle: boolean;
}

function placeOfTitle({ manuscript }: Book): string {
  const { title } = manuscript.story.fields;
  if (!title) return '';
  const { line, column } = positionOf(title.span);
  return `${title.span.source.file}:${line}:${column}: `;
}

/** Sets a cover. What the typeface has no letters for is left out; a title that does not fit is an error. */
export function coverOf(book: Book): Cover {
  const typeface = loadTypeface();
  const title = drawable(book.title, typeface);
  const subtitle = drawable(book.subtitle ?? '', typeface);
  const authors = drawable(book.authors, typeface).toLocaleUpperCase(book.language);
  const times = drawable(stardateLine(book), typeface).toLocaleUpperCase(book.language);
  const below = subtitle ? setLines(subtitle, (text) => typeface.width(text, 1), subtitleBox) : undefined;
  const height = BOTTOM - TOP - (below ? below.lines.length * below.size * subtitleBox.leading + GAP : 0);
  const set = title ? setLines(title, (text) => typeface.width(text, 1), { ...titleBox, height }) : undefined;
  if (title && !set)
    throw new PublishError(
      `${placeOfTitle(book)}the title “${title.length > 60 ? `${title.slice(0, 59)}…` : title}” is too long to be drawn on a cover; shorten it, or give story.yaml a picture: cover: { image: images/cover.jpg }`,
    );
  const by = authors ? setLines(authors, (text) => typeface.width(text, 1, SPREAD), authorBox) : undefined;
  const paint = (): Canvas => {
    const canvas = canvasOf(SHOP, ramps);
    paintNight(canvas, landscape);
    const put = (
      text: string,
      y: number,
      size: number,
      ramp: number,
      { x = MARGIN, spacing = 0, face = typeface } = {},
    ) => canvas.draw(face.outline(text, x, Math.round(y), size, spacing), ramp);
    if (times) put(times, TOP - 100, 44, GOLD, { spacing: 0.16 });
    let y = TOP;
    for (const text of set?.lines ?? []) {
      const size = set?.size ?? 0;
      y += size * titleBox.leading;
      // A large letter stands farther from its edge than a small one.
      put(text, y - size * 0.2, size, INK, { x: MARGIN - size * 0.04 });
    }
    y += GAP;
    const face = below ? loadTypeface('Regular_Italic') : typeface;
    for (const text of below?.lines ?? []) {
      y += (below?.size ?? 0) * subtitleBox.leading;
      put(text, y, below?.size ?? 0, SOFT, { face });
    }
    const names = by?.lines ?? [];
    for (const [index, text] of names.entries()) {
      const size = by?.size ?? 0;
      const at = HEIGHT - 190 - (names.length - 1 - index) * size * authorBox.leading;
      put(text, at, size, INK_BELOW, { spacing: SPREAD });
    }
    return canvas;
  };
  return { words: [times, title, subtitle, authors], paint, hasTitle: title !== '' };
}

/** A text as the cover can show it: pictographs aside, whole or not at all. */
export function drawable(text: string, typeface: Typeface): string {
  const plain = text
    .normalize('NFC')
    .replace(/(?![©®™])\p{Extended_Pictographic}|\p{Variation_Selector}|\p{Cf}/gu, '')
    .replace(/[\u2000-\u200a\u202f]/g, '\u00a0')
    .replace(/(?![\t\n])\p{C}/gu, '')
    .trim();
  return typeface.has(plain) ? plain : '';
}

/** `Stardate 43997.5 – 44002.1`, where the chapters of the book say when they play. */
function stardateLine(book: Book): string {
  const { manuscript, publication, words } = book;
  const times = publication.chapters.flatMap(({ scenes }) => scenes.flatMap(({ time }) => (time ? [time.value] : [])));
  const scale = times[0]?.scale;
  const ordered = times.filter((time) => time.scale === scale).sort((a, b) => a.earliest - b.earliest);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return seriesLine(book);
  if (manuscript.calendar.name === 'date') {
    const days = [first, last].map(({ text }) => shownTime(text.slice(0, 10), manuscript, words));
    return [...new Set(days)].join(' – ');
  }
  const range = first.text === last.text ? first.text : `${first.text} – ${last.text}`;
  return shownTime(range, manuscript, words);
}

function seriesLine(book: Book): string {
  const { series } = book.manuscript.story.fields;
  return series?.title ? line(book, book.words.inSeries(series.title.value, series.position?.value)) : '';
}

export interface CoverFiles {
  readonly forShops: Uint8Array;
  readonly embedded: Uint8Array;
}

/** The cover as shops want it, and as it stands in the book: trimmed all round, as a printed one is. */
export function coverFiles(canvas: Canvas): CoverFiles {
  const [left, top] = [(SHOP.width - EMBEDDED.width) / 2, (SHOP.height - EMBEDDED.height) / 2];
  return {
    forShops: jpegOf(canvas, { ...SHOP, left: 0, top: 0 }, QUALITY),
    embedded: jpegOf(canvas, { ...EMBEDDED, left, top }, QUALITY),
  };
}

const QUALITY = 90;
