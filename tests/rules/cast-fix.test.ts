import { expect, test } from 'vitest';
import { lint } from '../../src/lint.ts';
import { rules } from '../../src/rules/index.ts';
import { stockWith } from '../stock.ts';

const spoken = '“Out,” said Tam.';

test.each([
  ['---\ncast: [mira]\n---\n\n', 'cast: [mira, tam]'],
  ['---\ncast: [ "Mira Okoro" ]\n---\n\n', 'cast: [ "Mira Okoro", tam ]'],
  ['---\ncast: mira\n---\n\n', 'cast: mira, tam'],
  ['---\ncast:\n  - sorel\n  - mira\n---\n\n', '  - mira\n  - tam\n'],
  ['---\ntitle: A\n---\n\nIt rained.\n\n::scene{cast="mira, sorel"}\n\n', 'cast="mira, sorel, tam"}'],
  ['---\ntitle: A\n---\n\nIt rained.\n\n::scene{cast="mira"}\n\n', 'cast="mira, tam"}'],
])('a name is added to %j as its list is written', (head, expected) => {
  const files = { '02-the-crossing.md': `${head}${spoken}\n` };
  const [finding] = lint(stockWith(files), rules).filter(({ rule }) => rule === 'presence/uncast-character-acts');
  const edit = finding?.fix?.edits[0];
  if (!edit) throw new Error('a fix is missing');
  const { text } = edit.span.source;
  expect(text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)).toContain(expected);
});

test('a value without quotation marks cannot hold two names, and is left alone', () => {
  const files = { '02-the-crossing.md': `It rained.\n\n::scene{cast=mira}\n\n${spoken}\n` };
  const found = lint(stockWith(files), rules).filter(({ rule }) => rule === 'presence/uncast-character-acts');
  expect(found.map(({ fix }) => fix)).toEqual([undefined]);
});
