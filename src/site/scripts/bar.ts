/** The bar goes away as a reader goes on, and comes back as they turn back. */

import { root } from './store.ts';

export function openBar(): void {
  let before = scrollY;
  addEventListener('scroll', () => {
    const moved = scrollY - before;
    if (Math.abs(moved) < 8) return;
    before = scrollY;
    if (moved > 0 && scrollY > 80) root.dataset.bar = 'away';
    else delete root.dataset.bar;
  });
}
