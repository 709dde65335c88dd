import { deflateSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { archiveOf } from '../../src/editions/epub/archive.ts';

test('an archive has the bytes that another archiver gives it', () => {
  const text = new TextEncoder().encode('The lamp is lit. '.repeat(400));
  const mtime = new Date(1980, 0, 1, 12);
  const theirs = zipSync({
    mimetype: [new TextEncoder().encode('application/epub+zip'), { level: 0, mtime }],
    'OEBPS/lamp.xhtml': [text, { level: 4, mem: 2, mtime }],
    'OEBPS/лампа.jpg': [Uint8Array.of(1, 2, 3), { level: 0, mtime }],
    'OEBPS/empty.css': [new Uint8Array(), { level: 4, mem: 2, mtime }],
  });
  const pressed = (bytes: Uint8Array) => ({ bytes, deflated: deflateSync(bytes, { level: 4, mem: 2 }) });
  const ours = archiveOf([
    { name: 'mimetype', bytes: new TextEncoder().encode('application/epub+zip') },
    { name: 'OEBPS/lamp.xhtml', ...pressed(text) },
    { name: 'OEBPS/лампа.jpg', bytes: Uint8Array.of(1, 2, 3) },
    { name: 'OEBPS/empty.css', ...pressed(new Uint8Array()) },
  ]);
  expect(ours.equals(theirs)).toBe(true);
});
