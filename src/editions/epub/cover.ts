/** The cover: a horizon, a star, the stardate line, and the title as large as it can stand. */

import { Resvg } from '@resvg/resvg-js';
import jpeg from 'jpeg-js';
import type { Manuscript } from '../../manuscript/model.ts';
import { PublishError } from '../error.ts';
import { type Book, line } from './book.ts';
import { type Box, setLines } from './fit.ts';
import { fontFiles, loadTypeface, type Typeface } from './typeface.ts';
import { xml } from './xml.ts';

/** Widths in pixels; the height is 1.6 times as much. Apple takes no more than four million pixels, Amazon wants more. */
export const EMBEDDED = 1560;
export const SHOP = 1600;

/** Night, its ground, ink, soft ink and gold: the site's dark colours. */
export const colours = { sky: '#14171f', ground: '#0f1117', ink: '#e4e0d6', soft: '#a3a6ad', gold: '#e2b04f' };
const [WIDTH, HEIGHT, MARGIN] = [1600, 2560, 150];

export const sizesFrom = (largest: number, smallest: number): number[] =>
  Array.from({ length: Math.floor((largest - smallest) / 4) + 1 }, (_, index) => largest - index * 4);

/** Title and subtitle stand between the stardate line and the star. */
const [TOP, BOTTOM, GAP] = [400, 1500, 30];
const titleBox: Omit<Box, 'height'> = { width: WIDTH - 2 * MARGIN, sizes: sizesFrom(380, 60), leading: 0.98 };
const subtitleBox: Box = { width: WIDTH - 2 * MARGIN, height: 260, sizes: sizesFrom(84, 40), leading: 1.25 };
const authorBox: Box = { width: WIDTH - 2 * MARGIN, height: 240, sizes: sizesFrom(76, 32), leading: 1.5 };

/** The cover as SVG. What the typeface has no letters for is left out; a title that does not fit is an error. */
export function coverSvg(book: Book): string {
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
      `the title “${title}” is too long to be drawn on a cover; shorten it, or give story.yaml a picture: cover: { image: images/cover.jpg }`,
    );
  const by = authors ? setLines(authors, (text) => typeface.width(text, 1, 0.12), authorBox) : undefined;

  const texts: string[] = [];
  if (times) texts.push(textAt(times, TOP - 100, 44, { fill: colours.gold, 'letter-spacing': 44 * 0.16 }));
  let y = TOP;
  for (const text of set?.lines ?? []) {
    const size = set?.size ?? 0;
    y += size * titleBox.leading;
    // A large letter stands farther from its edge than a small one.
    texts.push(textAt(text, y - size * 0.2, size, { fill: colours.ink, x: MARGIN - size * 0.04 }));
  }
  y += GAP;
  for (const text of below?.lines ?? []) {
    const size = below?.size ?? 0;
    y += size * subtitleBox.leading;
    texts.push(textAt(text, y, size, { fill: colours.soft, 'font-style': 'italic' }));
  }
  const names = by?.lines ?? [];
  for (const [index, text] of names.entries()) {
    const size = by?.size ?? 0;
    const at = HEIGHT - 190 - (names.length - 1 - index) * size * authorBox.leading;
    texts.push(textAt(text, at, size, { fill: colours.ink, 'letter-spacing': size * 0.12 }));
  }
  return xml('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} ${HEIGHT}` }, [
    xml('rect', { width: WIDTH, height: HEIGHT, fill: colours.sky }),
    xml('circle', { cx: 620, cy: 4930, r: 3050, fill: colours.ground, stroke: colours.soft, 'stroke-width': 4 }),
    xml('path', { d: star(1290, 1700, 92), fill: colours.gold }),
    ...texts,
  ]);
}

const textAt = (text: string, y: number, size: number, more: Readonly<Record<string, string | number>>): string =>
  xml('text', { x: MARGIN, y: Math.round(y), 'font-family': 'EB Garamond', 'font-size': size, ...more }, text);

/** A star of four points around a place. */
export function star(x: number, y: number, radius: number): string {
  const waist = radius * 0.1;
  const points = Array.from({ length: 8 }, (_, index) => {
    const angle = (index * Math.PI) / 4;
    const distance = index % 2 === 0 ? radius : waist * Math.SQRT2;
    return `${(x + Math.sin(angle) * distance).toFixed(2)} ${(y - Math.cos(angle) * distance).toFixed(2)}`;
  });
  return `M${points.join('L')}Z`;
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
  const range = first.text === last.text ? first.text : `${first.text} – ${last.text}`;
  return isStardate(manuscript) ? words.stardate(range) : range;
}

const isStardate = ({ calendar }: Manuscript): boolean => calendar.noun === 'stardate';

function seriesLine(book: Book): string {
  const { series } = book.manuscript.story.fields;
  return series?.title ? line(book, book.words.inSeries(series.title.value, series.position?.value)) : '';
}

/** The cover at a width, as a baseline JPEG. */
export function paintCover(svg: string, width: number): Uint8Array {
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles: [...fontFiles()], defaultFontFamily: 'EB Garamond' },
    logLevel: 'off',
  }).render();
  return jpeg.encode({ data: image.pixels, width: image.width, height: image.height }, 90).data;
}
