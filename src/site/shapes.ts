/** Width and height of a picture, read from its first bytes, so that a page does not jump when it arrives. */

export interface Shape {
  readonly width: number;
  readonly height: number;
}

/** In pixels; undefined for forms other than PNG, GIF and JPEG, and for what is broken. */
export function shapeOf(bytes: Uint8Array): Shape | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte);
  if (bytes.length < 24) return undefined;
  if (starts(0x89, 0x50, 0x4e, 0x47)) return sane(view.getUint32(16), view.getUint32(20));
  if (starts(0x47, 0x49, 0x46, 0x38)) return sane(view.getUint16(6, true), view.getUint16(8, true));
  return starts(0xff, 0xd8) ? jpegShape(view) : undefined;
}

/** Walks the segments of a JPEG up to the one that begins a frame. */
function jpegShape(view: DataView): Shape | undefined {
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker < 0xff01) return undefined;
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return sane(view.getUint16(at + 7), view.getUint16(at + 5));
  }
  return undefined;
}

const sane = (width: number, height: number): Shape | undefined =>
  width > 0 && height > 0 && width < 100_000 && height < 100_000 ? { width, height } : undefined;
