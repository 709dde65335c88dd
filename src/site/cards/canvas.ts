/** A picture of few colours, made of flat grounds and of letters upon them, and written as a PNG with a palette. */

import { crc32, deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import type { Outline } from '../../editions/epub/typeface.ts';
import { xml } from '../../editions/epub/xml.ts';

/** All colours between two, as `#14171f`: a ground, and what stands on it. */
export type Ramp = readonly [ground: string, figure: string];

/** Shades from a ground to a figure; four ramps fill a palette. */
const SHADES = 64;

export interface Canvas {
  /** Letters in the figure of a ramp, whose ground they stand on. */
  readonly draw: (outline: Outline, ramp: number) => void;
  readonly copy: () => Canvas;
  readonly png: () => Uint8Array<ArrayBuffer>;
}

type Colour = readonly [red: number, green: number, blue: number];

const readColour = (hex: string): Colour =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;

/** A canvas that shows a drawing. Its colours are those of four ramps at most. */
export function canvasOf(
  background: readonly string[],
  { width, height }: { readonly width: number; readonly height: number },
  ramps: readonly Ramp[],
): Canvas {
  const palette = ramps.flatMap(([ground, figure]) => {
    const [from, to] = [readColour(ground), readColour(figure)];
    return Array.from({ length: SHADES }, (_, i) =>
      from.map((value, c) => Math.round(value + (((to[c] ?? 0) - value) * i) / (SHADES - 1))),
    );
  });
  // Each row begins with the number of its filter: none.
  const row = width + 1;
  const ground = new Uint8Array(row * height);
  const known = new Map<number, number>();
  const pixels = pixelsOf(background, 0, 0, width, height);
  for (let at = 0; at < width * height; at += 1) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at * 4, at * 4 + 3);
    const key = (red << 16) | (green << 8) | blue;
    let index = known.get(key);
    if (index === undefined) {
      index = nearest(palette, [red, green, blue]);
      known.set(key, index);
    }
    ground[Math.floor(at / width) * row + 1 + (at % width)] = index;
  }
  const head = [
    chunk('IHDR', Buffer.concat([number(width), number(height), Buffer.from([8, 3, 0, 0, 0])])),
    chunk('PLTE', Buffer.from(palette.flat())),
  ];
  const over = (canvas: Uint8Array): Canvas => ({
    draw({ data, left, top, right, bottom }, ramp) {
      const [x, y] = [Math.max(0, Math.floor(left) - 1), Math.max(0, Math.floor(top) - 1)];
      const [wide, high] = [Math.min(width, Math.ceil(right) + 1) - x, Math.min(height, Math.ceil(bottom) + 1) - y];
      if (!(wide > 0 && high > 0)) return;
      const letters = pixelsOf([xml('path', { d: data })], x, y, wide, high);
      for (let at = 0; at < wide * high; at += 1) {
        const cover = letters[at * 4 + 3] ?? 0;
        if (cover > 0) canvas[(y + Math.floor(at / wide)) * row + 1 + x + (at % wide)] = ramp * SHADES + (cover >> 2);
      }
    },
    png: () =>
      new Uint8Array(
        Buffer.concat([
          Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
          ...head,
          chunk('IDAT', deflateSync(canvas, { level: 4 })),
          chunk('IEND', Buffer.alloc(0)),
        ]),
      ),
    copy: () => over(canvas.slice()),
  });
  return over(ground);
}

/** Red, green, blue and cover of every pixel of a part of a drawing. */
function pixelsOf(drawing: readonly string[], x: number, y: number, width: number, height: number): Uint8Array {
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `${x} ${y} ${width} ${height}` };
  return new Resvg(xml('svg', attributes, drawing), { font: { loadSystemFonts: false }, logLevel: 'off' }).render()
    .pixels;
}

function nearest(palette: readonly (readonly number[])[], colour: Colour): number {
  const far = palette.map((own) => own.reduce((sum, value, c) => sum + (value - (colour[c] ?? 0)) ** 2, 0));
  return far.indexOf(Math.min(...far));
}

function number(n: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(n);
  return bytes;
}

/** A part of a PNG: how long, what, the bytes, and a sum over them. */
function chunk(type: string, bytes: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), bytes]);
  return Buffer.concat([number(bytes.length), body, number(crc32(body))]);
}
