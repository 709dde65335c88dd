/** A planted fault: what is edited, what is to be found, and where. */

import type { Span } from '../../src/manuscript/source.ts';
import type { Chance } from './random.ts';
import type { Edit, Place, Text } from './text.ts';

export interface Fault {
  readonly edits: readonly Edit[];
  /** Where it is to be reported: in offsets from before the edits. */
  readonly at: Place;
  /** The place that makes it wrong, where there is one: in offsets from before the edits. Any of several may be named. */
  readonly others?: readonly Place[];
}

/** `exact`: what the author typed as a fact. `prose`: what has to be read out of sentences. */
export type Nature = 'exact' | 'prose';

export interface Planter {
  /** One of the sixteen kinds. */
  readonly kind: string;
  /** What is done, where a kind has several ways. */
  readonly way: string;
  readonly nature: Nature;
  /** Any of these finds it. */
  readonly rules: readonly string[];
  /** Every fault that it could plant in a text, in an order that chance decides. */
  readonly faults: (text: Text, chance: Chance) => Iterable<Fault>;
}

export const placeOf = ({ source, start, end }: Span): Place => ({ file: source.file, start, end });

/** Writes something in the place of a span. */
export const write = (span: Span, text: string): Edit => ({ ...placeOf(span), text });

/** Writes something in front of an offset. */
export const insert = (file: string, at: number, text: string): Edit => ({ file, start: at, end: at, text });
