/** What lets a story be read without a network: the service worker, with the files that it begins with, and a list of all others. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Stands in the story page for the size of what a reader may keep, which is known only once all is written. */
export const SIZE = '\u{F0000}';

const LIST = 'kept.json';

/** Not the whole work once more, nor feeds and downloads, pictures for other sites, the search. */
const isKept = (file: string): boolean =>
  /^(?!all\/|404\.html|search\/).*\.html$/.test(file) || /^(?:assets|images)\//.test(file);
/** The faces that any chapter may need; the others come with the story, or when they are asked for. */
const firstFaces = /^assets\/(?:literata-latin-400|barlow|vazirmatn|frank-ruhl).*\.woff2$/;
const shellFile = /^assets\/.*\.(?:css|js)$|^icon\.svg$|^(?:offline\/|contents\/)?index\.html$/;

/** Completes a site that has been built into a folder. `size` says bytes as the site’s language does. */
export function writeOffline(folder: string, size: (bytes: number) => string): void {
  const worker = join(folder, 'sw.js');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'))
    .sort();
  const shell = files.filter((file) => shellFile.test(file) || firstFaces.test(file));
  const rest = files.filter((file) => isKept(file) && !shell.includes(file));
  const all = [...shell, ...rest];
  const bytes = all.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  const story = join(folder, 'index.html');
  if (existsSync(story)) writeFileSync(story, readFileSync(story, 'utf8').replaceAll(SIZE, size(bytes)));
  const edition = digestOf(folder, [...all, 'sw.js']);
  // The list itself comes last: where it is, everything is.
  const list = { edition, shell: shell.map(addressOf), rest: [...rest.map(addressOf), LIST] };
  writeFileSync(join(folder, LIST), JSON.stringify(list));
  writeFileSync(worker, `const edition="${edition}";${readFileSync(worker, 'utf8')}`);
}

/** As a browser asks for it, from the story page, or from beside it. */
const addressOf = (file: string): string =>
  file
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/') || './';

function digestOf(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(folder, file)))
      .update('\0');
  return hash.digest('base64url').slice(0, 12);
}
