/** What holds of the marks pass for every text: no letter changes, twice is once, nodes do not matter, time is linear. */

import fc from 'fast-check';
import type { Element, ElementContent, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { plainMarks, typesetMarks } from '../../src/manuscript/typography/index.ts';

const languages =
  'en en-GB fr fr-CA fr-CH de de-CH es it pt nl sv da nb pl cs hu ro ru uk el tr ja zh ko he ar tlh x und'
    .split(' ')
    .concat('', '-', 'not a tag', 'zh-Hant-TW', 'x-vulcan');
const language = fc.constantFrom(...languages);

const pieces =
  `" ' \`\` '' \` . .. ... .... - -- --- ---- ? ! ; : , « » “ ” ‘ ’ „ – — … ( ) [ ] < > / \\ * _ & % =|a|b|s|n|in|I|E|T|'n'|tis
  em|Mr.|Dr|J.|M.|word|don't|goin'|boys'|'Arry|10|5'10"|9|43997.6|km|p.m.|é|Ä|ж|Я|א|ב|ש|م|漢|字|「|\uFFFD|\uFFFC|\u{1F596}|\uD83D|\uDE00`
    .split(/[\s|]+/)
    .concat(' ', ' ', ' ', ' ', '  ', '\n', '\n\n', '\t', '\u00A0', '\u202F', '\u200B', '\u2060', "'", '"', "'", '"');
const text = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

const lettersOf = (value: string): string =>
  value.replace(/[^\p{L}\p{N}\p{M}\uFFFC\uFFFD\p{Extended_Pictographic}]/gu, '');
const runs = { numRuns: Number(process.env.RUNS ?? 3000) };

describe('for every text', () => {
  it('keeps the letters, and is done when it is done once', () => {
    fc.assert(
      fc.property(text, language, (typed, tag) => {
        const once = plainMarks(typed, tag);
        expect(lettersOf(once)).toBe(lettersOf(typed));
        expect(plainMarks(once, tag)).toBe(once);
      }),
      runs,
    );
  });

  it('decides the same wherever emphasis divides the text', () => {
    const line = text.map((value) => value.replaceAll('\n', ' '));
    fc.assert(
      fc.property(line, language, fc.array(fc.nat(40), { maxLength: 5 }), (typed, tag, cuts) => {
        const root = paragraph(divided(typed, cuts));
        typesetMarks(root, tag);
        expect(textOf(root)).toBe(plainMarks(typed, tag));
      }),
      runs,
    );
  });
});

describe('long and hostile texts', () => {
  // In quadratic time each of them would take longer than a test may: no clock is needed.
  it.each([
    ['openings that nothing closes', "'a "],
    ['openings of both kinds', `"a 'b `],
    ['endings that nothing opened', `a.' b." `],
    ['quotation marks only', `"`],
    ['apostrophes only', `'`],
    ['spaces before marks', `${' '.repeat(1000)}'`],
    ['initials', 'A. '],
    ['points', '. '],
    ['hyphens and spaces', '- '],
    ['feet', `5'`],
    ['one long word', `'a`],
    ['backticks', '``a'],
    ['empty double apostrophes', "'' "],
  ])('%s', (_, unit) => {
    const long = unit.repeat(Math.ceil(300_000 / unit.length));
    expect(lettersOf(plainMarks(long, 'en'))).toHaveLength(lettersOf(long).length);
  });

  it.each([
    ['exclamations', '!'],
    ['guillemets', '«» '],
    ['spaces and colons', ' :'],
  ])('French %s', (_, unit) => {
    const long = unit.repeat(Math.ceil(300_000 / unit.length));
    expect(plainMarks(long, 'fr').replace(/\s/g, '')).toBe(long.replace(/\s/g, ''));
  });

  it('a word without end behind a mark', () => {
    const long = `'${'a'.repeat(300_000)}' `.repeat(2);
    expect(plainMarks(long, 'en')).toHaveLength(long.length);
  });
});

function divided(value: string, cuts: readonly number[]): ElementContent[] {
  const places = [0, ...cuts.filter((cut) => cut < value.length).sort((a, b) => a - b), value.length];
  return places.slice(1).map((end, index) => {
    const node = { type: 'text', value: value.slice(places[index], end) } as const;
    return index % 2 === 0 ? node : { type: 'element', tagName: 'em', properties: {}, children: [node] };
  });
}

function paragraph(children: ElementContent[]): Root {
  return { type: 'root', children: [{ type: 'element', tagName: 'p', properties: {}, children }] };
}

function textOf(node: Root | Element | ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as ElementContent)).join('') : '';
}
