/** A file that cannot be read, or not as what it is. */

import { reported } from './reported.ts';

export const unreadableFile = reported('format/unreadable-file', 'error');
