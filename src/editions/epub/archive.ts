/** A zip archive that is the same bytes on every day and every machine, with no field that an e-reader could stumble over. */

import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';

export interface Archive {
  /** Adds a file; `pressed` unless it is compressed already or has to stand as it is. The name is ASCII. */
  readonly add: (name: string, bytes: Uint8Array, how: 'pressed' | 'as it is') => void;
  readonly end: () => Buffer;
}

/** Version 2.0 of the format, which knows folders and deflation. */
const VERSION = 20;
/** Midnight of the first day that an archive can name. */
const [TIME, DAY] = [0, (1 << 5) | 1];
/** Beyond either, another kind of archive is needed, which many e-readers cannot read. */
const [MOST_FILES, MOST_BYTES] = [0xffff, 0xffffffff];

/**
 * An archive to be filled. What is pressed is pressed in plain JavaScript: Node's own way is quicker, but its bytes are
 * another zlib's on another machine.
 */
export function archiveOf(): Archive {
  const parts: Uint8Array[] = [];
  const entries: Buffer[] = [];
  let length = 0;
  const put = (part: Uint8Array): void => {
    parts.push(part);
    length += part.length;
  };
  return {
    add(name, bytes, how) {
      // The size of its table of matches is said here, since by default it comes from a logarithm.
      const pressed = how === 'pressed' ? deflateSync(bytes, { level: 6, mem: 2 }) : bytes;
      const content = pressed.length < bytes.length ? pressed : bytes;
      const method = content === bytes ? 0 : 8;
      const common = [16, VERSION, 16, 0, 16, method, 16, TIME, 16, DAY, 32, crc32(bytes)];
      const sizes = [32, content.length, 32, bytes.length, 16, name.length, 16, 0];
      const path = Buffer.from(name, 'latin1');
      entries.push(
        Buffer.concat([
          // Comment, disk and attributes: none.
          record(0x02014b50, [16, VERSION, ...common, ...sizes, 16, 0, 16, 0, 16, 0, 32, 0, 32, length]),
          path,
        ]),
      );
      put(Buffer.concat([record(0x04034b50, [...common, ...sizes]), path]));
      put(content);
    },
    end() {
      const start = length;
      for (const entry of entries) put(entry);
      const count = entries.length;
      if (count > MOST_FILES || length > MOST_BYTES) throw new Error('the book is too large for a zip archive');
      put(record(0x06054b50, [16, 0, 16, 0, 16, count, 16, count, 32, length - start, 32, start, 16, 0]));
      return Buffer.concat(parts, length);
    },
  };
}

/** A signature, and numbers after it, each behind its width in bits. */
function record(signature: number, fields: readonly number[]): Buffer {
  const bytes: number[] = [];
  const write = (bits: number, value: number): void => {
    for (let shift = 0; shift < bits; shift += 8) bytes.push((value >>> shift) & 0xff);
  };
  write(32, signature);
  for (let at = 0; at < fields.length; at += 2) write(fields[at] as number, fields[at + 1] as number);
  return Buffer.from(bytes);
}
