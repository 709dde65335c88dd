/** What the safe fixes of the typography and name rules write, and that one round of them is enough. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Finding, lint } from '../../src/lint.ts';
import { applySafeFixes } from '../../src/reports/fixes.ts';
import { rules } from '../../src/rules/index.ts';
import { stockWith } from '../stock.ts';

const chapter = '02-the-crossing.md';

const found = (text: string, form: RegExp, others: Readonly<Record<string, string>>): readonly Finding[] =>
  lint(
    stockWith({ ...others, [chapter]: text }),
    rules.filter(({ id }) => form.test(id)),
  ).filter(({ fix }) => fix?.safe);

/** A chapter after one round of the safe fixes of some rules. */
function mended(text: string, form: RegExp, others: Readonly<Record<string, string>> = {}): string {
  const files = applySafeFixes(found(text, form, others));
  return files.find(({ source }) => source.file === chapter)?.text ?? text;
}

/** The same after as many rounds as it takes: of two fixes that touch, one waits for the next. */
function whollyMended(text: string, form: RegExp, others: Readonly<Record<string, string>> = {}): string {
  let now = text;
  for (let round = 0; round < 8; round += 1) {
    const next = mended(now, form, others);
    if (next === now) break;
    now = next;
  }
  return now;
}

describe('typography/ writes', () => {
  test.each([
    [
      'mixed-quotes',
      '“One,” he said. “Two.” "Three *four*," she said.',
      '“One,” he said. “Two.” “Three *four*,” she said.',
    ],
    ['mixed-quotes', '"One," he said. "Two." “Three.”', '"One," he said. "Two." "Three."'],
    ['mixed-quotes', '“One.” “Two.” A 5" wick, \\"so\\".', '“One.” “Two.” A 5" wick, \\"so\\".'],
    ['mixed-quotes', '“One.” “Two.” &quot;Three.&quot;', '“One.” “Two.” &quot;Three.&quot;'],
    ['mixed-apostrophes', "don’t won’t can’t shan't goin' 'tis", 'don’t won’t can’t shan’t goin’ ’tis'],
    ['mixed-apostrophes', "don't won't *can't* shan’t", "don't won't *can't* shan't"],
    ['mixed-dashes', 'a—b and c—d and e – f', 'a—b and c—d and e—f'],
    ['mixed-dashes', 'a – b and c – d and e—f', 'a – b and c – d and e – f'],
    ['mixed-dashes', 'a--b, c--d, e--f, g--h and i—j', 'a--b, c--d, e--f, g--h and i--j'],
    ['hyphen-for-dash', 'a--b and c--d and e—f', 'a—b and c—d and e—f'],
    ['mixed-ellipses', 'a… b… c... d . . . e', 'a… b… c… d … e'],
    ['hyphen-for-dash', '"I was going to-" She went. a -- b', '"I was going to--" She went. a -- b'],
    ['hyphen-for-dash', 'a—b, *c—d*, e--f, g - h, 3 - 1', 'a—b, *c—d*, e—f, g—h, 3 - 1'],
    ['doubled-word', 'of the\nthe lamps and and', 'of the lamps and'],
    ['doubled-space', 'One  two.   Three\t \tfour', 'One two. Three four'],
    ['space-before-mark', 'One , two . *Three* ;', 'One, two. *Three*;'],
    ['dialogue-punctuation', '“Go.” she said. “Go *now.*” he said.', '“Go,” she said. “Go *now,*” he said.'],
  ])('%s: %s', (rule, before, after) => {
    expect(mended(`${before}\n`, new RegExp(`^typography/${rule}$`))).toBe(`${after}\n`);
  });

  const pieces = fc.constantFrom(
    ...'“Go,” she said.|"Go." he said.|“Go-|“I was going to-”|the the|and  and|and|*the*|don’t|don\'t|—|--| - | – |…|...|. . .'.split(
      '|',
    ),
    ..." ,|\n|\n\n|“|”|\"|'|‘|’|*|**|_|`\"`|> |- |    |\\|&quot;|&#39;|é|T'lar|PADD|,|.|  |3|\u00A0|Qapla’|:lang[x'y]{tlh}".split(
      '|',
    ),
  );
  test('nothing that the same rules would mend again', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 24 }), (parts) => {
        const now = whollyMended(parts.join(' '), /^typography\//);
        expect(found(now, /^typography\//, {}).map(({ message }) => message)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('name/ writes', () => {
  const bible = `characters:
  tlar: { name: T'lar, aliases: [Commander T'lar], not: [Tlar] }
  okoro: { name: Mira Okoro, aliases: [Okoro], not: [Okafor] }
ships:
  kestrel: { name: Kestrel, prefix: USS, aliases: [the Kess] }
  city: { name: City of Lights }
words:
  padd: { not: [PADD, P.A.D.D.] }
  warp core: { not: [warpcore, warp-core] }
`;
  const others = { 'bible.yaml': bible };
  test.each([
    [
      'mixed-apostrophe',
      "T’lar. T’lar's T’lar *T'lar* Commander T'lar",
      "T’lar. T’lar's T’lar *T’lar* Commander T’lar",
    ],
    ['mixed-apostrophe', "T&#39;lar T’lar T'lar T’lar T’lar", 'T&#39;lar T’lar T’lar T’lar T’lar'],
    ['wrong-case', "T'Lar's lamp, T’Lar, T'LAR", "T'lar's lamp, T’lar, T'LAR"],
    ['deprecated-form', 'Okafor saw **Tlar**.', "Okoro saw **T'lar**."],
    [
      'word-form',
      'A PADD, two PADDs, a P.A.D.D. and\nthe warp-core. Warpcore!',
      'A padd, two padds, a padd and\nthe warp core. Warp core!',
    ],
    [
      'ship-not-italic',
      "The *Kestrel* came. *Kestrel*, *Kestrel*, *Kestrel*. USS Kestrel, the Kess and Kestrel's lamps; City of Lights",
      "The *Kestrel* came. *Kestrel*, *Kestrel*, *Kestrel*. USS *Kestrel*, the *Kess* and *Kestrel*'s lamps; *City of Lights*",
    ],
    [
      'ship-not-italic',
      'The _Kestrel_ came. **Kestrel** and “Kestrel”',
      'The _Kestrel_ came. **Kestrel** and “*Kestrel*”',
    ],
    ['ship-not-italic', 'Kestrel came. *We lost Kestrel, he thought.*', 'Kestrel came. *We lost Kestrel, he thought.*'],
  ])('%s: %s', (rule, before, after) => {
    expect(mended(`${before}\n`, new RegExp(`^name/${rule}$`), others)).toBe(`${after}\n`);
  });

  const pieces = fc.constantFrom(
    ..."T'lar|T’lar|Tʼlar|T'Lar|Tlar|*|**|_|Kestrel|*Kestrel*|USS|the Kess|Kestrel's|PADD|PADDs|P.A.D.D.|warp|-core|warpcore|\n|\n\n|> |\\|“|”|.|Okafor|Mira".split(
      '|',
    ),
  );
  test('nothing that the same rules would mend again', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), fc.constantFrom('', ' '), (parts, joint) => {
        const now = whollyMended(parts.join(joint), /^name\//, others);
        expect(found(now, /^name\//, others).map(({ message }) => message)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
