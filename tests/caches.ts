/** No test, and no process that one starts, reads or writes what its user’s own builds have left. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function setup(): () => void {
  const caches = mkdtempSync(join(tmpdir(), 'padd-test-caches-'));
  process.env.XDG_CACHE_HOME = caches;
  return () => rmSync(caches, { recursive: true, force: true });
}
