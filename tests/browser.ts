/** A Chromium for tests: one that is named, the system’s, or the one that an npm package carries. */

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** As root, and without a word to the world. */
const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** Where a Chromium is; undefined where there is none, which is an error only where `CI` says that one is meant to be. */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env.PADD_CHROMIUM;
  if (named && !existsSync(named)) throw new Error(`PADD_CHROMIUM names ${named}, and nothing is there`);
  if (named) return named;
  const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  if (installed) return installed;
  if (process.platform === 'linux' && process.arch === 'x64') {
    // Makes the package unpack the libraries that it needs, wherever it runs. It must stand before the import.
    process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x';
    const { default: carried } = await import('@sparticuz/chromium');
    return carried.executablePath();
  }
  if (process.env.CI) throw new Error('no Chromium here; install one, or name it with PADD_CHROMIUM');
  return undefined;
}

/** @param without what Playwright would ask for */
export const openBrowser = (executablePath: string, ...without: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath, args: flags.split(' '), ignoreDefaultArgs: [...without] });

/** Says on the terminal which tests nobody ran for want of a browser. */
export function tellSkipped(what: readonly string[]): void {
  process.stderr.write(
    `\nNo Chromium found, so these were not tested (install one, or set PADD_CHROMIUM):\n${what.map((line) => `  ${line}\n`).join('')}`,
  );
}
