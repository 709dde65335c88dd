/** The pictures of the manuscript that go into the book: found by what they are, not by what they are called. */

import { headOfPicture, type PictureHead } from './headers.ts';
import { checkedSvg } from './svg.ts';

export interface Picture {
  /** Its name in the book: `picture-001.png`. */
  readonly file: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Whether it moves, so that nobody knows whether it flashes. */
  readonly moves: boolean;
  /** What it says of itself; undefined for a drawing, which has no pixels. */
  readonly head: PictureHead | undefined;
}

export interface Pictures {
  /** The name in the book of a picture in the manuscript's folder; undefined where it cannot be shown. */
  readonly fileOf: (path: string) => string | undefined;
  readonly at: (path: string) => Picture | undefined;
  /** Says that a page shows it, and with which words for those who do not see it: only what is shown is in the book. */
  readonly show: (file: string, alt: string) => void;
  readonly isPicture: (file: string) => boolean;
  /** Those that are shown, in the order of their names. */
  readonly shown: () => readonly Picture[];
  /** Whether one that is shown says something: one without words is an ornament. */
  readonly tell: () => boolean;
}

/** The pictures of a folder, read when they are first asked for. */
export function picturesOf(readFile: (path: string) => Uint8Array): Pictures {
  const byPath = new Map<string, Picture | undefined>();
  const byFile = new Map<string, Picture>();
  const shown = new Set<string>();
  let telling = false;
  return {
    fileOf(path) {
      if (!byPath.has(path)) {
        const picture = read(path, byFile.size + 1, readFile);
        byPath.set(path, picture);
        if (picture) byFile.set(picture.file, picture);
      }
      return byPath.get(path)?.file;
    },
    at: (path) => byPath.get(path),
    show(file, alt) {
      shown.add(file);
      telling ||= alt !== '';
    },
    isPicture: (file) => byFile.has(file),
    shown: () => [...byFile.values()].filter(({ file }) => shown.has(file)),
    tell: () => telling,
  };
}

function read(path: string, number: number, readFile: (path: string) => Uint8Array): Picture | undefined {
  let bytes: Uint8Array;
  try {
    bytes = readFile(path);
  } catch {
    // A lint rule tells the author; the reader gets the words that stand for it.
    return undefined;
  }
  const kind = kindOf(bytes);
  const checked = kind === 'svg' ? checkedSvg(bytes) : bytes;
  if (kind === undefined || checked === undefined) return undefined;
  const head = kind === 'svg' ? undefined : headOfPicture(kind, bytes);
  // What is broken here would make the whole book so.
  if (kind !== 'svg' && !head) return undefined;
  return {
    file: `picture-${String(number).padStart(3, '0')}.${kind}`,
    mediaType: mediaTypes[kind],
    bytes: checked,
    moves: moves(kind, bytes),
    head,
  };
}

export type PictureKind = 'png' | 'jpeg' | 'gif' | 'webp' | 'svg';

/** The pictures that every reading system of EPUB 3.3 has to show. */
export const mediaTypes: Readonly<Record<PictureKind, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

/** What a picture is, by its first bytes. */
export function kindOf(bytes: Uint8Array): PictureKind | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return 'webp';
  return /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE svg|svg)/i.test(head) ? 'svg' : undefined;
}

function moves(kind: PictureKind, bytes: Uint8Array): boolean {
  const holds = (mark: string): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(mark);
  if (kind === 'gif') return holds('NETSCAPE2.0');
  if (kind === 'png') return holds('acTL');
  if (kind === 'webp') return holds('ANIM');
  return kind === 'svg' && (holds('<animate') || holds('<set') || holds('@keyframes'));
}
