/** `padd bible suggest`: a bible for a story that has none, or what one lacks, as YAML. */

import { suggestBible } from '../analysis/naming/suggestion.ts';
import { bibleYaml } from '../reports/bible.ts';
import { manuscriptFolder, readArguments, wholeNumber } from './arguments.ts';
import { bibleOptions } from './options.ts';
import { readFolder } from './read.ts';
import { progressOn, UsageError } from './terminal.ts';

/** What is named less often is hardly worth an entry. */
const LEAST = 5;

export async function bibleCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args, bibleOptions, 2);
  const [what, named] = given.words;
  if (what !== 'suggest') throw new UsageError('say what the bible is to do: `padd bible suggest [folder]`');
  const progress = progressOn(process.stderr);
  const manuscript = readFolder(manuscriptFolder(named), progress);
  progress.step('looking for names');
  const yaml = bibleYaml(suggestBible(manuscript, wholeNumber('least', given.value('least')) ?? LEAST));
  progress.done();
  process.stdout.write(yaml);
  if (yaml === '') process.stderr.write('the text names nobody and nothing that the bible lacks\n');
  return 0;
}
