/** A Java for tests: the one that is there, or the system’s, installed where that is possible. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const runs = (): boolean => spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;

/** Whether Java is there, and is brought there where we may. Where there is none, that is an error only under `CI`. */
export function findJava(): boolean {
  if (runs() || (mayInstall() && install() && runs())) return true;
  if (process.env.CI === 'true') throw new Error('no Java here, and none could be installed; EPUBCheck needs one');
  return false;
}

const mayInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function install(): boolean {
  process.stderr.write('\nNo Java found: installing default-jre-headless for EPUBCheck.\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', args, { env, stdio: 'ignore', timeout: 300_000 }).status === 0;
  const get = (): boolean => apt('install', '-y', '--no-install-recommends', 'default-jre-headless');
  return get() || (apt('update') && get());
}

/** Says on the terminal which tests nobody ran for want of Java. */
export function tellNotRun(what: readonly string[]): void {
  const lines = what.map((line) => `  ${line}\n`).join('');
  process.stderr.write(`\nNo Java found, so these were not run (install default-jre-headless):\n${lines}`);
}
