/**
 * The one program that stands within the pages: it puts a reader’s settings on the root element before anything is
 * painted. Everything else is in `scripts/`. The policy of the pages knows it by its hash.
 */

import { createHash } from 'node:crypto';

/** Settings are attributes, `data-theme="dark"`; the size is the number that all sizes are multiplied with. */
export const boot =
  "try{let r=JSON.parse(localStorage.reader),h=document.documentElement;for(let k in r)k=='size'?h.style.setProperty('--scale',r[k]/100):h.dataset[k]=r[k]}catch{}";

export const bootHash = `sha256-${createHash('sha256').update(boot).digest('base64')}`;
