/** `padd epub`: that edition alone. */

import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { epub } from '../editions/epub.ts';
import { lint, lintForErrors } from '../lint.ts';
import { manuscriptFolder, readArguments } from './arguments.ts';
import { publishOptions } from './options.ts';
import { writeFileWhole } from './output.ts';
import { check, giveAdvice, readPublication, sayMade } from './publish.ts';
import { progressOn } from './terminal.ts';

export async function epubCommand(args: readonly string[]): Promise<number> {
  tuneForOneRun();
  const given = readArguments(args, publishOptions, 1);
  const folder = manuscriptFolder(given.words[0]);
  const out = resolve(given.value('out') ?? 'dist');
  const progress = progressOn(process.stderr);
  const publication = readPublication(folder, given, progress);
  const checked = check(publication, given, progress, given.has('max-warnings') ? lint : lintForErrors);
  if (!checked) return 1;
  progress.step('making the EPUB');
  const editions = await epub.publish(publication);
  progress.done();
  for (const { path, bytes } of editions) writeFileWhole(join(out, path), bytes);
  giveAdvice(editions, folder);
  sayMade(checked, out, editions, false);
  return 0;
}

/**
 * A million words are a book in two seconds and 300 MB. A tenth of that time would go into making code faster that is soon
 * done with, unless the engine waits longer before it does so; and heaps grow far beyond their need unless they are told.
 */
function tuneForOneRun(): void {
  setFlagsFromString('--invocation-count-for-turbofan=20000');
  setFlagsFromString('--heap-growing-percent=75');
}
