/** Places and files: a paragraph is called the same in the book and on the site, and neither reads what lies outside. */

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readManuscript } from '../../src/manuscript/read.ts';
import { openSite } from '../../src/site/site.ts';
import { everyManuscript, unpack, unpackBookOf } from './unpack.ts';

const idsIn = (html: string): string[] => [...html.matchAll(/ id="(p[a-z]{7}(?:-\d+)?)"/g)].map(([, id]) => id ?? '');

it.each(everyManuscript)('the paragraphs of %s have the same ids in the book and on the site', async (folder) => {
  const { publication, paths, text } = await unpack(folder);
  const pages = paths.filter((path) => /\/chapter-\d+\.xhtml$/.test(path));
  const inBook = pages.map((path) => idsIn(text(path)));
  const onSite = openSite({ publication }).chapters.map(({ proseHtml }) => idsIn(proseHtml()));
  expect(inBook.flat().length).toBeGreaterThan(0);
  expect(inBook).toEqual(onSite);
});

it('a picture that is a link out of the folder is words', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'padd-outside-'));
  const folder = join(outside, 'story');
  mkdirSync(folder);
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>';
  writeFileSync(join(outside, 'secret.svg'), picture);
  writeFileSync(join(folder, 'own.svg'), picture);
  symlinkSync(join(outside, 'secret.svg'), join(folder, 'linked.svg'));
  writeFileSync(join(folder, '1.md'), 'A word.\n\n![mine](own.svg) ![theirs](linked.svg) ![above](../secret.svg)\n');
  const { paths, text } = await unpackBookOf(readManuscript(folder));
  expect(paths.filter((path) => path.endsWith('.svg'))).toEqual(['OEBPS/picture-001.svg']);
  const shown = text('OEBPS/chapter-001.xhtml').replaceAll(/<\/?span[^>]*>/g, '');
  expect(shown).toMatch(/alt="mine"\/> theirs above<\/p>/);
  rmSync(outside, { recursive: true });
});
