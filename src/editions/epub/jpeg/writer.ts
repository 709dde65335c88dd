/** The bytes of a JPEG as they come: whole ones for its head, then words of so many bits. */

import type { Code } from './tables.ts';

/** Of each meaning its word and the word's length: the word times 32, and the length. */
export type Words = Readonly<Uint32Array>;

export function wordsOf({ counts, meanings }: Code): Words {
  const words = new Uint32Array(256);
  let [word, next] = [0, 0];
  for (const [index, count] of counts.entries()) {
    for (let i = 0; i < count; i += 1) words[meanings[next++] as number] = word++ * 32 + index + 1;
    word *= 2;
  }
  return words;
}

export interface Writer {
  readonly bytes: (...values: readonly number[]) => void;
  /** A marker, the length of what follows, and that. */
  readonly segment: (marker: number, content: readonly number[]) => void;
  readonly bits: (value: number, length: number) => void;
  /** Fills the last byte with ones, and gives all. */
  readonly end: () => Uint8Array;
}

export function writer(): Writer {
  let out = new Uint8Array(1 << 18);
  let length = 0;
  let [held, count] = [0, 0];
  const push = (byte: number): void => {
    if (length === out.length) {
      const longer = new Uint8Array(length * 2);
      longer.set(out);
      out = longer;
    }
    out[length++] = byte;
  };
  const bytes = (...values: readonly number[]): void => values.forEach(push);
  const bits = (value: number, wide: number): void => {
    held = (held << wide) | value;
    count += wide;
    while (count >= 8) {
      count -= 8;
      const byte = (held >>> count) & 0xff;
      push(byte);
      // Within the picture a byte of ones alone would be taken for a marker.
      if (byte === 0xff) push(0);
    }
    held &= (1 << count) - 1;
  };
  return {
    bytes,
    segment(marker, content) {
      bytes(0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff, ...content);
    },
    bits,
    end() {
      if (count > 0) bits((1 << (8 - count)) - 1, 8 - count);
      bytes(0xff, 0xd9);
      return out.slice(0, length);
    },
  };
}
