/** A ZIP archive of what is deflated already: that takes longer than all else about it, and is remembered. */

import { crc32 } from 'node:zlib';

export interface Member {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The same as a raw stream of DEFLATE; absent: it is stored as it is. */
  readonly deflated?: Uint8Array;
}

/** Noon of the first day that an archive can name: two seconds, minutes and hours, then day, month and years since 1980. */
const MOMENT = (12 << 11) | (((1 << 5) | 1) << 16);
/** The version of the format that has what is used of it. */
const VERSION = 20;
const UTF8 = 0x800;
const DEFLATE = 8;

/** The bytes of the archive, its members in their order. */
export function archiveOf(members: readonly Member[]): Buffer {
  const contents: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, deflated } of members) {
    const named = Buffer.from(name);
    const data = deflated ?? bytes;
    const head = headOf(named, named.length === name.length ? 0 : UTF8, bytes, deflated);
    const entry = Buffer.alloc(46 - 6 - head.length);
    // Behind what both heads share: no comment, no attributes, and where the first head is.
    entry.writeUInt32LE(at, entry.length - 4);
    directory.push(number(0x02014b50), short(VERSION), head, entry, named);
    contents.push(number(0x04034b50), head, named, Buffer.from(data.buffer, data.byteOffset, data.byteLength));
    at += 4 + head.length + named.length + data.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...contents, listed, end]);
}

/** What stands of a member before its content, and again in the directory. */
function headOf(name: Buffer, flags: number, bytes: Uint8Array, deflated: Uint8Array | undefined): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(VERSION, 0);
  head.writeUInt16LE(flags, 2);
  head.writeUInt16LE(deflated ? DEFLATE : 0, 4);
  head.writeUInt32LE(MOMENT, 6);
  head.writeUInt32LE(crc32(bytes), 10);
  head.writeUInt32LE((deflated ?? bytes).length, 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
