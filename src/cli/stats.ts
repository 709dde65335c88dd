/** `padd stats` and `padd timeline`: what a manuscript holds, in numbers and in time. */

import { chronicleOf } from '../analysis/chronicle.ts';
import { figuresOf } from '../analysis/figures.ts';
import { statsCsv, statsJson, statsReport } from '../reports/stats.ts';
import { inOrder, type Order, timelineCsv, timelineJson, timelineReport } from '../reports/timeline.ts';
import { type Arguments, manuscriptFolder, readArguments } from './arguments.ts';
import { orders, statsOptions, statsTables, tableFormats, timelineOptions } from './options.ts';
import { readFolder } from './read.ts';
import { paintFor, progressOn, UsageError, widthOf } from './terminal.ts';

export async function statsCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args, statsOptions, 1);
  const format = chosen(given, 'format', tableFormats);
  const of = chosen(given, 'of', statsTables);
  if (given.has('of') && format !== 'csv')
    throw new UsageError('--of goes with --format csv; the others hold both tables');
  const { manuscript, look } = open(given);
  const figures = figuresOf(manuscript);
  process.stdout.write(
    { table: statsReport, json: statsJson, csv: () => statsCsv(figures, of) }[format](figures, look),
  );
  return 0;
}

export async function timelineCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args, timelineOptions, 1);
  const format = chosen(given, 'format', tableFormats);
  const order: Order = chosen(given, 'order', orders);
  const { manuscript, look } = open(given);
  const occasions = inOrder(chronicleOf(manuscript), order);
  process.stdout.write(
    { table: timelineReport, json: timelineJson, csv: timelineCsv }[format](occasions, manuscript, look),
  );
  return 0;
}

function open(given: Arguments) {
  const folder = manuscriptFolder(given.words[0]);
  const progress = progressOn(process.stderr);
  const manuscript = readFolder(folder, progress);
  progress.done();
  // What is piped away is cut by nobody.
  const width = process.stdout.isTTY ? widthOf(process.stdout) : Number.POSITIVE_INFINITY;
  return { manuscript, look: { paint: paintFor(process.stdout), width } };
}

/** The value of an option that is one of some words; the first of them where it is not given. */
function chosen<const W extends string>(given: Arguments, name: string, words: readonly [W, ...W[]]): W {
  const value = given.value(name) ?? words[0];
  const known = words.find((word) => word === value);
  if (known === undefined) throw new UsageError(`--${name} ${value}: it is one of ${words.join(', ')}`);
  return known;
}
