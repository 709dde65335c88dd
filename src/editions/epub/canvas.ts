/** A picture of few colours: flat grounds, and shapes upon them with soft edges. A byte a pixel, however large it is. */

import type { Command } from 'opentype.js';
import { coverageOf } from './coverage.ts';
import type { Outline } from './typeface.ts';

/** All colours between two, as `#14171f`: a ground, and what stands on it. */
export type Ramp = readonly [ground: string, figure: string];

/** Red, green and blue, from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Shades from a ground to a figure: enough for edges that are not seen to be stepped. */
const SHADES = 16;

export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly palette: readonly Colour[];
  /** The pixels, line by line, as places in the palette. */
  readonly pixels: Uint8Array;
  /** A shape in the figure of a ramp, whose ground it stands on; nothing where it does not fit. */
  readonly draw: (outline: Outline, ramp: number) => void;
  readonly copy: () => Canvas;
}

const readColour = (hex: string): Colour =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;

const between = (from: Colour, to: Colour, share: number): Colour =>
  from.map((value, i) => Math.round(value + ((to[i] as number) - value) * share)) as unknown as Colour;

/** A canvas in the ground of the first ramp. There are sixteen ramps at most. */
export function canvasOf(
  { width, height }: { readonly width: number; readonly height: number },
  ramps: readonly Ramp[],
): Canvas {
  const palette = ramps.flatMap(([ground, figure]) =>
    Array.from({ length: SHADES }, (_, i) => between(readColour(ground), readColour(figure), i / (SHADES - 1))),
  );
  const over = (pixels: Uint8Array): Canvas => ({
    width,
    height,
    palette,
    pixels,
    draw({ commands, ...box }, ramp) {
      const [left, top] = [Math.floor(box.left), Math.floor(box.top)];
      const [wide, high] = [Math.ceil(box.right) - left, Math.ceil(box.bottom) - top];
      if (!(left >= 0 && top >= 0 && left + wide <= width && top + high <= height)) return;
      const covered = coverageOf(commands, { left, top, width: wide, height: high });
      for (let y = 0; y < high; y += 1)
        for (let x = 0; x < wide; x += 1) {
          const shade = Math.round((covered[y * wide + x] ?? 0) * (SHADES - 1));
          if (shade > 0) pixels[(top + y) * width + left + x] = ramp * SHADES + shade;
        }
    },
    copy: () => over(pixels.slice()),
  });
  return over(new Uint8Array(width * height));
}

/** A shape of straight edges. */
export function polygon(points: readonly (readonly [x: number, y: number])[]): Outline {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const commands = points.map(([x, y], i): Command => ({ type: i === 0 ? 'M' : 'L', x, y }));
  return {
    commands: [...commands, { type: 'Z' }],
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
}
