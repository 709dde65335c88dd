/** A value of the wrong kind, out of range or unknown; YAML or TOML that is malformed. */

import { reported } from './reported.ts';

export const badValue = reported('format/bad-value', 'error');
