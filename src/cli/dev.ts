/** `padd dev`: the site while it is written, with what the linter says of every edit. */

import { lint } from '../lint.ts';
import { manuscriptReader } from '../manuscript/read.ts';
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
  const reader = manuscriptReader();
  // A folder with nothing to serve is refused before the server starts.
  readFolder(folder, progressOn(process.stderr), reader);
  const server = await devServer({
    folder,
    reader,
    drafts: true,
    port: wholeNumber('port', given.value('port')),
    host: given.value('host'),
    check: (manuscript) => beyondBaseline(lint(manuscript, rules), manuscript),
    onManuscript: (_, findings) => printFindings(findings, 'pretty', whereFrom(folder), process.stdout),
    onError: (error) => process.stderr.write(`padd: ${error.message}\n`),
  });
  process.stdout.write(`\n  ${server.url}   Ctrl+C ends it\n\n`);
  return new Promise((resolve) => {
    const stop = (): void => void server.stop().then(() => resolve(0));
    process.once('SIGINT', stop).once('SIGTERM', stop);
  });
}
