/** A key of frontmatter, story or bible that is no field of the format. */

import { reported } from './reported.ts';

export const unknownKey = reported('format/unknown-key', 'warning');
