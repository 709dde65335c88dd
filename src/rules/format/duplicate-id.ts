/** The same id for two entries of the bible, or the same key twice in one table. */

import { reported } from './reported.ts';

export const duplicateId = reported('format/duplicate-id', 'error');
