/**
 * What the work costs: CPU seconds of whole commands, and their ratio to bare remark-parse over the same files in the
 * same run. `npm run bench -- [folder] [rounds]`; without a folder a million words are made of our own chapters.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { countWords } from '../src/manuscript/words.ts';

const root = resolve(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'padd-bench-'));
const [named, rounds = '3'] = process.argv.slice(2);

/** CPU seconds, user and system, of a command and all that it starts. */
function cpuOf(command: string, args: readonly string[]): number {
  const quoted = [command, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const { stderr, status } = spawnSync(
    'bash',
    ['-c', `TIMEFORMAT='CPU %U %S'; time ${quoted} >/dev/null 2>"$0"`, join(work, 'log')],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  const [, user, system] = /CPU (\d+\.\d+) (\d+\.\d+)/.exec(stderr) ?? [];
  if (status !== 0 && status !== 1)
    throw new Error(`${quoted} ended with ${status}: ${readFileSync(join(work, 'log'), 'utf8')}`);
  return Number(user) + Number(system);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

const markdown = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !/(^|\/)_/.test(file))
    .sort();

/** Our own chapters over and over, up to a million words, without what would make them contradict each other. */
function millionWords(): string {
  const folder = join(work, 'million');
  mkdirSync(folder);
  const texts = markdown(join(root, 'chapters')).map((file) =>
    readFileSync(join(root, 'chapters', file), 'utf8')
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .replace(/^::+.*$/gm, ''),
  );
  let words = 0;
  for (let n = 1; words < 1_000_000; n += 1) {
    const text = texts[n % texts.length] as string;
    words += countWords(text);
    writeFileSync(join(folder, `${String(n).padStart(4, '0')}-chapter.md`), text);
  }
  return folder;
}

/** The first half of a folder's chapters, to see how cost grows. */
function halfOf(folder: string): string {
  const half = join(work, 'half');
  const files = markdown(folder);
  for (const file of files.slice(0, Math.ceil(files.length / 2)))
    cpSync(join(folder, file), join(half, file), { recursive: true });
  return half;
}

const wordsIn = (folder: string): number =>
  markdown(folder).reduce((sum, file) => sum + countWords(readFileSync(join(folder, file), 'utf8')), 0);

function hasPandoc(): boolean {
  try {
    execFileSync('pandoc', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

try {
  const folder = named ? resolve(named) : millionWords();
  const half = halfOf(folder);
  const node = process.execPath;
  const cli = join(root, 'bin/padd.js');
  const commands: Record<string, () => number> = {
    'bare remark-parse': () => cpuOf(node, [join(root, 'bench/bare-parse.ts'), folder]),
    'padd lint': () => cpuOf(node, [cli, 'lint', folder, '--format', 'json']),
    'padd epub': () => cpuOf(node, [cli, 'epub', folder, '--no-lint', '--out', join(work, 'epub')]),
    'padd build': () => cpuOf(node, [cli, 'build', folder, '--no-lint', '--out', join(work, 'site')]),
    'padd build, half the chapters': () =>
      cpuOf(node, [cli, 'build', half, '--no-lint', '--out', join(work, 'half-site')]),
  };
  if (hasPandoc()) {
    const files = markdown(folder).map((file) => join(folder, file));
    commands['pandoc to EPUB'] = () =>
      cpuOf('pandoc', ['-o', join(work, 'pandoc.epub'), '--metadata', 'title=Bench', ...files]);
  }
  const measured = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]));
  // Round by round and not command by command, so that a slow minute of the machine falls on all of them.
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const [name, measure] of Object.entries(commands)) measured.get(name)?.push(measure());
  }
  const bare = measured.get('bare remark-parse') as number[];
  process.stdout.write(
    `${markdown(folder).length} chapters, ${wordsIn(folder).toLocaleString('en')} words, ${rounds} rounds, Node ${process.versions.node}\n\n`,
  );
  process.stdout.write('| command | CPU s (median) | against bare remark-parse |\n| --- | ---: | ---: |\n');
  for (const [name, values] of measured) {
    const ratio = median(values.map((value, i) => value / (bare[i] as number)));
    process.stdout.write(`| ${name} | ${median(values).toFixed(2)} | ${ratio.toFixed(2)} |\n`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
