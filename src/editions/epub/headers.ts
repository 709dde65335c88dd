/** What the first bytes of a picture say of it: its size, its colours, and which way up it is. */

import type { PictureKind } from './pictures.ts';

export interface PictureHead {
  readonly width: number;
  readonly height: number;
  /** Colours for print: most screens show them wrong, some readers nothing. */
  readonly cmyk: boolean;
  readonly transparent: boolean;
  /** Whether it stands upright only for those who read what the camera noted (EXIF). */
  readonly turned: boolean;
}

const plain = { cmyk: false, transparent: false, turned: false };

/** Undefined where the picture is broken off or garbled. */
export function headOfPicture(kind: Exclude<PictureKind, 'svg'>, bytes: Uint8Array): PictureHead | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const head = { png: pngHead, jpeg: jpegHead, gif: gifHead, webp: webpHead }[kind](view);
    return head && head.width > 0 && head.height > 0 ? head : undefined;
  } catch {
    // It ends within what it says of itself.
    return undefined;
  }
}

function pngHead(view: DataView): PictureHead | undefined {
  if (view.getUint32(12) !== 0x49484452) return undefined;
  const colours = view.getUint8(25);
  let transparent = colours === 4 || colours === 6;
  // Chunk by chunk up to the pixels: a palette may have a transparent colour too.
  for (let at = 8; at + 8 <= view.byteLength && view.getUint32(at + 4) !== 0x49444154; at += view.getUint32(at) + 12)
    transparent ||= view.getUint32(at + 4) === 0x74524e53;
  return { ...plain, width: view.getUint32(16), height: view.getUint32(20), transparent };
}

/** Where the frame begins: 0xC0 to 0xCF, save the tables that are numbered among them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegHead(view: DataView): PictureHead | undefined {
  let turned = false;
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) {
      const cmyk = view.getUint8(at + 9) === 4;
      return { ...plain, width: view.getUint16(at + 7), height: view.getUint16(at + 5), cmyk, turned };
    } else {
      turned ||= marker === 0xe1 && isTurned(view, at + 4);
      at += 2 + view.getUint16(at + 2);
    }
  }
}

const ORIENTATION = 0x0112;

/** Whether a note of the camera gives another way up than the picture's own. A garbled note says nothing. */
function isTurned(view: DataView, at: number): boolean {
  try {
    return orientation(view, at) > 1;
  } catch {
    return false;
  }
}

function orientation(view: DataView, at: number): number {
  if (view.getUint32(at) !== 0x45786966) return 1;
  const start = at + 6;
  const little = view.getUint16(start) === 0x4949;
  const list = start + view.getUint32(start + 4, little);
  for (let i = 0; i < view.getUint16(list, little); i += 1) {
    const entry = list + 2 + i * 12;
    if (view.getUint16(entry, little) === ORIENTATION) return view.getUint16(entry + 8, little);
  }
  return 1;
}

const gifHead = (view: DataView): PictureHead => ({
  ...plain,
  width: view.getUint16(6, true),
  height: view.getUint16(8, true),
});

/** There are three kinds of WebP, each with its size in another place. */
function webpHead(view: DataView): PictureHead | undefined {
  const kind = view.getUint32(12);
  if (kind === 0x56503820)
    return { ...plain, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === 0x5650384c) {
    const sides = view.getUint32(21, true);
    return { ...plain, width: (sides & 0x3fff) + 1, height: ((sides >>> 14) & 0x3fff) + 1 };
  }
  if (kind !== 0x56503858) return undefined;
  const side = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000 + 1;
  return { ...plain, width: side(24), height: side(27) };
}
