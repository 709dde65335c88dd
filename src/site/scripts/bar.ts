/** The bar goes away as a reader goes on, and comes back as they turn back. */

import { root } from './store.ts';

export function openBar(): void {
  let before = scrollY;
  addEventListener('scroll', () => {
    if (Math.abs(scrollY - before) < 8) return;
    root.dataset.bar = scrollY > before && scrollY > 80 ? 'away' : '';
    before = scrollY;
  });
}
