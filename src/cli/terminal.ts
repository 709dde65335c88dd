/** What the command line writes to: colours where a person looks, progress where work takes long, errors in one form. */

import { styleText } from 'node:util';
import type { Paint } from '../reports/pretty.ts';

/** Something that the user can mend: said without a stack trace, exit code 2. */
export class UsageError extends Error {}

type Style = Parameters<typeof styleText>[0];

/** Colours on a terminal, none elsewhere and never under NO_COLOR. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const on = !NO_COLOR && (FORCE_COLOR ? FORCE_COLOR !== '0' : Boolean(stream.isTTY) && TERM !== 'dumb');
  const style = (format: Style) => (text: string) => (on ? styleText(format, text, { validateStream: false }) : text);
  return {
    error: style(['red', 'bold']),
    warning: style(['yellow', 'bold']),
    info: style(['blue', 'bold']),
    strong: style('bold'),
    faint: style('dim'),
  };
}

export const widthOf = (stream: NodeJS.WriteStream): number => Math.min(stream.columns || 100, 140);

export interface Progress {
  /** Says what goes on; shown once the whole work has taken more than a second. */
  readonly step: (what: string) => void;
  /** Takes the line away again, and waits for the next work. */
  readonly done: () => void;
}

/** Progress on stderr: one line that is written over on a terminal, a line for each step elsewhere. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  let started = performance.now();
  let idle = false;
  let shown = '';
  let written = 0;
  return {
    step(what) {
      const now = performance.now();
      if (idle) started = now;
      idle = false;
      if (now - started < 1000 || (stream.isTTY && now - written < 80 && shown !== '')) return;
      written = now;
      if (stream.isTTY) stream.write(`\r\u001b[2K${what}`);
      // Elsewhere counting would fill a log: only the kind of work is told, once.
      else if (what.replace(/\d+/g, '') !== shown.replace(/\d+/g, '')) stream.write(`${what}\n`);
      shown = what;
    },
    done() {
      if (shown !== '' && stream.isTTY) stream.write('\r\u001b[2K');
      shown = '';
      idle = true;
    },
  };
}

/** `1 chapter`, `3 chapters`; thousands with a comma. */
export const count = (n: number, word: string): string => `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;
