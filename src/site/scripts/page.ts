/** What every page does once it is there. Each part stands alone: where one fails, the page is still read. */

import { openSettings } from './reader.ts';

openSettings();
