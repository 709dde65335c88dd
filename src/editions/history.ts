/** When the words of each chapter last changed, as the history of the folder tells it. */

import { execFileSync } from 'node:child_process';

const git = (folder: string, ...command: readonly string[]): string =>
  execFileSync('git', command, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/**
 * The last commit of every file of a folder, by its path within it, in milliseconds since 1970. Empty where there is no
 * history, and where it has been cut off: then each file would seem to have changed at the cut.
 */
export function lastChanges(folder: string): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  try {
    if (git(folder, 'rev-parse', '--is-shallow-repository').trim() !== 'false') return changes;
    const log = git(folder, 'log', '-z', '--format=format:@%ct', '--name-only', '--relative', '--', '.');
    let time = 0;
    // `@` and a time stand before the first file of each commit; no two commits touch each other but by a NUL.
    for (const line of log.split(/[\0\n]/)) {
      const [, seconds] = /^@(\d+)$/.exec(line) ?? [];
      if (seconds !== undefined) time = Number(seconds) * 1000;
      else if (line !== '' && !changes.has(line)) changes.set(line, time);
    }
  } catch {
    // No git here, or no repository.
  }
  return changes;
}
