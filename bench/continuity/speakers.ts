/**
 * The speakers that the linter makes out, asked for by place. This is the only file here that knows how the analysis gives
 * them; where there is none yet, it says so.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Manuscript } from '../../src/manuscript/model.ts';

/** How a speaker is told. */
export type Telling = 'tag' | 'beat' | 'pronoun' | 'alternation' | 'none';

export interface Attributed {
  readonly file: string;
  /** Where the quotation begins, its mark included, and where it ends. */
  readonly start: number;
  readonly end: number;
  /** The id in the bible; undefined where the analysis abstains. */
  readonly speaker?: string;
}

export type Attribute = (manuscript: Manuscript) => readonly Attributed[];

/** The analysis of speakers; undefined where it is not there yet. */
export async function attribution(): Promise<Attribute | undefined> {
  if (!existsSync(join(import.meta.dirname, '../../src/analysis/speakers.ts'))) return undefined;
  return undefined;
}
