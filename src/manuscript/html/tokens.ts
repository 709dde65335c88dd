/** HTML as it was typed, cut into tags and text; a sign that begins no tag is text. */

import { type Attributes, decoded } from './attributes.ts';

export type Token =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'start'; readonly name: string; readonly attributes: Attributes; readonly empty: boolean }
  | { readonly type: 'end'; readonly name: string };

const tagHead = /<(\/?)([a-z][^\t\n\f\r />]*)/iy;
export const attribute =
  /[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r >]*)))?/y;
const tagTail = /[\t\n\f\r /]*>/y;
/** More attributes than any tag has: beyond them a tag ends at the next `>`, so that no search is long. */
const MOST_ATTRIBUTES = 100;
const endsOf = {
  comment: /--!?>/g,
  instruction: /\?>/g,
  cdata: /\]\]>/g,
  declaration: />/g,
  script: /<(?=\/script[\t\n\f\r />])/gi,
  style: /<(?=\/style[\t\n\f\r />])/gi,
};

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * HTML as tags and text, as a browser tells them apart, except that nothing takes the text after it with it: a comment,
 * a quote or a `<` that is never closed is text. The time grows with the length, whatever stands there.
 */
export function* tokensOf(html: string): Generator<Token> {
  const missing = new Set<string>();
  /** Where something ends, or -1. What was not found once is not looked for again. */
  const endOf = (what: keyof typeof endsOf, from: number): number => {
    const match = missing.has(what) ? null : matchAt(endsOf[what], html, from);
    if (!match) missing.add(what);
    return match ? match.index + match[0].length : -1;
  };
  const tagAt = (at: number, head: RegExpExecArray): { end: number; token?: Token } => {
    const name = (head[2] as string).toLowerCase();
    const attributes = new Map<string, string>();
    let end = at + head[0].length;
    for (let count = 0; count < MOST_ATTRIBUTES; count++) {
      const [written, key, ...values] = matchAt(attribute, html, end) ?? [];
      if (written === undefined || key === undefined) break;
      end += written.length;
      const value = values.find((text) => text !== undefined) ?? '';
      // A quote that is never closed belongs to no value.
      if (!attributes.has(key.toLowerCase())) attributes.set(key.toLowerCase(), value.replace(/^["']/, ''));
    }
    const tail = matchAt(tagTail, html, end)?.[0];
    end = tail === undefined ? html.indexOf('>', at) + 1 : end + tail.length;
    if (head[1]) return { end, token: { type: 'end', name } };
    const after = name === 'script' || name === 'style' ? endOf(name, end) - 1 : -2;
    if (after >= 0) return { end: after };
    return { end, token: { type: 'start', name, attributes, empty: tail?.endsWith('/>') === true } };
  };
  const markupAt = (at: number): { end: number; token?: Token } => {
    const head = matchAt(tagHead, html, at);
    if (head) return tagAt(at, head);
    if (html.startsWith('<!--', at)) return { end: endOf('comment', at + 2) };
    if (html.startsWith('<?', at)) return { end: endOf('instruction', at + 2) };
    if (/[a-z]/i.test(html.charAt(at + 2)) && html[at + 1] === '!') return { end: endOf('declaration', at) };
    if (!html.startsWith('<![CDATA[', at)) return { end: -1 };
    const end = endOf('cdata', at);
    return { end, token: { type: 'text', value: html.slice(at + 9, end - 3) } };
  };
  const lastEnd = html.lastIndexOf('>');
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0 && at < lastEnd; ) {
    const { end, token } = markupAt(at);
    if (end < 0) at = html.indexOf('<', at + 1);
    else {
      if (at > from) yield { type: 'text', value: decoded(html.slice(from, at)) };
      if (token) yield token;
      from = end;
      at = html.indexOf('<', end);
    }
  }
  if (from < html.length) yield { type: 'text', value: decoded(html.slice(from)) };
}
