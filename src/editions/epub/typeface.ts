/** The face of the cover, EB Garamond: which letters it has and how wide they run. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import opentype, { type Command } from 'opentype.js';

export interface Typeface {
  /** Whether it has a glyph for every letter of a text. */
  readonly has: (text: string) => boolean;
  /** How wide a text runs at a size, both in the same unit, with some space between the letters (in ems). */
  readonly width: (text: string, size: number, spacing?: number) => number;
  /** The letters of a text as they are drawn, from a place on the base line. */
  readonly outline: (text: string, x: number, y: number, size: number, spacing?: number) => Outline;
}

/** The data of an SVG path, and a box that holds all of it. */
export interface Outline {
  readonly data: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const fontFile = (style: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/eb-garamond/400${style}/EBGaramond_400${style}.ttf`));

export const fontFiles = (): readonly string[] => [fontFile('Regular'), fontFile('Regular_Italic')];

export function loadTypeface(): Typeface {
  const bytes = readFileSync(fontFile('Regular'));
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
  return {
    has: (text) => [...text].every((letter) => /\s/.test(letter) || font.charToGlyphIndex(letter) > 0),
    width: (text, size, spacing = 0) => font.getAdvanceWidth(text, size) + [...text].length * spacing * size,
    outline: (text, x, y, size, spacing = 0) =>
      outlineOf(font.getPath(text, x, y, size, { letterSpacing: spacing }).commands),
  };
}

/** The library’s own writer of path data makes NaN of coordinates that lie next to whole numbers. */
function outlineOf(commands: readonly Command[]): Outline {
  const [xs, ys]: [number[], number[]] = [[], []];
  const point = (x: number, y: number): string => {
    xs.push(x);
    ys.push(y);
    return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
  };
  const data = commands.map((command) => {
    if (command.type === 'Z') return 'Z';
    const { type, x, y } = command;
    const first = 'x1' in command ? `${point(command.x1, command.y1)} ` : '';
    const second = 'x2' in command ? `${point(command.x2, command.y2)} ` : '';
    return `${type}${first}${second}${point(x, y)}`;
  });
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
  return { data: data.join(''), left: least(xs), top: least(ys), right: most(xs), bottom: most(ys) };
}
