/** Which SVG pictures may go into a book: well-formed, still what they seem, and asking for nothing from outside. */

import type * as Painter from '@resvg/resvg-js';
import { load } from './commonjs.ts';

const DOCTYPE = /<!DOCTYPE[^>[]*>/i;
const hostile =
  /<!ENTITY|<!DOCTYPE|<(?:[\w-]+:)?(?:script|foreignObject|iframe|handler|listener)[\s/>]|\son\w+\s*=|javascript:|@import/i;
/** A reference that is neither to a place in the picture nor to data in it. */
const outward =
  /\b(?:href|src)\s*=\s*(?:"(?!#|data:image\/(?:png|jpeg|gif|webp))|'(?!#|data:image\/(?:png|jpeg|gif|webp)))|url\(\s*["']?(?!["']?(?:#|data:))/i;

/** The bytes of an SVG picture without its DOCTYPE; undefined where it is not to be trusted or cannot be read as XML. */
export function checkedSvg(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(DOCTYPE, '');
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
