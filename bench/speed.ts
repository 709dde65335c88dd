/**
 * What the work costs: CPU seconds of whole commands, and their ratio to bare remark-parse over the same files in the
 * same run; and how much memory the linter has at the most. `npm run bench -- [folder] [rounds]`; without a folder a million words are made of our own chapters.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse as parseYaml, stringify } from 'yaml';
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

/** A bible of the size that authors have: of what `padd bible suggest` finds, the most important. */
const MOST: Readonly<Record<string, number>> = { characters: 20, ships: 2, places: 8 };

/** The same chapters with such a bible. */
function withBible(folder: string): string {
  const own = join(work, 'with-bible');
  cpSync(folder, own, { recursive: true });
  for (const name of ['bible', 'bible.yaml', 'story.yaml']) rmSync(join(own, name), { recursive: true, force: true });
  const { stdout } = spawnSync(process.execPath, [join(root, 'bin/padd.js'), 'bible', 'suggest', own], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const all = parseYaml(stdout) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const tables = Object.entries(MOST).flatMap(([table, most]) =>
    all[table] ? [[table, Object.fromEntries(Object.entries(all[table]).slice(0, most))] as const] : [],
  );
  writeFileSync(join(own, 'bible.yaml'), stringify(Object.fromEntries(tables)));
  return own;
}

/** Megabytes that a command has at the most. */
function peakOf(args: readonly string[]): number {
  const told = join(work, 'peak');
  const tell = `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(${JSON.stringify(told)}, String(process.resourceUsage().maxRSS)));`;
  const hook = `data:text/javascript,${encodeURIComponent(tell)}`;
  spawnSync(process.execPath, ['--import', hook, ...args], { cwd: root, stdio: 'ignore' });
  return Number(readFileSync(told, 'utf8')) / 1024;
}

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
  const told = withBible(folder);
  const node = process.execPath;
  const cli = join(root, 'bin/padd.js');
  const commands: Record<string, () => number> = {
    'bare remark-parse': () => cpuOf(node, [join(root, 'bench/bare-parse.ts'), folder]),
    'padd lint': () => cpuOf(node, [cli, 'lint', folder, '--format', 'json']),
    'padd lint, with a bible': () => cpuOf(node, [cli, 'lint', told, '--format', 'json']),
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
  const peaks = [folder, told].map((one) => peakOf([cli, 'lint', one, '--format', 'json']).toFixed(0));
  process.stdout.write(`\npadd lint has ${peaks[0]} MB at the most, with a bible ${peaks[1]} MB\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
