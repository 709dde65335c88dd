/** Every rule there is. */

import type { Rule } from '../lint.ts';
import { allowanceWithoutReason } from './format/allowance-without-reason.ts';
import { badDirective } from './format/bad-directive.ts';
import { badValue } from './format/bad-value.ts';
import { duplicateId } from './format/duplicate-id.ts';
import { unknownKey } from './format/unknown-key.ts';
import { unreadableFile } from './format/unreadable-file.ts';
import { stardateReversed } from './time/stardate-reversed.ts';

export const rules: readonly Rule[] = [
  allowanceWithoutReason,
  badDirective,
  badValue,
  duplicateId,
  unknownKey,
  unreadableFile,
  stardateReversed,
];
