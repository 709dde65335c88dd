/** The front door: `padd <command>`. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from './cli/commands.ts';
import type { Option } from './cli/options.ts';
import { paintFor, UsageError } from './cli/terminal.ts';
import { PublishError } from './editions/error.ts';
import { nearest } from './manuscript/nearest.ts';

// A reader that has seen enough, as in `padd rules | head`, ends the work and is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await run(process.argv.slice(2));

/** Exit codes: 0 well, 1 the manuscript has errors, 2 wrong usage, 3 the tool itself failed. */
async function run([name, ...args]: readonly string[]): Promise<number> {
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      process.stdout.write(help(args[0]));
      return 0;
    }
    if (name === '--version' || name === '-v') {
      const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
        version: string;
      };
      process.stdout.write(`${version}\n`);
      return 0;
    }
    const command = commands.get(name);
    if (!command) {
      const near = nearest(name, commands.keys());
      throw new UsageError(
        `there is no command “${name}”${near ? `; did you mean “${near}”?` : '; `padd --help` lists them'}`,
      );
    }
    if (args.includes('--help') || args.includes('-h')) {
      process.stdout.write(help(name));
      return 0;
    }
    return await (await command.load())(args);
  } catch (error) {
    const { error: paint } = paintFor(process.stderr);
    if (error instanceof PublishError) {
      process.stderr.write(`${paint('padd:')} ${error.message}\n`);
      return 1;
    }
    if (error instanceof UsageError) {
      process.stderr.write(`${paint('padd:')} ${error.message}\n`);
      return 2;
    }
    const { message, stack } = error as Error;
    process.stderr.write(`${paint('padd failed:')} ${process.env.PADD_DEBUG ? stack : message}\n`);
    process.stderr.write('This is a fault of Padd, not of the manuscript. PADD_DEBUG=1 shows where it happened.\n');
    return 3;
  }
}

function help(name: string | undefined): string {
  const { strong } = paintFor(process.stdout);
  const command = name === undefined ? undefined : commands.get(name);
  if (!command) {
    const width = Math.max(...[...commands.values()].map(({ usage }) => usage.length));
    const lines = [...commands.values()].map(({ usage, says }) => `  padd ${usage.padEnd(width)}  ${says}`);
    return `Padd publishes a manuscript of Markdown chapters as a site and an EPUB, and checks its continuity.

${strong('Commands')}
${lines.join('\n')}

${strong('Examples')}
  padd new my-story            a story to begin with
  padd dev my-story            write, and watch it change
  padd lint my-story           what contradicts itself
  padd build my-story          site and EPUB into dist/

\`padd <command> --help\` tells more. The folder is \`chapters\` where none is named.
`;
  }
  const left = ([option, { takes, short }]: [string, Option]): string =>
    `${short ? `-${short}, ` : ''}--${option}${takes ? ' …' : ''}`;
  const options = Object.entries(command.options);
  const width = Math.max(0, ...options.map((option) => left(option).length));
  const optionLines = options.map(
    (option) => `  ${left(option).padEnd(width)}  ${option[1].says}${option[1].takes ? ` (${option[1].takes})` : ''}`,
  );
  return `padd ${command.usage}\n  ${command.says}\n${options.length > 0 ? `\n${strong('Options')}\n${optionLines.join('\n')}\n` : ''}\n${strong('Examples')}\n${command.examples.map((example) => `  ${example}`).join('\n')}\n`;
}
