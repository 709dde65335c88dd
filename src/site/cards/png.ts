/** A canvas as a PNG with a palette. */

import { crc32, deflateSync } from 'node:zlib';
import type { Canvas } from '../../editions/epub/canvas.ts';

export function pngOf({ width, height, palette, pixels }: Canvas): Uint8Array<ArrayBuffer> {
  // Each row begins with the number of its filter: none.
  const rows = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row += 1)
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', Buffer.concat([number(width), number(height), Buffer.from([8, 3, 0, 0, 0])])),
      chunk('PLTE', Buffer.from(palette.flat())),
      chunk('IDAT', deflateSync(rows, { level: 4 })),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
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
