/**
 * What a browser does when the network does not: pages come from it first, and after three seconds from what is kept;
 * files whose names change with their content are kept and never asked for again. One cache holds one edition of the
 * site, and goes when the next is there. Its name, `edition`, is put before these lines when the site is written (`offline.ts`).
 */

declare const self: ServiceWorkerGlobalScope;
declare const edition: string;

const base = new URL('./', location.href).pathname;
const family = `padd ${base} `;
const own = family + edition;
/** What a reader has asked to keep, and the sign that they have. */
const LIST = `${base}kept.json`;
/** How long a page may take, in milliseconds. */
const PATIENCE = 3000;

/** Caches of this story alone: others may live at the same host. */
const ours = async (): Promise<string[]> => (await caches.keys()).filter((name) => name.startsWith(family));

/** Complete, or not at all: until then the edition before stays as it is. What was kept of it is kept of this one. */
async function fill(): Promise<void> {
  const all = await Promise.all((await ours()).map(async (name) => (await caches.open(name)).match(LIST)));
  const list = await fetch(LIST, { cache: 'no-cache' });
  const { shell, rest } = await list.json();
  const files: string[] = all.some(Boolean) ? [...shell, ...rest] : shell;
  const cache = await caches.open(own);
  await cache.addAll(files.map((file) => new Request(base + file, { cache: 'no-cache' })));
  await self.skipWaiting();
}

async function drop(): Promise<void> {
  for (const name of await ours()) if (name !== own) await caches.delete(name);
  await self.clients.claim();
}

async function asset(request: Request): Promise<Response> {
  const cache = await caches.open(own);
  const kept = await cache.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await cache.put(request, fresh.clone());
  return fresh;
}

async function page(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const cache = await caches.open(own);
  const fresh = fetch(request);
  const keep = (answer: Response): Promise<void> | undefined =>
    answer.ok && /^text\/html/.test(answer.headers.get('content-type') ?? '')
      ? cache.put(request, answer.clone())
      : undefined;
  event.waitUntil(fresh.then(keep).catch(() => {}));
  const kept = await cache.match(request, { ignoreSearch: true });
  const late = new Promise<Response | undefined>((resolve) => setTimeout(resolve, PATIENCE, kept));
  try {
    return (await Promise.race([fresh, late])) ?? (await fresh);
  } catch {
    return kept ?? (await cache.match(`${base}offline/`)) ?? Response.error();
  }
}

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(drop()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(base)) return;
  if (pathname.startsWith(`${base}assets/`)) event.respondWith(asset(request));
  else if (request.mode === 'navigate' || request.destination === 'image') event.respondWith(page(event));
});
