/** A time that the story's calendar cannot read. */

import { reported } from '../format/reported.ts';

export const malformedStardate = reported('time/malformed-stardate', 'error');
