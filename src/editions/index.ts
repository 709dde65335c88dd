/** What an edition is, and every edition there is. */

import type { Span } from '../manuscript/source.ts';
import { epub } from './epub.ts';
import type { Memory } from './memory.ts';
import type { Publication } from './publication.ts';

/** A file that an edition gives: a path below the folder that is written to, and its bytes. */
export interface PublishedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What the author may want to mend, though the file can be made without. */
  readonly advice?: readonly Advice[];
}

export interface Advice {
  readonly span: Span;
  readonly message: string;
}

/**
 * A form in which a manuscript is published. Pure: a publication in, files out; others write them. What a memory knows
 * saves work and changes nothing.
 */
export interface Edition {
  /** As the command line knows it: `epub`. */
  readonly name: string;
  readonly publish: (publication: Publication, memory?: Memory) => Promise<readonly PublishedFile[]>;
}

export const editions: readonly Edition[] = [epub];
