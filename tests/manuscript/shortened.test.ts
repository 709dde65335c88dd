import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { shortened } from '../../src/manuscript/shortened.ts';
import { manuscriptSyntax } from '../../src/manuscript/syntax.ts';

const all = { footnotes: true, strikethrough: true, tables: true, directives: true };
const parser = unified().use(remarkParse).use(manuscriptSyntax, all).freeze();

/** A tree with the offsets of its nodes in the place of their lines and columns, which nobody reads. */
const plainly = (tree: Root): unknown =>
  JSON.parse(
    JSON.stringify(tree, (key, value) =>
      key === 'position' && value ? [value.start.offset, value.end.offset] : (value as unknown),
    ),
  );

const gaps = fc.constantFrom('\n\n', '\r\n\r\n', '\n \t\n', '\n\n\n');
const paragraphs = fc.constantFrom('Some words', '“She said: no!”', 'two\nlines', '"Oh", he said. 漢字');
const others = fc.constantFrom(
  'Some words',
  'a',
  '“She said: no!”',
  '"Oh", he said',
  '— and then',
  'two\nlines',
  'two\r\nlines',
  'a | b',
  '- | -',
  '1. one',
  '- item',
  '  ',
  '\t',
  '    ',
  '> said',
  '# Title',
  '##  The *lamp*',
  '# Title #',
  '#',
  '* * *',
  '- - -',
  '_ _ _',
  '===',
  '---',
  '***',
  '*so*',
  '_so_',
  '*so* and _so_, “*she*” and **so**',
  'a*b*c, a_b_c and a _(b)_, “_Now!_”',
  'Oh *no',
  'no*, *oh*',
  '*🖖*',
  '*',
  '**',
  '_',
  '__',
  ' ',
  '.',
  '”',
  '`code`',
  '```',
  '~~~',
  '~~gone~~',
  '<div>',
  '</div>',
  '<!--',
  '-->',
  '<script>',
  '&amp;',
  '\\',
  '[a]',
  '[a]: /b',
  '[^1]',
  '[^1]: note',
  '![a](b)',
  ':::log',
  ':::',
  '::break',
  ':ship[Heron]',
  '\n',
  '\r',
  '\0',
  '\u00a0',
  '\u2028',
  '漢字',
  '🖖',
  '\ud800',
);
const pieces = fc.oneof(gaps, gaps, paragraphs, others);

const read = (text: string): { tree: Root; spared: boolean } => {
  const { text: short, tree: whole, lengthen } = shortened(text);
  const tree = lengthen(parser.parse(short));
  if (whole) expect(plainly(whole)).toEqual(tree && plainly(tree));
  return { tree: tree ?? parser.parse(text), spared: tree !== undefined && short.length < text.length };
};

test('a shortened text gives the tree of the whole', () => {
  let spared = 0;
  fc.assert(
    fc.property(fc.oneof(fc.array(pieces, { maxLength: 24 }), fc.array(fc.string())), (parts) => {
      const text = parts.join('');
      const found = read(text);
      if (found.spared) spared += 1;
      expect(plainly(found.tree)).toEqual(plainly(parser.parse(text)));
    }),
    { numRuns: 3000 },
  );
  expect(spared).toBeGreaterThan(300);
});

test('emphasis is told as the parser tells it', () => {
  let spared = 0;
  const letters = fc.constantFrom('*', '**', '_', '__', 'a', 'é', ' ', '.', '”', '(', '\n', '\u00a0', '🖖', '\ud800');
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 12 }), (parts) => {
      const text = `x${parts.join('')}`;
      const found = read(text);
      if (found.spared && /[*_]/.test(text)) spared += 1;
      expect(plainly(found.tree)).toEqual(plainly(parser.parse(text)));
    }),
    { numRuns: 3000 },
  );
  expect(spared).toBeGreaterThan(20);
});

test.each([
  ['One.\n\nTwo.\n\nThree.\n', 'x\n'],
  ['One.\r\n\r\nTwo.', 'x'],
  ['# One\n\nTwo.\n\nThree: “four”.\n\n`Five.`\n\nSix.', 'x\n\n`Five.`\n\nx'],
  ['The *Heron* lay.\n\n_Now._\n\n“**Now!**”\n', 'x\n'],
  ['a_b_c\n\n*a *b\n\n***a***\n\n**a*\n\n*a _b* c_\n\n_a*', 'a_b_c\n\n*a *b\n\n***a***\n\n**a*\n\n*a _b* c_\n\n_a*'],
  ['# One\n\n***\n\n* * *\n\n##  *Two*\n', 'x\n'],
  ['# 1. One\n\n#Two\n\n# Three #\n\n# Four\nFive\n', '# 1. One\n\n#Two\n\n# Three #\n\n# Four\nFive\n'],
  ['- One\n\nTwo.\n\n- Three', '- One\n\nx\n\n- Three'],
])('%j is parsed as %j', (text, short) => expect(shortened(text).text).toBe(short));
