/** What every page does once it is there. Each part stands alone: where one fails, the page is still read. */

import { openBar } from './bar.ts';
import { openChapter } from './chapter.ts';
import { openKnown } from './known.ts';
import { openKeep, openOffline } from './offline.ts';
import { openSettings } from './reader.ts';
import { findAll } from './store.ts';
import { openContents, openMove, openStory } from './story.ts';

/** Its own things on the page, where there are any. */
const parts: Readonly<Record<string, (one: never, all: never) => unknown>> = {
  '#reader': openSettings,
  '.bar': openBar,
  '[data-slug].chapter': openChapter,
  '.cover .button': openStory,
  '.chapters > li': openContents,
  '#move': openMove,
  '#known': openKnown,
};
// A preview has no manifest, and keeps nothing.
if (navigator.serviceWorker) Object.assign(parts, { '[rel=manifest]': openOffline, '.keep': openKeep });

// What is thrown in an asynchronous function ends it alone, and is told in the console.
for (const selector in parts)
  (async (all) => all[0] && parts[selector]?.(all[0], all as never))(findAll(selector) as never[]);

// A page that a reader comes back to may have been kept as it was, with settings and places of then. Without a network it may
// be all that they have.
addEventListener('pageshow', ({ persisted }) => persisted && navigator.onLine && location.reload());
