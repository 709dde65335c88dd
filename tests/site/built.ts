/** Sites for tests, built in a process of its own: Vitest’s NODE_ENV would change what Astro builds. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface Built {
  readonly out: string;
  readonly build: () => void;
  readonly remove: () => void;
}

/** A place for them; nothing is built before it is asked for. `only` names some of them. */
export function sitesToBuild(...only: readonly string[]): Built {
  const out = mkdtempSync(join(tmpdir(), 'padd-site-test-'));
  return {
    out,
    build: () =>
      void execFileSync(process.execPath, [join(import.meta.dirname, 'build-fixtures.ts'), out, ...only], {
        env: { ...process.env, NODE_ENV: undefined },
        stdio: ['ignore', 'inherit', 'inherit'],
      }),
    remove: () => rmSync(out, { recursive: true, force: true }),
  };
}

/** Looks at a page of a browser that remembers nothing. */
export async function withPage(
  browser: Browser,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    await look(await context.newPage());
  } finally {
    await context.close();
  }
}
