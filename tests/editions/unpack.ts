/** An EPUB taken apart: its entries in order, and its documents read by a strict reader of XML. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { epub } from '../../src/editions/epub.ts';
import { openPublication, type Publication } from '../../src/editions/publication.ts';
import type { Manuscript } from '../../src/manuscript/model.ts';
import { readManuscript } from '../../src/manuscript/read.ts';

export const manuscripts = join(import.meta.dirname, '../manuscripts');
/** Every manuscript there is, our own story among them: what the judges of the EPUB look at. */
export const everyManuscript: readonly string[] = [...readdirSync(manuscripts).sort(), '../../chapters'];

/** Later than every `published:` of the fixtures. */
export const NOW = Date.UTC(2026, 11, 1);

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

export interface Unpacked {
  readonly publication: Publication;
  readonly bytes: Uint8Array;
  /** Paths below the root of the archive, in its order. */
  readonly paths: readonly string[];
  readonly text: (path: string) => string;
  readonly bytesOf: (path: string) => Uint8Array;
  /** Throws where the document is not well-formed. */
  readonly document: (path: string) => XmlElement;
  /** The book with one of its documents changed: broken on purpose. */
  readonly repacked: (path: string, change: (text: string) => string) => Promise<Uint8Array>;
  /** The files beside the book: the cover for shops. */
  readonly beside: readonly string[];
}

/** Publishes a manuscript of `tests/manuscripts`, or of any other folder, and takes the book apart. */
export const unpack = (folder: string): Promise<Unpacked> => unpackBookOf(readManuscript(join(manuscripts, folder)));

/** The same of a manuscript that is read already. */
export async function unpackBookOf(manuscript: Manuscript): Promise<Unpacked> {
  const publication = openPublication(manuscript, { now: NOW });
  const [book, ...others] = await epub.publish(publication);
  if (!book) throw new Error('no book');
  const zip = await JSZip.loadAsync(book.bytes);
  const contents = new Map<string, Uint8Array>();
  for (const [path, entry] of Object.entries(zip.files)) contents.set(path, await entry.async('uint8array'));
  const bytesOf = (path: string): Uint8Array => {
    const found = contents.get(path);
    if (!found) throw new Error(`the book has no ${path}`);
    return found;
  };
  const text = (path: string): string => new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(path));
  return {
    publication,
    bytes: book.bytes,
    paths: [...contents.keys()],
    text,
    bytesOf,
    document: (path) => readXml(text(path)),
    repacked(path, change) {
      zip.file(path, change(text(path)));
      return zip.generateAsync({ type: 'uint8array' });
    },
    beside: others.map(({ path }) => path),
  };
}

const name = String.raw`(?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*`;
const token = new RegExp(
  `(?<text>(?:[^<&\\]]|&(?:amp|lt|gt|quot|#\\d+);|\\](?!\\]>))+)|<(?<start>${name})(?<attributes>(?:\\s+${name}="(?:[^<&"]|&(?:amp|lt|gt|quot|#\\d+);)*")*)\\s*(?<empty>/?)>|</(?<end>${name})>`,
  'uy',
);
const prolog = /^<\?xml version="1\.0" encoding="utf-8" ?\?>\s*(?:<!DOCTYPE html>\s*)?/i;

/** Reads the XML that we write, and throws at everything else: comments, CDATA, prefixes and entities not declared. */
export function readXml(text: string): XmlElement {
  const stray = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text);
  if (stray) throw new Error(`U+${stray[0].charCodeAt(0).toString(16)} is no character of XML`);
  const root = { name: '', attributes: {}, children: [] as (XmlElement | string)[] };
  const open = [root];
  token.lastIndex = prolog.exec(text)?.[0].length ?? 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const found = token.exec(text)?.groups;
    const parent = open.at(-1);
    if (!found || !parent) throw new Error(`ill-formed: ${text.slice(at, at + 60)}`);
    if (found.text) parent.children.push(decoded(found.text));
    if (found.end && open.pop()?.name !== found.end) throw new Error(`</${found.end}> closes another`);
    if (!found.start) continue;
    const pairs = [...(found.attributes ?? '').matchAll(/\s([^\s=]+)="([^"]*)"/g)];
    const attributes = Object.fromEntries(pairs.map(([, key, value]) => [key as string, decoded(value as string)]));
    if (Object.keys(attributes).length < pairs.length) throw new Error(`an attribute twice in <${found.start}>`);
    const element = { name: found.start, attributes, children: [] };
    parent.children.push(element);
    if (!found.empty) open.push(element);
  }
  const elements = root.children.filter((child) => typeof child !== 'string');
  if (open.length > 1 || elements.length !== 1) throw new Error('not one element that is closed');
  const prefixes = new Set([...text.matchAll(/<\/?(\w+):|\s(\w+):[\w-]+="/g)].map((match) => match[1] ?? match[2]));
  for (const prefix of prefixes)
    if (prefix !== 'xml' && prefix !== 'xmlns' && !text.includes(`xmlns:${prefix}="`))
      throw new Error(`the prefix ${prefix} is not declared`);
  return elements[0] as XmlElement;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, entity: string) =>
    code ? String.fromCodePoint(Number(code)) : (entities[entity] ?? ''),
  );

/** An element and all below it, in the order of the document. */
export function* elements(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of root.children) if (typeof child !== 'string') yield* elements(child);
}

export const named = (root: XmlElement, name: string): XmlElement[] =>
  [...elements(root)].filter((element) => element.name === name);

/** The text of an element, without that of elements which a test leaves out. */
export function textOf(root: XmlElement, without: (element: XmlElement) => boolean = () => false): string {
  if (without(root)) return '';
  return root.children.map((child) => (typeof child === 'string' ? child : textOf(child, without))).join('');
}

export const hasClass = (element: XmlElement, name: string): boolean =>
  (element.attributes.class ?? '').split(' ').includes(name);
