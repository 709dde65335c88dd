/** Packages of the older kind, loaded as such: an import would first search all that they consist of for what they export. */

import { createRequire } from 'node:module';

export const load = createRequire(import.meta.url);
