/** A built site over HTTP, as any plain host would serve it. */

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/atom+xml',
};

/** Serves a folder below a path; what is not there is the site’s own page for that. */
export async function serve(folder: string, base: string): Promise<{ origin: string; stop: () => void }> {
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://site').pathname);
    const file = fileAt(folder, path.startsWith(base) ? path.slice(base.length) : '404.html');
    const found = existsSync(file);
    const shown = found ? file : join(folder, '404.html');
    response.writeHead(found ? 200 : 404, { 'Content-Type': types[extname(shown)] ?? 'application/octet-stream' });
    response.end(readFileSync(shown));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() };
}

/** The file that an address below the site means. */
export function fileAt(folder: string, path: string): string {
  const file = join(folder, path);
  return existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file;
}
