/** Ace by DAISY, the judge of accessibility: no violations in the book of any of our manuscripts. */

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { findChromium, tellSkipped } from '../browser.ts';
import { everyManuscript, unpack } from './unpack.ts';

const chromium = await findChromium();
if (!chromium) tellSkipped(everyManuscript.map((folder) => `Ace of ${folder}`));

const workshop = mkdtempSync(join(tmpdir(), 'padd-ace-'));
const aceFolder = dirname(createRequire(import.meta.url).resolve('@daisy/ace-cli/package.json'));

afterAll(() => rmSync(workshop, { recursive: true, force: true }));

interface Assertion {
  readonly 'earl:testSubject'?: { readonly url?: string };
  readonly 'earl:test'?: { readonly 'dct:title'?: string; readonly 'earl:impact'?: string };
  readonly 'earl:result'?: { readonly 'earl:outcome'?: string; readonly 'dct:description'?: string };
  readonly assertions?: readonly Assertion[];
}

/** Every violation, as `chapter-001.xhtml: heading-order (moderate) …`. */
const violations = (report: Assertion, page = ''): string[] =>
  (report.assertions ?? []).flatMap((assertion) => {
    const where = assertion['earl:testSubject']?.url ?? page;
    if (assertion.assertions) return violations(assertion, where);
    const { 'earl:test': test, 'earl:result': result } = assertion;
    return result?.['earl:outcome'] === 'fail'
      ? [`${where}: ${test?.['dct:title']} (${test?.['earl:impact']}) ${result['dct:description']}`]
      : [];
  });

async function judge(bytes: Uint8Array, name: string): Promise<{ outcome: string | undefined; found: string[] }> {
  const home = join(workshop, name);
  mkdirSync(home);
  writeFileSync(join(home, 'book.epub'), bytes);
  const ace = join(aceFolder, 'bin/ace.js');
  // It keeps its settings and its log in the home folder: they go where all goes.
  const env = {
    ...process.env,
    PUPPETEER_EXECUTABLE_PATH: chromium,
    HOME: home,
    XDG_CONFIG_HOME: '',
    XDG_STATE_HOME: '',
  };
  await promisify(execFile)(process.execPath, [ace, '-s', '-f', '-o', join(home, 'report'), join(home, 'book.epub')], {
    env,
  });
  const report = JSON.parse(readFileSync(join(home, 'report/report.json'), 'utf8')) as Assertion;
  return { outcome: report['earl:result']?.['earl:outcome'], found: violations(report) };
}

describe.skipIf(!chromium)('Ace finds no violation', () => {
  it.each(everyManuscript)('in %s', async (folder) => {
    const { bytes } = await unpack(folder);
    expect(await judge(bytes, folder.replaceAll(/\W/g, '-'))).toEqual({ outcome: 'pass', found: [] });
  });

  it('only where there is none to find', async () => {
    const { bytes, repacked } = await unpack('bare');
    expect(bytes.length).toBeGreaterThan(0);
    const broken = await repacked('OEBPS/content.opf', (opf) => opf.replace(/<meta property="schema:access.*>/g, ''));
    const { outcome, found } = await judge(broken, 'broken');
    expect(outcome).toBe('fail');
    expect(found.join('\n')).toMatch(/accessmode/i);
  });
});
