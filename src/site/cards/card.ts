/** A picture that stands for a page where it is shared: the cover’s night, horizon and star, with the words beside them. */

import { type Canvas, canvasOf } from '../../editions/epub/canvas.ts';
import { drawable, sizesFrom } from '../../editions/epub/cover.ts';
import { type Box, type Setting, setLines } from '../../editions/epub/fit.ts';
import { GOLD, INK, type Landscape, paintNight, ramps, SOFT, SOFT_BELOW } from '../../editions/epub/night.ts';
import type { Typeface } from '../../editions/epub/typeface.ts';
import { pngOf } from './png.ts';

export interface CardWords {
  /** `Stardate 43997.5`. */
  readonly above: string | undefined;
  /** Before the title, softer: the number of a chapter. */
  readonly number?: string | undefined;
  readonly title: string;
  /** Whose it is, or which story. */
  readonly below: string;
  /** Of the words, for their capitals. */
  readonly language: string;
}

/** In pixels, as those who show such pictures ask for them. */
export const cardSize = { width: 1200, height: 630 } as const;

const landscape: Landscape = {
  horizon: { x: 700, y: 3450, radius: 2980, line: 2 },
  star: { x: 1090, y: 120, radius: 48 },
};

const MARGIN = 80;
const WIDTH = cardSize.width - 2 * MARGIN;
/** The base line of the date, the middle of the title, the base line below the horizon. */
const [TOP, MIDDLE, FOOT] = [100, 300, 584];
/** Between the letters of the date, in ems. */
const SPACING = 0.14;
/** It ends before the star. */
const aboveBox: Box = { width: 920, height: 40, sizes: sizesFrom(30, 18), leading: 1.2 };
const titleBox: Box = { width: WIDTH, height: 290, sizes: sizesFrom(120, 40), leading: 1.04 };
const belowBox: Box = { width: WIDTH, height: 50, sizes: sizesFrom(36, 20), leading: 1.2 };

/**
 * Paints cards as PNG: the same words give the same bytes. What the typeface has no letters for is left out, as on the
 * cover; the number of a chapter then stands alone.
 */
export function cardPainter(typeface: Typeface): (words: CardWords) => Uint8Array<ArrayBuffer> {
  const night = canvasOf(cardSize, ramps);
  paintNight(night, landscape);
  /** At size 1. Words do not touch each other, and are measured once: a setting is sought by many tries. */
  const measured = new Map<string, number>();
  const widthOf = (word: string): number => {
    const width = measured.get(word) ?? typeface.width(word, 1);
    measured.set(word, width);
    return width;
  };
  const width = (text: string): number => {
    const words = text.split(' ');
    return words.reduce((sum, word) => sum + widthOf(word), widthOf(' ') * (words.length - 1));
  };
  /** What many cards have alike is painted once. */
  const grounds = new Map<string, Canvas>();
  const groundWith = (below: string): Canvas => {
    const known = grounds.get(below);
    if (known) return known;
    const ground = night.copy();
    const { lines, size } = fitted(drawable(below, typeface), width, belowBox);
    ground.draw(typeface.outline(lines[0] ?? '', MARGIN, FOOT, size), SOFT_BELOW);
    grounds.set(below, ground);
    return ground;
  };
  return ({ above, number = '', title, below, language }) => {
    const canvas = groundWith(below).copy();
    const put = (text: string, x: number, y: number, size: number, ramp: number, spacing = 0): void =>
      canvas.draw(typeface.outline(text, x, y, size, spacing), ramp);
    const shown = (text: string): string => drawable(text, typeface);
    const capitals = shown(above ?? '').toLocaleUpperCase(language);
    const date = fitted(capitals, (text) => width(text) + [...text].length * SPACING, aboveBox);
    put(date.lines[0] ?? '', MARGIN, TOP, date.size, GOLD, SPACING);
    const words = shown(title);
    const { lines, size } = fitted([number, words].filter(Boolean).join(' '), width, titleBox);
    let y = MIDDLE - (lines.length * size * titleBox.leading) / 2;
    for (const [i, line] of lines.entries()) {
      y += size * titleBox.leading;
      // A large letter stands farther from its edge than a small one.
      const [x, base] = [MARGIN - size * 0.04, y - size * 0.25];
      const before = i === 0 && words && number && line.startsWith(number) ? number : '';
      put(before, x, base, size, SOFT);
      put(line.slice(before.length).trim(), x + (before ? typeface.width(`${before} `, size) : 0), base, size, INK);
    }
    return pngOf(canvas);
  };
}

/** As large as it can stand; what is too long even in the smallest letters loses its end. */
function fitted(text: string, width: (text: string) => number, box: Box): Setting {
  const words = text.split(/\s+/).filter(Boolean);
  const first = (count: number): Setting | undefined =>
    setLines(words.slice(0, count).join(' ') + (count < words.length ? ' …' : ''), width, box);
  const whole = first(words.length);
  if (whole) return whole;
  let [fits, tooLong] = [0, words.length];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (first(middle)) fits = middle;
    else tooLong = middle;
  }
  return (fits > 0 ? first(fits) : undefined) ?? { lines: [], size: 0 };
}
