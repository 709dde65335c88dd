/** Fixes, applied: what a page cannot show. */

import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Finding, lint } from '../../src/lint.ts';
import type { Manuscript } from '../../src/manuscript/model.ts';
import { readManuscript } from '../../src/manuscript/read.ts';
import { textLine } from '../../src/reports/text.ts';
import { rules } from '../../src/rules/index.ts';
import { stockWith } from '../stock.ts';

const findingsOf = (manuscript: Manuscript, id: string): readonly Finding[] =>
  lint(manuscript, rules).filter(({ rule }) => rule === id);

/** A file after the fixes of one rule, those of a round that touch none before them, until nothing is left to mend. */
function mended(file: string, text: string, id: string, others: Record<string, string> = {}): string {
  let now = text;
  for (let round = 0; round < 9; round += 1) {
    const edits = findingsOf(stockWith({ ...others, [file]: now }), id)
      .flatMap(({ fix }) => fix?.edits ?? [])
      .filter(({ span }) => span.source.file === file)
      .sort((a, b) => a.span.start - b.span.start);
    if (edits.length === 0) return now;
    let [result, at] = ['', 0];
    for (const { span, text: put } of edits) {
      if (span.start < at) continue;
      result += now.slice(at, span.start) + put;
      at = span.end;
    }
    now = result + now.slice(at);
  }
  throw new Error(`never done: ${now}`);
}

const chapter = '02-the-crossing.md';

describe('format/unused-allowance takes away', () => {
  const rule = 'time/stardate-reversed';
  const used = '43101.5';
  const reason = 'reason: read out of order';
  test.each([
    ['the only item', `allow:\n  - rule: ${rule}\n    ${reason}\n`, ''],
    ['the only item, before another key', `allow:\n  - { rule: ${rule}, ${reason} }\npov: mira\n`, 'pov: mira\n'],
    ['a list in brackets', `allow: [{ rule: ${rule}, ${reason} }]\npov: mira\n`, 'pov: mira\n'],
    ['a single table', `allow: { rule: ${rule}, ${reason} }\npov: mira\n`, 'pov: mira\n'],
    ['a table in lines', `allow:\n  rule: ${rule}\n  ${reason}\npov: mira\n`, 'pov: mira\n'],
    ['two of two', `allow: [{ rule: ${rule}, ${reason} }, { rule: structure/missing-alt, ${reason} }]\n`, ''],
  ])('%s', (_, before, after) => {
    const file = (yaml: string): string => `---\ntitle: The Crossing\n${yaml}---\n\nThe lamps went out.\n`;
    expect(mended(chapter, file(before), 'format/unused-allowance')).toBe(file(after));
  });

  test('nothing that would take a remark of the author along', () => {
    const text = `---\nallow: [{ rule: ${rule}, ${reason} }] # until chapter 9\n---\n\nThe lamps went out.\n`;
    expect(mended(chapter, text, 'format/unused-allowance')).toBe(text);
  });

  test.each([
    ['first', 'allow:\n  - { rule: A, R }\n  - { rule: B, R }\n', 'allow:\n  - { rule: B, R }\n'],
    ['last', 'allow:\n  - { rule: B, R }\n  - rule: A\n    R\n', 'allow:\n  - { rule: B, R }\n'],
    ['first in brackets', 'allow: [{ rule: A, R }, { rule: B, R }]\n', 'allow: [{ rule: B, R }]\n'],
    ['last in brackets', 'allow: [{ rule: B, R }, { rule: A, R }]\n', 'allow: [{ rule: B, R }]\n'],
  ])('the %s of two and keeps the other', (_, before, after) => {
    const file = (yaml: string): string =>
      `---\nstardate: ${used}\n${yaml.replaceAll('A', 'structure/missing-alt').replaceAll('B', rule).replaceAll('R', reason)}---\n\nThe lamps went out.\n`;
    expect(mended(chapter, file(before), 'format/unused-allowance')).toBe(file(after));
  });

  const comment = `<!-- allow ${rule}: read out of order -->`;
  test.each([
    ['a comment and one of the blank lines', `One.\n\n${comment}\n\nTwo.\n`, 'One.\n\nTwo.\n'],
    ['a comment at the head', `${comment}\n\nOne.\n`, 'One.\n'],
    ['a comment in CRLF', `One.\r\n\r\n${comment}\r\n\r\nTwo.\r\n`, 'One.\r\n\r\nTwo.\r\n'],
    ['a comment right above its words', `One.\n\n${comment}\nTwo.\n`, 'One.\n\nTwo.\n'],
    ['a comment beside another', `${comment} <!-- note -->\n\nOne.\n`, '<!-- note -->\n\nOne.\n'],
  ])('%s', (_, before, after) => {
    expect(mended(chapter, before, 'format/unused-allowance')).toBe(after);
  });
});

describe('structure/empty-scene takes away', () => {
  test.each([
    ['the last break', 'One.\n\n***\n', 'One.\n'],
    ['the last break without a line end', 'One.\n\n***', 'One.\n'],
    ['the last break in CRLF', 'One.\r\n\r\n* * *\r\n\r\n', 'One.\r\n'],
    ['the first of two', 'One.\n\n***\n\n***\n\nTwo.\n', 'One.\n\n***\n\nTwo.\n'],
    ['breaks and more breaks', 'One.\n\n***\n\n***\n\n***\n', 'One.\n'],
    ['a break right below words', 'One.\n***\n', 'One.\n'],
  ])('%s', (_, before, after) => {
    expect(mended(chapter, before, 'structure/empty-scene')).toBe(after);
  });
});

describe('structure/mixed-scene-breaks', () => {
  const usual = (mark: string): string => `One.\n\n${mark}\n\nTwo.\n\n${mark}\n\nThree.\n`;
  test.each([
    ['writes the usual form', '---', 'One.\n\n***\n\nTwo.\n', 'One.\n\n---\n\nTwo.\n'],
    ['makes no heading', '---', 'One.\n***\nTwo.\n', 'One.\n\n---\n\nTwo.\n'],
    ['makes no paragraph', '\\* \\* \\*', 'One.\n\n#\nTwo.\n', 'One.\n\n\\* \\* \\*\n\nTwo.\n'],
    ['takes HTML', '* * *', 'One.\n\n<hr>\n\nTwo.\n', 'One.\n\n* * *\n\nTwo.\n'],
    ['knows CRLF', '---', 'One.\r\n***\r\nTwo.\r\n', 'One.\r\n\r\n---\r\n\r\nTwo.\r\n'],
    ['opens no frontmatter', '---', '***\n\ntitle: no\n', '***\n\ntitle: no\n'],
  ])('%s', (_, mark, before, after) => {
    expect(mended(chapter, before, 'structure/mixed-scene-breaks', { '01-harbour.md': usual(mark) })).toBe(after);
  });
});

describe('suggested fixes can be written where they stand', () => {
  test.each([
    ['a name in a directive', '::scene{pov="Mira Okorro"}\n\nOne.\n', '::scene{pov="Mira Okoro"}\n\nOne.\n'],
    ['a bare word in a directive', '::scene{pov=mria}\n\nOne.\n', '::scene{pov=mira}\n\nOne.\n'],
    ['one of a list', '::scene{cast="mria, tam"}\n\nOne.\n', '::scene{cast="mira, tam"}\n\nOne.\n'],
    ['quoted YAML', "---\npov: 'Mira Okorro'\n---\n\nOne.\n", '---\npov: "Mira Okoro"\n---\n\nOne.\n'],
    ['a YAML list', '---\ncast: [tam, Mira Okorro]\n---\n\nOne.\n', '---\ncast: [tam, Mira Okoro]\n---\n\nOne.\n'],
  ])('%s', (_, before, after) => {
    expect(mended(chapter, before, 'format/unknown-reference')).toBe(after);
  });

  test('a heading made by accident', () => {
    const before = 'One went out.\n---\n\nTwo.\n';
    expect(mended(chapter, before, 'structure/break-as-heading')).toBe('One went out.\n\n---\n\nTwo.\n');
  });
});

test('format/unreadable-file names what the disk does not give', () => {
  const folder = mkdtempSync(join(tmpdir(), 'padd-'));
  try {
    writeFileSync(join(folder, '01.md'), Buffer.from('The caf\xe9 was dark.\n', 'latin1'));
    symlinkSync('nowhere.md', join(folder, '02.md'));
    const found = findingsOf(readManuscript(folder), 'format/unreadable-file').map((finding) => textLine(finding));
    expect(found).toEqual([
      '01.md:1:8: error from here on this file is not UTF-8; save it with that encoding [format/unreadable-file]',
      '02.md:1:1: error this file is not read: it is a link that leads nowhere [format/unreadable-file]',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
