/** The face of the cover, EB Garamond: which letters it has and how wide they run. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import opentype from 'opentype.js';

export interface Typeface {
  /** Whether it has a glyph for every letter of a text. */
  readonly has: (text: string) => boolean;
  /** How wide a text runs at a size, both in the same unit, with some space between the letters (in ems). */
  readonly width: (text: string, size: number, spacing?: number) => number;
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
  };
}
