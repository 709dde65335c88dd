/** *Keep this story on my device*, for those who ask, and a way back; and for those who have begun to read, what a page needs without a network. */

import { last } from './places.ts';
import { base, find } from './store.ts';

const LIST = `${base}kept.json`;

const register = (): unknown => navigator.serviceWorker.register(`${base}sw.js`);

export function openOffline(): void {
  if (last().slug) register();
}

export async function openKeep(line: HTMLElement): Promise<void> {
  const button = find<HTMLButtonElement>('button', line);
  const said = find('span', line);
  const { done, failed, remove } = line.dataset as Record<string, string>;
  const offer = button.textContent;
  let kept: Response | undefined;
  const show = async (): Promise<void> => {
    kept = await caches.match(LIST);
    button.textContent = kept ? (remove as string) : offer;
    said.textContent = kept ? (done as string) : '';
  };
  button.onclick = async () => {
    button.disabled = true;
    try {
      const { edition, shell, rest } = await (kept ?? (await fetch(LIST, { cache: 'no-cache' }))).json();
      const cache = await caches.open(`padd ${base} ${edition}`);
      said.textContent = '…';
      // All of them, or none: the list is one of them, and the sign that everything is there.
      if (kept) await Promise.all((rest as string[]).map((file) => cache.delete(base + file)));
      else await cache.addAll([...shell, ...rest].map((file) => base + file));
      register();
      await show();
    } catch {
      said.textContent = failed as string;
    }
    button.disabled = false;
  };
  await show();
  line.hidden = false;
}
