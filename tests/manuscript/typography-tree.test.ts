/** The marks of a tree: decided block by block, written back node by node. */

import type { ElementContent, Root, Text } from 'hast';
import { raw } from 'hast-util-raw';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { typesetMarks } from '../../src/manuscript/typography/index.ts';

const printer = unified().use(rehypeStringify);

function set(html: string, language = 'en'): string {
  const root = raw({ type: 'root', children: [{ type: 'raw', value: html }] } as unknown as Root) as Root;
  typesetMarks(root, language);
  return printer.stringify(root).replaceAll('\u00A0', '⍽').replaceAll('&#x22;', '"').replaceAll('&#x27;', "'");
}

describe('a block', () => {
  it.each([
    ['<p>"<em>No</em>," she said.</p>', '<p>“<em>No</em>,” she said.</p>'],
    ['<p><em>"No."</em></p>', '<p><em>“No.”</em></p>'],
    ["<p>'<em>Tis</em> so.</p>", '<p>’<em>Tis</em> so.</p>'],
    [
      "<p>The <i>Enterprise</i>'s crew, the <i>boys</i>' house</p>",
      '<p>The <i>Enterprise</i>’s crew, the <i>boys</i>’ house</p>',
    ],
    [
      '<p><em>He said, "<strong>Go!</strong>"</em> "Now."</p>',
      '<p><em>He said, “<strong>Go!</strong>”</em> “Now.”</p>',
    ],
    ['<p>He <em>went</em>--"Go!"</p>', '<p>He <em>went</em>—“Go!”</p>'],
    ['<p>So<em>-</em>-it</p>', '<p>So<em>—</em>it</p>'],
    ['<p>Wait.<b>.</b>.</p>', '<p>Wait…<b></b></p>'],
    ['<p>Mr. <span>Spock</span></p>', '<p>Mr.⍽<span>Spock</span></p>'],
    ['<p>"One</p><p>"Two," he said.</p>', '<p>“One</p><p>“Two,” he said.</p>'],
    [`<h1>"A"</h1><ul><li>'b'</li></ul>`, '<h1>“A”</h1><ul><li>‘b’</li></ul>'],
    ['<div>"One<p>"Two"</p>"Three"</div>', '<div>“One<p>“Two”</p>“Three”</div>'],
    [
      '<table><tbody><tr><td>"a</td><td>"b"</td></tr></tbody></table>',
      '<table><tbody><tr><td>“a</td><td>“b”</td></tr></tbody></table>',
    ],
    ['"loose" <em>"text"</em>', '“loose” <em>“text”</em>'],
  ])('%s', (typed, marks) => {
    expect(set(typed)).toBe(marks);
  });
});

describe('what stands in a line', () => {
  it.each([
    ['a break is a space', '<p>He said<br>"Go"<br>\'tis\n"so"</p>', '<p>He said<br>“Go”<br>’tis\n“so”</p>'],
    ['two breaks part paragraphs', '<p>"One<br><br>"Two," he said</p>', '<p>“One<br><br>“Two,” he said</p>'],
    [
      'a picture is not there',
      '<p>"Go.<img src="x">" <img src="x">"No"</p>',
      '<p>“Go.<img src="x">” <img src="x">“No”</p>',
    ],
    [
      'nor is a note',
      '<p>"Go<sup><a href="#1" data-footnote-ref="">1</a></sup>" "No"<a role="doc-noteref">*</a>\'s <sup>2</sup>"So"</p>',
      '<p>“Go<sup><a href="#1" data-footnote-ref="">1</a></sup>” “No”<a role="doc-noteref">*</a>’s <sup>2</sup>“So”</p>',
    ],
    ['nor ruby', '<p>"<ruby>K<rt>\'k</rt></ruby>"</p>', '<p>“<ruby>K<rt>’k</rt></ruby>”</p>'],
    [
      'code is a word',
      '<p>"<code>"x" -- \'y\'</code>" is <kbd>\'</kbd>\'s</p>',
      "<p>“<code>\"x\" -- 'y'</code>” is <kbd>'</kbd>’s</p>",
    ],
    ['pre', '<pre>"x" -- ...</pre>', '<pre>"x" -- ...</pre>'],
    [
      'no translation',
      '<p>"<b translate="no">"x"</b>" <b class="a notranslate">...</b></p>',
      '<p>“<b translate="no">"x"</b>” <b class="a notranslate">...</b></p>',
    ],
  ])('%s', (_, typed, marks) => {
    expect(set(typed)).toBe(marks);
  });
});

describe('another language', () => {
  it.each([
    ['<p>"<i lang="tlh">Qapla\'</i>!" he said.</p>', '<p>“<i lang="tlh">Qapla’</i>!” he said.</p>'],
    ["<p>'<i lang=\"tlh\">'Iw 'ej</i>,' he said.</p>", '<p>‘<i lang="tlh">’Iw ’ej</i>,’ he said.</p>'],
    ['<p>A <i lang="fr">"mot juste"! -- l\'an</i>?</p>', '<p>A <i lang="fr">“mot juste”! -- l’an</i>?</p>'],
    ['<p>A <i lang="he">ג\'ירפה</i></p>', '<p>A <i lang="he">ג\'ירפה</i></p>'],
    ['<p lang="de">"Na, \'s geht"</p><p>"So"</p>', '<p lang="de">„Na, ’s geht“</p><p>“So”</p>'],
    [
      '<blockquote lang="fr"><p>"Oui"</p></blockquote>',
      '<blockquote lang="fr"><p>« Oui »</p></blockquote>'.replaceAll('« ', '«\u202F').replaceAll(' »', '\u202F»'),
    ],
    ['<p lang="ja">"a"...</p><p lang="en-GB">"b"</p>', '<p lang="ja">"a"...</p><p lang="en-GB">“b”</p>'],
    ['<p><i lang="en-GB">\'Tis "so"--yes</i></p>', '<p><i lang="en-GB">’Tis “so”—yes</i></p>'],
  ])('%s', (typed, marks) => {
    expect(set(typed)).toBe(marks);
  });

  it('words in a French line keep their own spaces', () => {
    expect(set('<p>Quoi? <i lang="en">What?</i> Oui!</p>', 'fr')).toBe(
      '<p>Quoi\u202F? <i lang="en">What?</i> Oui\u202F!</p>',
    );
  });
});

it('changes nothing but values of text', () => {
  const text = {
    type: 'text',
    value: `"It's"`,
    position: { start: { line: 1, column: 1 }, end: { line: 1, column: 7 } },
  } as const;
  const root: Root = {
    type: 'root',
    children: [{ ...text }, { type: 'comment', value: `"it's"` }, { type: 'doctype' }],
  };
  typesetMarks(root, 'en');
  expect(root.children).toEqual([
    { ...text, value: '“It’s”' },
    { type: 'comment', value: `"it's"` },
    { type: 'doctype' },
  ]);
});

it('bears deep nesting', () => {
  const text: Text = { type: 'text', value: '"No"' };
  let nested: ElementContent = text;
  for (let depth = 0; depth < 3000; depth += 1)
    nested = { type: 'element', tagName: 'i', properties: {}, children: [nested] };
  typesetMarks({ type: 'root', children: [nested] }, 'en');
  expect(text.value).toBe('“No”');
});
