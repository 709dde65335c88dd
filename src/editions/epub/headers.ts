/** What the first bytes of a JPEG or PNG say of it: its size and its colours. */

export interface PictureHead {
  readonly width: number;
  readonly height: number;
  /** Colours for print: most screens show them wrong, some readers nothing. */
  readonly cmyk: boolean;
  readonly transparent: boolean;
}

/** Undefined where the picture is broken off or garbled. */
export function headOfPicture(kind: 'png' | 'jpeg', bytes: Uint8Array): PictureHead | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const head = kind === 'png' ? pngHead(view) : jpegHead(view);
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
  return { width: view.getUint32(16), height: view.getUint32(20), cmyk: false, transparent };
}

/** Where the frame begins: 0xC0 to 0xCF, save the tables that are numbered among them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegHead(view: DataView): PictureHead | undefined {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) {
      const cmyk = view.getUint8(at + 9) === 4;
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5), cmyk, transparent: false };
    } else at += 2 + view.getUint16(at + 2);
  }
}
