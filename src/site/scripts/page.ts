/** What every page does once it is there. Each part stands alone: where one fails, the page is still read. */

import { openBar, openKeys } from './bar.ts';
import { openChapter } from './chapter.ts';
import { openKnown } from './known.ts';
import { openOffline } from './offline.ts';
import { openSettings } from './reader.ts';
import { openContents, openMove, openStory } from './story.ts';

for (const open of [
  openSettings,
  openBar,
  openKeys,
  openChapter,
  openStory,
  openContents,
  openMove,
  openKnown,
  openOffline,
]) {
  try {
    open();
  } catch (error) {
    console.error(error);
  }
}
