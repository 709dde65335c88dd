/** An allowance that says nothing of why, or of what it allows. */

import { reported } from './reported.ts';

export const allowanceWithoutReason = reported('format/allowance-without-reason', 'warning');
