/** Which Padd this is, to the byte: what an earlier one has made is not what this one would make. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

let known: string | undefined;

/** Of all our code and styles, of the packages that we stand on, and of Node. */
export function paddVersion(): string {
  known ??= digest();
  return known;
}

function digest(): string {
  const hash = createHash('sha256').update(process.version);
  const root = fileURLToPath(new URL('../../', import.meta.url));
  for (const file of ['package.json', 'package-lock.json'].map((name) => join(root, name)).filter(existsSync))
    hash.update(readFileSync(file));
  for (const folder of [fileURLToPath(new URL('..', import.meta.url)), join(root, 'styles')])
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())) {
      const path = join(entry.parentPath, entry.name);
      hash.update(`\0${path.slice(folder.length)}\0`).update(readFileSync(path));
    }
  return hash.digest('base64url');
}
