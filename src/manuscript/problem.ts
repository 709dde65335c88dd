/** What is wrong with how something is written: found while reading, reported later by the *format* and *time* rules. */

import type { Span } from './source.ts';

/** An edit that mends a problem. Safe edits change nothing but what the problem names. */
export interface Fix {
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The kinds of fault that only reading can see; each is the name of the rule that reports it. */
export type Fault =
  | 'format/bad-directive'
  | 'format/unknown-key'
  | 'format/bad-value'
  | 'format/unreadable-file'
  | 'format/duplicate-id'
  | 'format/allowance-without-reason'
  | 'time/malformed-stardate';

export interface Problem {
  readonly rule: Fault;
  readonly message: string;
  readonly span: Span;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
  /** How often the same problem occurs; one when absent. */
  readonly count?: number;
}

/** Another place that a message speaks of. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}
