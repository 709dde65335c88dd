/** A directive that does not parse, is unknown or is not closed. */

import { reported } from './reported.ts';

export const badDirective = reported('format/bad-directive', 'error');
