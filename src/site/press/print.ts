/** A site's pages, printed into a folder. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from '../../editions/memory.ts';
import type { Site } from '../site.ts';
import type { Press } from './press.ts';
import type { Sheet } from './printer.ts';
import type { Stock } from './stock.ts';

/** Where no host is known: pages name none. */
const SOMEWHERE = 'http://localhost';

/** Prints what the stock does not have. Throws where a page cannot be made. */
export async function printPages(site: Site, press: Press, folder: string, stock?: Stock): Promise<void> {
  const printer = await press.load();
  const home = new URL(site.addresses.absolute('/') ?? SOMEWHERE);
  const folders = new Set<string>();
  for (const sheet of await printer.sheets()) {
    const file = fileOf(sheet);
    const path = join(folder, file);
    const key = sheet.cacheKey && keyOf(sheet, sheet.cacheKey, press);
    if (key && stock?.take(file, key, path)) continue;
    if (!folders.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    folders.add(dirname(path));
    const response = await printer.print(sheet, new URL(addressOf(sheet, site.addresses.base), home));
    const content = new Uint8Array(await response.arrayBuffer());
    writeFileSync(path, content);
    if (key) stock?.put(file, key);
  }
}

/** What is no page, as a picture, has none of the press about it. */
const keyOf = ({ route }: Sheet, key: string, press: Press): string =>
  route.type === 'page' ? digestOf([press.key, key]) : key;

/** As static hosts serve it: `chapters/arrival/index.html`, `feed.xml`. */
function fileOf({ pathname, route }: Sheet): string {
  const name = pathname.replace(/^\/|\/$/g, '');
  if (route.type === 'endpoint') return name;
  return name === '404' ? '404.html' : join(name, 'index.html');
}

const addressOf = ({ pathname, route }: Sheet, base: string): string =>
  base + encodeURI(pathname.replace(/^\/|\/$/g, '')) + (route.type === 'page' && !/^\/?$/.test(pathname) ? '/' : '');
