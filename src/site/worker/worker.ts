/**
 * What a browser does when the network does not: pages come from it first, and after three seconds from what is kept;
 * files whose names change with their content are kept and never asked for again. One cache holds one edition of the
 * site, and goes when the next is there. Its name, `edition`, is put before these lines when the site is written (`offline.ts`).
 */

declare const self: ServiceWorkerGlobalScope;
declare const edition: string;

const base = new URL('.', location.href).pathname;
/** Caches of this story alone: others may live at the same host. */
const family = `padd ${base} `;
const own = family + edition;
/** What a reader has asked to keep, and the sign that they have. */
const LIST = 'kept.json';
/** How long a page may take, in milliseconds. */
const PATIENCE = 3000;

/** Complete, or not at all: until then the edition before stays as it is. What was kept of it is kept of this one. */
async function fill(): Promise<void> {
  const kept = await caches.match(LIST);
  const { shell, rest } = await (await fetch(LIST, { cache: 'no-cache' })).json();
  const files: string[] = kept ? [...shell, ...rest] : shell;
  const cache = await caches.open(own);
  await cache.addAll(files.map((file) => new Request(file, { cache: 'no-cache' })));
  await self.skipWaiting();
}

async function drop(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(family) && name !== own) await caches.delete(name);
  await self.clients.claim();
}

async function answer(event: FetchEvent, isAsset: boolean): Promise<Response> {
  const { request } = event;
  const cache = await caches.open(own);
  const kept = await cache.match(request, { ignoreSearch: true });
  if (kept && isAsset) return kept;
  const fresh = fetch(request);
  const keep = (response: Response): unknown =>
    response.ok &&
    (isAsset || response.headers.get('content-type')?.startsWith('text/html')) &&
    cache.put(request, response.clone());
  event.waitUntil(fresh.then(keep).catch(() => {}));
  const late = new Promise<Response | undefined>((resolve) => setTimeout(resolve, PATIENCE, kept));
  try {
    return (await Promise.race([fresh, late])) ?? (await fresh);
  } catch {
    return (kept ?? (await cache.match('offline/'))) as Response;
  }
}

self.oninstall = (event) => event.waitUntil(fill());
self.onactivate = (event) => event.waitUntil(drop());
self.onfetch = (event) => {
  const { url, mode, destination } = event.request;
  const isAsset = url.includes(`${base}assets/`);
  if (isAsset || mode === 'navigate' || destination === 'image') event.respondWith(answer(event, isAsset));
};
