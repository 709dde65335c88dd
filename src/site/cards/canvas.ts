/** A picture of few colours, made of flat grounds and of letters upon them, and written as a PNG with a palette. */

import { crc32, deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import type { Outline } from '../../editions/epub/typeface.ts';
import { xml } from '../../editions/epub/xml.ts';
import { coverageOf } from './coverage.ts';

/** All colours between two, as `#14171f`: a ground, and what stands on it. */
export type Ramp = readonly [ground: string, figure: string];

/** Shades from a ground to a figure: enough for edges that are not seen to be stepped. */
const SHADES = 16;

export interface Canvas {
  /** Letters in the figure of a ramp, whose ground they stand on; none where they do not fit. */
  readonly draw: (outline: Outline, ramp: number) => void;
  readonly copy: () => Canvas;
  readonly png: () => Uint8Array<ArrayBuffer>;
}

type Colour = readonly [red: number, green: number, blue: number];

const readColour = (hex: string): Colour =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;

/** A canvas that shows a drawing. Its colours are those of sixteen ramps at most. */
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
  const drawing = xml('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height }, background);
  const { pixels } = new Resvg(drawing, { font: { loadSystemFonts: false }, logLevel: 'off' }).render();
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
    draw({ commands, ...box }, ramp) {
      const [left, top] = [Math.floor(box.left), Math.floor(box.top)];
      const [wide, high] = [Math.ceil(box.right) - left, Math.ceil(box.bottom) - top];
      if (!(left >= 0 && top >= 0 && left + wide <= width && top + high <= height)) return;
      const letters = coverageOf(commands, { left, top, width: wide, height: high });
      for (let y = 0; y < high; y += 1)
        for (let x = 0; x < wide; x += 1) {
          const shade = Math.round((letters[y * wide + x] ?? 0) * (SHADES - 1));
          if (shade > 0) canvas[(top + y) * row + 1 + left + x] = ramp * SHADES + shade;
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
