/** *Keep this story on my device*, for those who ask; and for those who have begun to read, what a page needs without a network. */

import { last } from './places.ts';

const base = document.body.dataset.base ?? '/';
const LIST = `${base}kept.json`;
/** How many files are asked for at a time. */
const AT_ONCE = 20;

export function openOffline(): void {
  const { serviceWorker } = navigator;
  // A preview has neither.
  if (!serviceWorker || !document.querySelector('[rel=manifest]')) return;
  const register = (): unknown => serviceWorker.register(`${base}sw.js`);
  if (last().slug) register();
  const line = document.querySelector<HTMLElement>('.keep');
  const button = line?.querySelector('button');
  const said = line?.querySelector('span');
  if (!line || !button || !said) return;
  const show = (kept: boolean): void => {
    button.hidden = kept;
    said.textContent = kept ? (line.dataset.kept ?? '') : '';
  };
  caches.match(LIST).then((kept) => {
    show(Boolean(kept));
    line.hidden = false;
  });
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const { edition, shell, rest } = await (await fetch(LIST, { cache: 'no-cache' })).json();
      const files: string[] = [...shell, ...rest];
      const cache = await caches.open(`padd ${base} ${edition}`);
      // The list comes last: it is the sign that everything is there.
      for (let at = 0; at < files.length; at += AT_ONCE) {
        said.textContent = `${Math.floor((at / files.length) * 100)}\u00A0%`;
        await cache.addAll(files.slice(at, at + AT_ONCE).map((file) => base + file));
      }
      await register();
      show(true);
    } catch {
      said.textContent = line.dataset.failed ?? '';
    }
    button.disabled = false;
  });
}
