/** A tree as XHTML: well-formed XML whatever the tree holds, and the same tree to an HTML parser. */

import type { Nodes, Properties } from 'hast';

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const elementName = /^[A-Za-z_][\w.-]*$/;
const attributeName = /^(?:(?:epub|xlink|xml):)?[A-Za-z_][\w.-]*$/;
/** No other names can be bound, so that no prefix is ever bound wrongly. */
const namespaces = new Map([
  ['xmlns', /^http:\/\/www\.w3\.org\/(?:1999\/xhtml|2000\/svg|1998\/Math\/MathML)$/],
  ['xmlns:epub', /^http:\/\/www\.idpf\.org\/2007\/ops$/],
  ['xmlns:xlink', /^http:\/\/www\.w3\.org\/1999\/xlink$/],
]);
const renamed = new Map([
  ['acceptCharset', 'accept-charset'],
  ['className', 'class'],
  ['epubType', 'epub:type'],
  ['htmlFor', 'for'],
  ['httpEquiv', 'http-equiv'],
  ['xLinkHref', 'xlink:href'],
  ['xmlLang', 'xml:lang'],
  ['xmlSpace', 'xml:space'],
  ['xmlnsXLink', 'xmlns:xlink'],
]);
/** Attributes whose `true` and `false` are words. */
const spelled = /^(?:aria-.*|contenteditable|draggable|spellcheck|focusable)$/;
const listedByComma = new Set(['accept', 'coords', 'srcset']);

/** What XML 1.0 cannot hold (with the flag `u` a lone surrogate is one of these), and what means something in it. */
const special = /\r\n?|[&<>]|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const specialInValue = /[&<>"\t\n\r]|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

const escapedText = (text: string): string =>
  text.replace(special, (found) => {
    if (found[0] === '\r') return '\n';
    return entities.get(found) ?? (/[\v\f]/.test(found) ? ' ' : '\ufffd');
  });
const escapedValue = (text: string): string =>
  text.replace(specialInValue, (found) => {
    if (/[\t\n\r]/.test(found)) return `&#${found.charCodeAt(0)};`;
    return entities.get(found) ?? (/[\v\f]/.test(found) ? ' ' : '\ufffd');
  });

/** The attribute that a property stands for. In SVG (`foreign`) names keep their case: `viewBox`. */
function nameOf(property: string, foreign: boolean): string {
  const known = renamed.get(property);
  if (known) return known;
  if (/^aria[A-Z]/.test(property)) return `aria-${property.slice(4).toLowerCase()}`;
  if (/^data[A-Z]/.test(property)) return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return foreign || /[:-]/.test(property) ? property : property.toLowerCase();
}

function spelledOut(name: string, value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : String(value);
  if (Array.isArray(value)) return value.join(listedByComma.has(name) ? ', ' : ' ');
  if (typeof value !== 'boolean') return undefined;
  if (spelled.test(name)) return String(value);
  return value ? (name.startsWith('data-') ? '' : name) : undefined;
}

function attributesOf(properties: Properties, foreign: boolean): string {
  const values = new Map<string, string>();
  for (const property in properties) {
    const name = nameOf(property, foreign);
    const value = spelledOut(name, properties[property]);
    if (value === undefined || values.has(name)) continue;
    const allowed = name.startsWith('xmlns') ? namespaces.get(name)?.test(value) : attributeName.test(name);
    if (allowed) values.set(name, value);
  }
  const language = values.get('lang');
  if (language !== undefined && !values.has('xml:lang')) values.set('xml:lang', language);
  let written = '';
  for (const [name, value] of values) written += ` ${name}="${escapedValue(value)}"`;
  return written;
}

/**
 * Writes a tree as XHTML. Void elements close themselves (`<br/>`), all others have an end tag; `lang` comes with
 * `xml:lang`; what is not an element or text (comments, doctypes, raw HTML) is left out; an element whose name is none
 * is left out and its content is not; characters outside XML 1.0 become U+FFFD. Non-ASCII stays as it is. A document
 * that holds `epub:` or `xlink:` attributes has to declare these prefixes.
 */
export function toXhtml(tree: Nodes): string {
  // Not one growing string, which would keep all that it is made of for as long as the page.
  const written: string[] = [];
  const open: { nodes: readonly Nodes[]; next: number; end: string; foreign: boolean }[] = [];
  open.push({ nodes: [tree], next: 0, end: '', foreign: false });
  for (let at = open.at(-1); at; at = open.at(-1)) {
    const node = at.nodes[at.next++];
    if (!node) {
      written.push(at.end);
      open.pop();
    } else if (node.type === 'text') written.push(escapedText(node.value));
    else if (node.type === 'root') open.push({ nodes: node.children, next: 0, end: '', foreign: at.foreign });
    else if (node.type === 'element') {
      const name = node.tagName;
      const foreign = at.foreign || name === 'svg';
      const isVoid = !foreign && voids.has(name);
      const isNamed = elementName.test(name);
      if (isNamed) written.push(`<${name}${attributesOf(node.properties, foreign)}${isVoid ? '/' : ''}>`);
      open.push({ nodes: node.children, next: 0, end: isNamed && !isVoid ? `</${name}>` : '', foreign });
    }
  }
  return written.join('');
}
