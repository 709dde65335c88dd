/**
 * A painted picture as a JPEG: baseline, every colour at full size. Most of a cover is of one colour, and a square of one
 * colour costs next to nothing here; and the bytes are the same everywhere, since nothing is asked but sums and products.
 * The libraries for it want four bytes a pixel, sixteen million for a cover: that was more memory and time than a novel takes.
 */

import type { Canvas } from './canvas.ts';
import { toFrequencies } from './jpeg/frequencies.ts';
import { codes, divisorsAt, zigzag } from './jpeg/tables.ts';
import { type Words, type Writer, wordsOf, writer } from './jpeg/writer.ts';

export type Painting = Pick<Canvas, 'pixels' | 'width' | 'palette'>;

/** A part of a painting, of whole squares of eight pixels. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** One of the three things that a colour is made of here: how bright it is, how blue, how red. */
interface Channel {
  readonly samples: Float64Array;
  readonly divisors: Uint8Array;
  readonly level: Words;
  readonly detail: Words;
  /** The level of the square before. */
  last: number;
}

const channelOf = (kind: 'brightness' | 'colour', divisors: Uint8Array): Channel => ({
  samples: new Float64Array(64),
  divisors,
  level: wordsOf(codes[kind].level),
  detail: wordsOf(codes[kind].detail),
  last: 0,
});

/** @param quality 50 to 100 */
export function jpegOf(painting: Painting, frame: Frame, quality: number): Uint8Array {
  const { left, top, width, height } = frame;
  if (width % 8 !== 0 || height % 8 !== 0) throw new Error('this JPEG is made of whole squares');
  const divisors = divisorsAt(quality);
  const out = writer();
  writeHead(out, frame, divisors);
  const bright = channelOf('brightness', divisors.brightness);
  const blue = channelOf('colour', divisors.colour);
  const red = channelOf('colour', divisors.colour);
  const channels = [bright, blue, red];
  const { pixels, palette } = painting;
  const brights = Float64Array.from(palette, ([r, g, b]) => 0.299 * r + 0.587 * g + 0.114 * b - 128);
  const blues = Float64Array.from(palette, ([r, g, b]) => 0.5 * b - 0.168736 * r - 0.331264 * g);
  const reds = Float64Array.from(palette, ([r, g, b]) => 0.5 * r - 0.418688 * g - 0.081312 * b);
  const read = (at: number, index: number): void => {
    const colour = pixels[at] as number;
    bright.samples[index] = brights[colour] as number;
    blue.samples[index] = blues[colour] as number;
    red.samples[index] = reds[colour] as number;
  };
  const [again, length] = unchanged(channels);
  /** Of the square before, where it is of one colour. */
  let before: number | undefined;
  for (let y = top; y < top + height; y += 8) {
    for (let x = left; x < left + width; x += 8) {
      const start = y * painting.width + x;
      const even = isEven(pixels, start, painting.width);
      if (even && pixels[start] === before) {
        out.bits(again, length);
        continue;
      }
      before = even ? pixels[start] : undefined;
      if (even) read(start, 0);
      else for (let i = 0; i < 64; i += 1) read(start + (i >> 3) * painting.width + (i & 7), i);
      for (const channel of channels) {
        if (even) channel.samples[0] = (channel.samples[0] as number) * 8;
        else toFrequencies(channel.samples);
        writeSquare(out, channel, even);
      }
    }
  }
  return out.end();
}

/** What is written of a square like the even one before it, and how many bits that is: no change, no details, in each channel. */
function unchanged(channels: readonly Channel[]): readonly [bits: number, length: number] {
  let [bits, length] = [0, 0];
  for (const { level, detail } of channels)
    for (const word of [level[0] as number, detail[0] as number]) {
      bits = (bits << (word & 31)) | (word >>> 5);
      length += word & 31;
    }
  return [bits, length];
}

/** Whether a square is of one colour. */
function isEven(pixels: Uint8Array, start: number, width: number): boolean {
  const first = pixels[start];
  for (let row = start; row < start + 8 * width; row += width)
    for (let at = row; at < row + 8; at += 1) if (pixels[at] !== first) return false;
  return true;
}

const order = new Int32Array(64);
/** How many bits a number needs, its sign aside. */
const sizeOf = (value: number): number => 32 - Math.clz32(Math.abs(value));
/** A number without its sign: of a negative one, what is missing to the largest of its size. */
const written = (value: number, size: number): number => (value < 0 ? value + (1 << size) - 1 : value);

/** Writes how a square's level differs from the one before it, and its details unless it is even. */
function writeSquare(out: Writer, channel: Channel, even: boolean): void {
  const { samples, divisors, level, detail } = channel;
  const own = Math.round((samples[0] as number) / (divisors[0] as number));
  const change = own - channel.last;
  channel.last = own;
  const put = (words: Words, meaning: number): void => {
    const word = words[meaning] as number;
    out.bits(word >>> 5, word & 31);
  };
  const size = sizeOf(change);
  put(level, size);
  if (size > 0) out.bits(written(change, size), size);
  if (even) {
    put(detail, 0);
    return;
  }
  let last = 0;
  for (let i = 1; i < 64; i += 1) {
    const at = zigzag[i] as number;
    const value = Math.round((samples[i] as number) / (divisors[i] as number));
    order[at] = value;
    if (value !== 0 && at > last) last = at;
  }
  let zeros = 0;
  for (let at = 1; at <= last; at += 1) {
    const value = order[at] as number;
    if (value === 0) zeros += 1;
    else {
      for (; zeros > 15; zeros -= 16) put(detail, 0xf0);
      const wide = sizeOf(value);
      put(detail, zeros * 16 + wide);
      out.bits(written(value, wide), wide);
      zeros = 0;
    }
  }
  if (last < 63) put(detail, 0);
}

function writeHead(out: Writer, { width, height }: Frame, divisors: ReturnType<typeof divisorsAt>): void {
  const inOrder = (table: Uint8Array): number[] => {
    const sorted: number[] = [];
    for (const [index, at] of zigzag.entries()) sorted[at] = table[index] as number;
    return sorted;
  };
  out.bytes(0xff, 0xd8);
  // JFIF 1.1, 300 pixels an inch.
  out.segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 1, 1, 44, 1, 44, 0, 0]);
  out.segment(0xdb, [0, ...inOrder(divisors.brightness), 1, ...inOrder(divisors.colour)]);
  const sides = [height >> 8, height & 0xff, width >> 8, width & 0xff];
  out.segment(0xc0, [8, ...sides, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1]);
  const { brightness, colour } = codes;
  const tables = [
    [0x00, brightness.level],
    [0x10, brightness.detail],
    [0x01, colour.level],
    [0x11, colour.detail],
  ] as const;
  out.segment(
    0xc4,
    tables.flatMap(([id, { counts, meanings }]) => [id, ...counts, ...meanings]),
  );
  out.segment(0xda, [3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]);
}
