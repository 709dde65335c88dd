/**
 * What a book costs beside pandoc's of the same files, in one run: CPU seconds and peak memory.
 * `node bench/epub.ts <folder> [rounds]`. It needs GNU time; pandoc is left out where it is not installed.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const [named = 'chapters', rounds = '3'] = process.argv.slice(2);
const folder = resolve(named);
const work = mkdtempSync(join(tmpdir(), 'padd-bench-'));

interface Cost {
  readonly cpu: number;
  readonly megabytes: number;
}

function costOf(command: string, args: readonly string[]): Cost {
  const report = '\nCOST %U %S %M';
  const { stderr } = spawnSync('/usr/bin/time', ['-f', report, command, ...args], { cwd: root, encoding: 'utf8' });
  const [, user, system, kilobytes] = /COST (\S+) (\S+) (\d+)/.exec(stderr ?? '') ?? [];
  if (kilobytes === undefined) throw new Error(`${command} could not be measured: is GNU time installed?`);
  return { cpu: Number(user) + Number(system), megabytes: Number(kilobytes) / 1000 };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

try {
  const chapters = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !/(^|\/)_/.test(file))
    .sort()
    .map((file) => join(folder, file));
  const cli = join(root, 'bin/padd.js');
  const commands: Record<string, () => Cost> = {
    'padd epub': () => costOf(process.execPath, [cli, 'epub', folder, '--out', join(work, 'book')]),
    ...(spawnSync('pandoc', ['--version']).status === 0
      ? {
          'pandoc to EPUB': () =>
            costOf('pandoc', ['-o', join(work, 'pandoc.epub'), '--metadata', 'title=Bench', ...chapters]),
        }
      : {}),
  };
  const measured = new Map<string, Cost[]>(Object.keys(commands).map((name) => [name, []]));
  // Round by round, so that a slow minute of the machine falls on both.
  for (let round = 0; round < Number(rounds); round += 1)
    for (const [name, measure] of Object.entries(commands)) measured.get(name)?.push(measure());
  process.stdout.write(`${chapters.length} chapters, ${rounds} rounds, Node ${process.versions.node}\n\n`);
  process.stdout.write(
    '| command | CPU s (median) | peak MB (highest) | CPU against padd |\n| --- | ---: | ---: | ---: |\n',
  );
  const own = measured.get('padd epub') ?? [];
  for (const [name, costs] of measured) {
    const ratio = median(costs.map(({ cpu }, round) => cpu / (own[round]?.cpu ?? Number.NaN)));
    const peak = Math.max(...costs.map(({ megabytes }) => megabytes));
    process.stdout.write(
      `| ${name} | ${median(costs.map(({ cpu }) => cpu)).toFixed(2)} | ${peak.toFixed(0)} | ${ratio.toFixed(2)} |\n`,
    );
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
