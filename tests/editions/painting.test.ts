/** Painted pictures as files: what a decoder of somebody else's makes of them. */

import fc from 'fast-check';
import jpeg from 'jpeg-js';
import { describe, expect, test } from 'vitest';
import { canvasOf, polygon } from '../../src/editions/epub/canvas.ts';
import { jpegOf, type Painting } from '../../src/editions/epub/jpeg.ts';

const decoded = (bytes: Uint8Array) => jpeg.decode(bytes, { useTArray: true, tolerantDecoding: false });
const grey = (shade: number) => [shade, shade, shade] as const;

describe('a JPEG', () => {
  const painting = fc
    .record({ across: fc.integer({ min: 1, max: 4 }), down: fc.integer({ min: 1, max: 4 }) })
    .chain(({ across, down }) =>
      fc.record({
        width: fc.constant(across * 8),
        height: fc.constant(down * 8),
        // Few colours, many, and squares of one colour.
        pixels: fc.oneof(
          fc.uint8Array({ minLength: across * down * 64, maxLength: across * down * 64, max: 255 }),
          fc.uint8Array({ minLength: across * down * 64, maxLength: across * down * 64, max: 1 }),
          fc.integer({ min: 0, max: 255 }).map((shade) => new Uint8Array(across * down * 64).fill(shade)),
        ),
      }),
    );

  test('shows what was painted, whatever that is', () => {
    fc.assert(
      fc.property(painting, ({ width, height, pixels }) => {
        const palette = Array.from({ length: 256 }, (_, shade) => grey(shade));
        const { data, ...size } = decoded(jpegOf({ pixels, width, palette }, { left: 0, top: 0, width, height }, 100));
        expect(size).toMatchObject({ width, height });
        for (const [at, shade] of pixels.entries()) expect(Math.abs((data[at * 4] ?? 0) - shade)).toBeLessThan(4);
      }),
    );
  });

  const halves: Painting = {
    width: 32,
    palette: [
      [20, 23, 31],
      [226, 176, 79],
    ],
    pixels: Uint8Array.from({ length: 32 * 16 }, (_, at) => (at % 32 < 12 ? 0 : 1)),
  };

  test('keeps colours, and is of the part that is asked for', () => {
    const { data, width, height } = decoded(jpegOf(halves, { left: 4, top: 3, width: 24, height: 8 }, 90));
    expect({ width, height }).toEqual({ width: 24, height: 8 });
    const at = (x: number): number[] => [...data.subarray(x * 4, x * 4 + 3)];
    for (const [i, value] of [20, 23, 31].entries()) expect(Math.abs((at(0)[i] ?? 0) - value)).toBeLessThan(8);
    for (const [i, value] of [226, 176, 79].entries()) expect(Math.abs((at(23)[i] ?? 0) - value)).toBeLessThan(8);
  });

  test('is of whole squares', () => {
    expect(() => jpegOf(halves, { left: 0, top: 0, width: 12, height: 8 }, 90)).toThrow(/whole squares/);
  });
});

describe('a canvas', () => {
  const ramps = [['#000000', '#ffffff']] as const;

  test('shows shapes with soft edges', () => {
    const canvas = canvasOf({ width: 4, height: 1 }, ramps);
    canvas.draw(
      polygon([
        [0.5, 0],
        [2, 0],
        [2, 1],
        [0.5, 1],
      ]),
      0,
    );
    expect([...canvas.pixels].map((place) => canvas.palette[place]?.[0])).toEqual([136, 255, 0, 0]);
  });

  test('shows nothing of what does not fit', () => {
    const canvas = canvasOf({ width: 4, height: 4 }, ramps);
    canvas.draw(
      polygon([
        [1, 1],
        [9, 1],
        [1, 3],
      ]),
      0,
    );
    expect([...canvas.pixels].every((place) => place === 0)).toBe(true);
  });
});
