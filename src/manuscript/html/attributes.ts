/** What an element may carry: addresses that can do no harm, and the attributes of the allow-list. */

import type { Element, Properties } from 'hast';
import { parseEntities } from 'parse-entities';
import { words } from './vocabulary.ts';

/** An address that may be published, with what a URL cannot hold encoded; undefined if it runs something or is none. */
function safeUrl(value: unknown, picture: boolean): string | undefined {
  const url = String(value)
    .toWellFormed()
    .replace(/[\t\n\r]/g, '')
    .trim()
    .replace(/[\0- "<>\\^`{|}\x7f-\x9f\ufffd-\uffff]|%(?![\da-f]{2})/gi, encodeURIComponent);
  const scheme = /^([^/?#:]*):/.exec(url.replace(/[\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g, ''))?.[1];
  if (scheme !== undefined && !(picture ? /^https?$/i : /^(?:https?|mailto)$/i).test(scheme)) return undefined;
  if (picture ? url === '' : /^mailto:$/i.test(url)) return undefined;
  const host = /^(?:https?:)?\/\/[^/?#]+/i.exec(url)?.[0] ?? '';
  if (/^(?:https?:|\/\/)/i.test(url)) {
    const whole = url.replace(/^\/\//, 'https://');
    if (host === '' || !URL.canParse(whole) || /^\.|\.\./.test(new URL(whole).hostname)) return undefined;
  }
  const [path, ...fragment] = url.slice(host.length).replace(/[[\]]/g, encodeURIComponent).split('#');
  return host + path + (fragment.length > 0 ? `#${fragment.join('%23')}` : '');
}

const addresses = new Set(words('action cite data formAction href poster src xLinkHref'));

/** Takes what could run something from an element of ours. False for a picture that has no address left. */
export function tidy({ tagName, properties }: Element): boolean {
  for (const key in properties) {
    if (/^on/i.test(key)) delete properties[key];
    else if (key === 'align') {
      properties.className = [properties.className ?? [], String(properties.align)].flat() as string[];
      delete properties[key];
    } else if (addresses.has(key)) {
      const url = safeUrl(properties[key], key !== 'href' || tagName !== 'a');
      if (url === undefined) delete properties[key];
      else if (url !== properties[key]) properties[key] = url;
    }
  }
  return tagName !== 'img' || properties.src !== undefined;
}

export type Attributes = ReadonlyMap<string, string>;

/** What is kept of an author's attributes. */
export function kept(name: string, tag: string, attributes: Attributes): Properties {
  const properties: Properties = {};
  const keep = (key: string, pattern: RegExp, value = attributes.get(key)): void => {
    const text = value === undefined ? '' : decoded(value, true).trim();
    if (pattern.test(text)) properties[key] = text;
  };
  keep('lang', /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i, attributes.get('lang') ?? attributes.get('xml:lang'));
  keep('dir', /^(?:ltr|rtl|auto)$/);
  keep('title', /\S/);
  const url = attributes.get(tag === 'img' ? 'src' : 'href');
  if (tag === 'a' && url !== undefined) properties.href = safeUrl(decoded(url, true), false);
  if (tag === 'img') {
    properties.src = url && safeUrl(decoded(url, true), true);
    properties.alt = decoded(attributes.get('alt') ?? '', true);
    keep('width', /^\d{1,9}$/);
    keep('height', /^\d{1,9}$/);
  }
  if (tag === 'ol') {
    keep('start', /^-?\d{1,9}$/);
    keep('type', /^[1aAiI]$/);
    if (attributes.has('reversed')) properties.reversed = true;
  }
  if (tag === 'li') keep('value', /^-?\d{1,9}$/);
  if (tag === 'details' && attributes.has('open')) properties.open = true;
  const style = attributes.get('style') ?? '';
  const centred = /^\s*center\s*$/i.test(attributes.get('align') ?? '') || /text-align\s*:\s*center/i.test(style);
  if (name === 'center' || (centred && /^(?:div|p|h[1-6])$/.test(tag))) properties.className = ['center'];
  return properties;
}

export const decoded = (text: string, attribute = false): string =>
  text.includes('&') ? parseEntities(text, { attribute }) : text;
