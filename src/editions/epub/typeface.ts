/** The face of the cover, EB Garamond: which letters it has and how wide they run. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type * as OpenType from 'opentype.js';
import type { Command } from 'opentype.js';
import { load } from './commonjs.ts';

const opentype = load('opentype.js') as (typeof OpenType)['default'];

export interface Typeface {
  /** Whether it has a glyph for every letter of a text. */
  readonly has: (text: string) => boolean;
  /** How wide a text runs at a size, both in the same unit, with some space between the letters (in ems). */
  readonly width: (text: string, size: number, spacing?: number) => number;
  /** The letters of a text as they are drawn, from a place on the base line. */
  readonly outline: (text: string, x: number, y: number, size: number, spacing?: number) => Outline;
}

/** Lines and curves, and a box that holds all of them. */
export interface Outline {
  readonly commands: readonly Command[];
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const fontFile = (style: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/eb-garamond/400${style}/EBGaramond_400${style}.ttf`));

export function loadTypeface(style: 'Regular' | 'Regular_Italic' = 'Regular'): Typeface {
  const bytes = readFileSync(fontFile(style));
  const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  // Glyphs are read when they are asked for, and their names never.
  const font = opentype.parse(data, { lowMemory: true });
  return {
    has: (text) => [...text].every((letter) => /\s/.test(letter) || font.charToGlyphIndex(letter) > 0),
    width: (text, size, spacing = 0) => font.getAdvanceWidth(text, size) + [...text].length * spacing * size,
    outline: (text, x, y, size, spacing = 0) =>
      outlineOf(font.getPath(text, x, y, size, { letterSpacing: spacing }).commands),
  };
}

function outlineOf(commands: readonly Command[]): Outline {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const hold = (x: number, y: number): void => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  for (const command of commands) {
    if (command.type === 'Q') hold(command.x1, command.y1);
    if (command.type !== 'Z') hold(command.x, command.y);
  }
  return { commands, left, top, right, bottom };
}
