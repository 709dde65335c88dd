import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it, test } from 'vitest';
import { toXhtml } from '../../src/editions/xhtml.ts';
import { cleanHtml } from '../../src/manuscript/html.ts';

const element = (tagName: string, properties: Properties = {}, ...children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const text = (value: string): ElementContent => ({ type: 'text', value });

/**
 * What is ill-formed in a piece of XML, or undefined. It knows elements, attributes, text and the references that are
 * written here, and nothing else: comments, CDATA, declarations would be faults.
 */
function illFormed(xml: string): string | undefined {
  const stray = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(xml);
  if (stray) return `a character U+${stray[0].charCodeAt(0).toString(16)}`;
  const name = String.raw`(?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*`;
  const reference = '&(?:amp|lt|gt|quot|#(?:9|10|13));';
  const token = new RegExp(
    `(?<text>(?:[^<&>]|${reference})+)|<(?<start>${name})(?<attributes>(?: ${name}="(?:[^<&"\\t\\n]|${reference})*")*)(?<empty>/?)>|</(?<end>${name})>`,
    'uy',
  );
  const open: string[] = [];
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const { start, attributes = '', empty, end } = token.exec(xml)?.groups ?? {};
    if (token.lastIndex === 0) return `at ${at}: ${xml.slice(at, at + 40)}`;
    const names = [...attributes.matchAll(/ ([^ =]+)="[^"]*"/g)].map(([, attribute]) => attribute);
    if (new Set(names).size < names.length) return `twice the same attribute in <${start}${attributes}>`;
    if (names.some((attribute) => /^(?!epub:|xlink:|xml:|xmlns:(?:epub|xlink)$).*:/.test(attribute ?? '')))
      return `an unknown prefix in <${start}${attributes}>`;
    if (start && !empty) open.push(start);
    if (end && open.pop() !== end) return `</${end}> at ${at}`;
  }
  return open.length > 0 ? `<${open.at(-1)}> is not closed` : undefined;
}

/** A real XML parser's word for it: that of the SVG library, strict and aware of namespaces. */
function parses(xml: string): boolean {
  const declared = 'xmlns:epub="http://www.idpf.org/2007/ops" xmlns:xlink="http://www.w3.org/1999/xlink"';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><metadata ${declared}>${xml}</metadata></svg>`;
  try {
    new Resvg(svg, { font: { loadSystemFonts: false } });
    return true;
  } catch {
    return false;
  }
}

test('the checks check', () => {
  for (const bad of [
    '<a>',
    '</a>',
    '<a></b>',
    '<a b="1" b="2"/>',
    '<a b=c/>',
    '<a b/>',
    '&nbsp;',
    '<a b="<"/>',
    'a & b',
    '\u0001',
    '\ufffe',
    '<x:a/>',
  ])
    expect([bad, illFormed(bad) !== undefined || !parses(bad)]).toEqual([bad, true]);
  for (const bad of ['<a>', '<a></b>', '<a b="1" b="2"/>', '<a b/>', '&nbsp;', '<a b="<"/>', '\u0001', '<a x:b="c"/>'])
    expect([bad, parses(bad)]).toEqual([bad, false]);
  expect(illFormed('<a b="c">d &amp; e<br/></a>')).toBeUndefined();
  expect(parses('<a b="c">d &amp; e<br/></a>')).toBe(true);
});

describe('what is written', () => {
  it.each<[string, Element | Root, string]>([
    ['a void element', element('br'), '<br/>'],
    ['a void element that holds words', element('br', {}, text('a')), '<br/>a'],
    ['an empty element', element('p'), '<p></p>'],
    ['an empty element of SVG', element('svg', {}, element('path')), '<svg><path></path></svg>'],
    ['a root', { type: 'root', children: [element('p', {}, text('a')), text('\n')] }, '<p>a</p>\n'],
    ['marks in text', element('p', {}, text('a & b < c > d " e ]]> f')), '<p>a &amp; b &lt; c &gt; d " e ]]&gt; f</p>'],
    ['an entity as it is', element('p', {}, text('&nbsp;&#1;')), '<p>&amp;nbsp;&amp;#1;</p>'],
    [
      'marks in a value',
      element('p', { title: 'a & b < c > " \' \n\t' }),
      '<p title="a &amp; b &lt; c &gt; &quot; \' &#10;&#9;"></p>',
    ],
    ['control characters', element('p', {}, text('a\0b\u0001c\u001fd\u007f')), '<p>a\ufffdb\ufffdc\ufffdd\u007f</p>'],
    ['old white space', element('p', { title: '\f' }, text('a\vb\fc')), '<p title=" ">a b c</p>'],
    ['line ends', element('p', {}, text('a\r\nb\rc')), '<p>a\nb\nc</p>'],
    [
      'what is no character',
      element('p', { title: '\uffff' }, text('\ufffe\uffff')),
      '<p title="\ufffd">\ufffd\ufffd</p>',
    ],
    [
      'half a surrogate pair',
      element('p', { title: '\udfff' }, text('\ud800a\udc00')),
      '<p title="\ufffd">\ufffda\ufffd</p>',
    ],
    ['a whole one', element('p', {}, text('🖖 é 漢 שלום')), '<p>🖖 é 漢 שלום</p>'],
    ['script', element('script', {}, text('a < b && c')), '<script>a &lt; b &amp;&amp; c</script>'],
    ['a name that is none', element('a b', { id: 'x' }, text('a')), 'a'],
    ['a prefixed name', element('x:a', {}, text('a')), 'a'],
  ])('%s', (_, tree, result) => expect(toXhtml(tree)).toBe(result));

  test('no comments, doctypes, raw HTML', () => {
    const children: RootContent[] = [
      { type: 'comment', value: 'a' },
      { type: 'doctype' },
      { type: 'raw', value: '<b>' },
    ];
    expect(toXhtml({ type: 'root', children })).toBe('');
  });
});

describe('attributes', () => {
  it.each<[Record<string, unknown>, string]>([
    [{ open: true, hidden: true, checked: false }, ' open="open" hidden="hidden"'],
    [{ ariaHidden: true, ariaExpanded: false }, ' aria-hidden="true" aria-expanded="false"'],
    [{ ariaLabelledBy: ['a', 'b'], ariaHidden: 'true' }, ' aria-labelledby="a b" aria-hidden="true"'],
    [{ className: ['a', 'b'], htmlFor: 'c' }, ' class="a b" for="c"'],
    [{ dataFootnoteRef: true, dataFootnotes: '', 'data-x': 'y' }, ' data-footnote-ref="" data-footnotes="" data-x="y"'],
    [
      { colSpan: 2, dateTime: 'a', hrefLang: 'fr', tabIndex: 0 },
      ' colspan="2" datetime="a" hreflang="fr" tabindex="0"',
    ],
    [{ epubType: 'noteref', role: 'doc-noteref' }, ' epub:type="noteref" role="doc-noteref"'],
    [{ 'epub:type': 'noteref', xLinkHref: 'a' }, ' epub:type="noteref" xlink:href="a"'],
    [{ lang: 'fr' }, ' lang="fr" xml:lang="fr"'],
    [{ lang: 'fr', xmlLang: 'de' }, ' lang="fr" xml:lang="de"'],
    [{ srcSet: ['a 1x', 'b 2x'] }, ' srcset="a 1x, b 2x"'],
    [{ width: 0, height: Number.NaN, alt: '', title: null, src: undefined }, ' width="0" alt=""'],
    [{ class: 'a', className: ['b'] }, ' class="a"'],
    [{ 'a b': 'x', '"': 'x', 'a=b': 'x', '<': 'x', '': 'x', '1': 'x', 'x:y': 'x', é: 'x', 'a:b:c': 'x' }, ''],
    [
      { xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops' },
      ' xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"',
    ],
    [{ xmlns: '', 'xmlns:xml': 'x', 'xmlns:epub': 'x', 'xmlns:x': 'http://www.w3.org/1999/xlink' }, ''],
  ])('%j', (properties, result) => expect(toXhtml(element('p', properties as Properties))).toBe(`<p${result}></p>`));

  test('keep their case in SVG', () => {
    const svg = element(
      'svg',
      { viewBox: '0 0 1 1' },
      element('linearGradient', { gradientUnits: 'x', className: ['a'] }),
    );
    expect(toXhtml(svg)).toBe(
      '<svg viewBox="0 0 1 1"><linearGradient gradientUnits="x" class="a"></linearGradient></svg>',
    );
  });
});

describe('whatever a tree holds, it is well-formed', () => {
  const odd = fc.constantFrom(
    ']]>',
    '<!--',
    '-->',
    '<?x?>',
    '&amp;',
    '\0',
    '\ud800',
    '\ufffe',
    '"',
    "'",
    '<',
    '\r',
    '&',
  );
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(odd, { maxLength: 5 }).map((parts) => parts.join('')),
  );
  const name = fc.oneof(
    fc.constantFrom('p', 'br', 'svg', 'b', 'img', 'script', 'foreignObject', 'a:b', 'xml', '', '-', 'é', 'P'),
    fc.string({ maxLength: 5 }),
  );
  const property = fc.oneof(
    fc.constantFrom(
      'className',
      'class',
      'lang',
      'xmlLang',
      'xml:lang',
      'LANG',
      'ariaLabel',
      'aria-label',
      'dataX',
      'xmlns',
      'xmlns:epub',
      'epub:type',
      'epubType',
      'xLinkHref',
      'xml:x',
      'open',
      'srcSet',
    ),
    fc.string({ maxLength: 5 }),
  );
  const properties = fc.dictionary(
    property,
    fc.oneof(
      value,
      fc.boolean(),
      fc.double(),
      fc.constant(null),
      fc.constant(undefined),
      fc.array(value, { maxLength: 3 }),
    ),
  ) as fc.Arbitrary<Properties>;
  const { node } = fc.letrec<{ node: ElementContent; element: Element }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      value.map((text): ElementContent => ({ type: 'text', value: text })),
      value.map((text): ElementContent => ({ type: 'comment', value: text })),
      value.map((text): ElementContent => ({ type: 'raw', value: text })),
      tie('element'),
    ),
    element: fc.record({
      type: fc.constant('element' as const),
      tagName: name,
      properties,
      children: fc.array(tie('node'), { maxLength: 4 }),
    }),
  }));
  const wellFormed = (tree: Root): void => {
    const xml = toXhtml(tree);
    expect(illFormed(xml)).toBeUndefined();
    expect([xml, parses(xml)]).toEqual([xml, true]);
  };

  test('any tree', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (children) => wellFormed({ type: 'root', children })),
      { numRuns: 500 },
    );
  });

  test('any manuscript, once it is cleaned', () => {
    const pipeline = unified().use(remarkParse).use(remarkRehype, { allowDangerousHtml: true });
    const piece = fc.constantFrom(
      '<b>',
      '</b>',
      '<p title="&">',
      '<center>',
      '</center>',
      '<br>',
      '<img src=a alt="<">',
      '<a href="&#1;x">',
      '<ul>',
      '<li>',
      '<!-- -- -->',
      '<?php ?>',
      '<x',
      '\n\n',
      '*',
      '`',
      '\0',
      '&#1;',
      '&#xFFFE;',
      'a',
      '[a]: <b> "c"',
      '[a]',
    );
    const soup = fc.oneof(
      fc.array(piece).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(soup, (source) => {
        const tree = pipeline.runSync(pipeline.parse(source));
        cleanHtml(tree);
        wellFormed(tree);
      }),
      { numRuns: 500 },
    );
  });

  test('a tree 20,000 elements deep', () => {
    let tree = element('b');
    for (let depth = 1; depth < 20_000; depth++) tree = element('b', {}, tree);
    expect(toXhtml(tree)).toBe('<b>'.repeat(20_000) + '</b>'.repeat(20_000));
  });
});
