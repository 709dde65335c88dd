/** `RESULTS.md` in its two parts, each written by its own run: the planted faults, and the cases written by hand. */

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const path = join(import.meta.dirname, 'RESULTS.md');
const CASES = '## Cases written by hand\n';

/** Puts a part in the place of its former self; the other stays as it is. */
export function record(part: 'planted' | 'cases', text: string): void {
  const [planted = '', cases] = (existsSync(path) ? readFileSync(path, 'utf8') : '').split(CASES);
  const first = part === 'planted' ? text : planted;
  const second = part === 'cases' ? text : cases;
  const whole = second === undefined ? first : `${first.trimEnd()}\n\n${CASES}\n${second.trim()}\n`;
  writeFileSync(`${path}.new`, whole);
  renameSync(`${path}.new`, path);
}
