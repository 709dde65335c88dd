/** `padd dev`: the site while it is written, with what the linter says of every edit. */

import { lint } from '../lint.ts';
import { rules } from '../rules/index.ts';
import { devServer } from '../site/dev.ts';
import { manuscriptFolder, readArguments, wholeNumber } from './arguments.ts';
import { beyondBaseline, printFindings } from './lint.ts';
import { devOptions } from './options.ts';
import { readFolder, whereFrom } from './read.ts';
import { progressOn } from './terminal.ts';

export async function devCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args, devOptions, 1);
  const folder = manuscriptFolder(given.words[0]);
  const port = wholeNumber('port', given.value('port'));
  const host = given.value('host');
  // A folder with nothing to serve is refused before the server starts.
  const progress = progressOn(process.stderr);
  readFolder(folder, progress);
  progress.done();
  const server = await devServer({
    folder,
    ...(port === undefined ? {} : { port }),
    ...(host === undefined ? {} : { host }),
    check: (manuscript) => beyondBaseline(lint(manuscript, rules), manuscript),
    onFindings: (findings) =>
      printFindings(findings, process.stdout.isTTY ? 'pretty' : 'text', whereFrom(folder), process.stdout),
  });
  process.stdout.write(`\n  ${server.address}   Ctrl+C ends it\n\n`);
  return new Promise((resolve) => {
    process.once('SIGINT', () => {
      void server.stop().then(() => resolve(0));
    });
  });
}
