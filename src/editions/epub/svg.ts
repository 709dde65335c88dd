/** Which SVG pictures may go into a book: well-formed, still what they seem, and asking for nothing from outside. */

import type * as Painter from '@resvg/resvg-js';
import { load } from './commonjs.ts';

const DOCTYPE = /<!DOCTYPE[^>[]*>/i;
const hostile =
  /<!ENTITY|<!DOCTYPE|<(?:[\w-]+:)?(?:script|foreignObject|iframe|handler|listener)[\s/>]|\son\w+\s*=|javascript:|@import/i;
/** A reference that is neither to a place in the picture nor to data in it. */
const outward =
  /\b(?:href|src)\s*=\s*(?:"(?!#|data:image\/(?:png|jpeg|gif|webp))|'(?!#|data:image\/(?:png|jpeg|gif|webp)))|url\(\s*["']?(?!["']?(?:#|data:))/i;

/** What stands before the drawing, and says how it is written or which sheet styles it. */
const instruction = /<\?[\s\S]*?\?>/g;
const startTag = /<[A-Za-z_](?:[^<>"']|"[^"]*"|'[^']*')*>/g;
const idAttribute = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/**
 * The bytes of an SVG picture in UTF-8, without DOCTYPE, instructions, and ids that no XML can hold; undefined where it
 * is not to be trusted or cannot be read as XML.
 */
export function checkedSvg(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const text = plainIds(decodedText(bytes).replace(DOCTYPE, '').replace(instruction, ''));
    if (hostile.test(text) || outward.test(text) || !/<svg[\s>]/.test(text)) return undefined;
    if (!text.includes('http://www.w3.org/2000/svg')) return undefined;
    // Its reader of XML is strict: what it takes, an e-reader takes. Few books need it.
    const { Resvg } = load('@resvg/resvg-js') as typeof Painter;
    new Resvg(text, { font: { loadSystemFonts: false }, logLevel: 'off' });
    return new TextEncoder().encode(text);
  } catch {
    return undefined;
  }
}

/** The text, by the encoding that it names. */
function decodedText(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const [, encoding = 'utf-8'] = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head) ?? [];
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

/** Drawing programs name layers `Frame 1`, and two of them alike. Such an id goes, unless something points at it. */
function plainIds(text: string): string {
  const known = new Set<string>();
  return text.replace(startTag, (tag) =>
    tag.replace(idAttribute, (attribute, double?: string, single?: string) => {
      const id = double ?? single ?? '';
      const isFirst = !known.has(id);
      known.add(id);
      if (isFirst && /^[\p{L}_][\p{L}\p{N}._-]*$/u.test(id)) return attribute;
      if (isFirst && [id, encodeURI(id)].some((name) => text.includes(`#${name}`))) throw new Error(`#${id} is no id`);
      return '';
    }),
  );
}
