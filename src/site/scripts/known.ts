/** Shows what a reader knows by the last chapter that they have read to its end, and keeps the rest back until they ask. */

import { places } from './places.ts';

export function openKnown(): void {
  const all = document.querySelector<HTMLElement>('#known');
  const line = all?.querySelector<HTMLElement>('.told');
  if (!all || !line) return;
  const slugs = (all.dataset.chapters ?? '').split(' ');
  const known = places();
  const upTo = slugs.findLastIndex((slug) => known[slug]?.read) + 1;
  const show = (to: number): void => {
    for (const one of all.querySelectorAll<HTMLElement>('[data-since]')) {
      const told = Number(one.dataset.since) <= to;
      one.toggleAttribute('hidden', !told);
      if (one instanceof HTMLDetailsElement) {
        one.open = told;
        one.parentElement?.toggleAttribute('hidden', !told && one.parentElement.tagName === 'LI');
      }
    }
  };
  show(Math.max(1, upTo));
  const said = line.querySelector('span');
  if (said) said.textContent = (upTo ? line.dataset.to : line.dataset.none)?.replace('{}', String(upTo)) ?? '';
  line.hidden = upTo >= slugs.length;
  line.querySelector('button')?.addEventListener('click', () => {
    show(Infinity);
    line.hidden = true;
  });
  const orders = all.querySelector<HTMLElement>('.orders');
  const list = all.querySelector('ol');
  if (!orders || !list) return;
  orders.hidden = false;
  const told = [...list.children] as HTMLElement[];
  const story = [...told].sort((a, b) => Number(a.dataset.order) - Number(b.dataset.order));
  orders.addEventListener('change', ({ target }) =>
    list.replaceChildren(...((target as HTMLInputElement).value === 'story' ? story : told)),
  );
}
