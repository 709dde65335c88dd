/** The XML of the package document and the NCX: well-formed whatever the author typed. */

const special = /[&<>"]|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML 1.0. What it cannot hold (control characters, lone surrogates) is left out. */
export const xmlText = (text: string): string => text.replace(special, (found) => entities[found] ?? '');

export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

/** An element with text in it, or with elements that are XML already. Attributes keep their order; undefined ones go. */
export function xml(name: string, attributes: XmlAttributes, content: string | readonly string[] = []): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${xmlText(String(value))}"`]))
    .join('');
  if (typeof content === 'string') return `<${name}${written}>${xmlText(content)}</${name}>`;
  return content.length === 0 ? `<${name}${written}/>` : `<${name}${written}>\n${content.join('\n')}\n</${name}>`;
}
