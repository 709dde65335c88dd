/** Shows what a reader knows by the last chapter that they have read to its end, and keeps the rest back until they ask. */

import { places } from './places.ts';
import { find, findAll } from './store.ts';

export function openKnown(all: HTMLElement): void {
  const line = find('.told', all);
  const slugs = (all.dataset.chapters as string).split(' ');
  const known = places();
  const upTo = slugs.findLastIndex((slug) => known[slug]?.read) + 1;
  const show = (to: number): void => {
    for (const one of findAll<HTMLDetailsElement>('[data-since]', all)) {
      const told = Number(one.dataset.since) <= to;
      one.toggleAttribute('hidden', !told);
      one.open = told;
    }
  };
  show(upTo || 1);
  find('span', line).textContent = line.dataset[upTo ? 'to' : 'none']?.replace('{}', `${upTo}`) as string;
  line.hidden = upTo >= slugs.length;
  find('button', line).onclick = () => {
    show(Infinity);
    line.hidden = true;
  };
  const orders = find('.orders', all);
  const list = find('ol', all);
  if (!orders) return;
  orders.hidden = false;
  const told = [...list.children] as HTMLElement[];
  orders.onchange = ({ target }) => {
    const story = (target as HTMLInputElement).value;
    list.append(...told.toSorted((a, b) => Number(story && a.dataset.order) - Number(story && b.dataset.order)));
  };
}
