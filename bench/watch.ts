/**
 * How long an author waits for findings after an edit of one chapter: a story of a hundred chapters of about 5,000 words
 * each, made of our own chapters or of those of a folder, with its bible. First read and linted by one reader, in CPU
 * milliseconds; then by `padd lint --watch` and by `padd dev` themselves, from the file's being saved until the findings are
 * printed, by the clock, which an idle machine alone gives rightly, and in CPU milliseconds. `node bench/watch.ts [folder] [edits]`
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { lint } from '../src/lint.ts';
import { manuscriptReader } from '../src/manuscript/read.ts';
import { countWords } from '../src/manuscript/words.ts';
import { rules } from '../src/rules/index.ts';

const CHAPTERS = 100;
const WORDS = 5000;
const root = resolve(import.meta.dirname, '..');
const [folder = join(root, 'chapters'), edits = '15'] = process.argv.slice(2);

const markdown = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md') && !/(^|[\\/])_/.test(file))
  .sort()
  .map((file) => readFileSync(join(folder, file), 'utf8'));

/** Without what would make copies of a chapter contradict each other. */
const blocks = markdown.flatMap((text) =>
  text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^::+.*$/gm, '')
    .split(/\n{2,}/),
);

const work = mkdtempSync(join(tmpdir(), 'padd-bench-'));
const path = (n: number): string => join(work, `${String(n + 1).padStart(3, '0')}-chapter.md`);

function writeStory(): number {
  let next = 0;
  let all = 0;
  for (let n = 0; n < CHAPTERS; n += 1) {
    const parts: string[] = [];
    for (let words = 0; words < WORDS; next += 1) {
      const text = blocks[next % blocks.length] as string;
      parts.push(text);
      words += countWords(text);
    }
    writeFileSync(path(n), parts.join('\n\n'));
    all += countWords(parts.join('\n\n'));
  }
  for (const name of ['bible', 'bible.yaml', 'story.yaml'])
    if (existsSync(join(folder, name))) cpSync(join(folder, name), join(work, name), { recursive: true });
  return all;
}

/** CPU milliseconds of a piece of work. */
function costOf(task: () => void): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const padd = join(root, 'bin/padd.js');
/** What each waits before it reads, in milliseconds: `src/cli/watch.ts`, `src/site/reload.ts`. */
const SETTLES = { 'lint --watch': 50, dev: 30 } as const;
/** No findings by then: something is broken. In milliseconds. */
const PATIENCE = 120_000;

/** Resolves once a process has printed what is waited for, and nothing after it for a moment; with when it was printed. */
function printed(child: ChildProcess, wanted: RegExp): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    const done = (result: () => void): void => {
      clearTimeout(late);
      child.stdout?.off('data', read);
      child.off('exit', ended);
      result();
    };
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      const at = performance.now();
      if (wanted.test(text)) done(() => resolve(at));
    };
    const ended = (): void => done(() => reject(new Error(`it ended; it printed ${text}`)));
    const late = setTimeout(() => done(() => reject(new Error(`no findings in time; it printed ${text}`))), PATIENCE);
    child.stdout?.on('data', read);
    child.once('exit', ended);
  });
}

const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/** The report's last line: how much was found. */
const summary = /\b\d+ (?:errors?|warnings?|infos?|findings?)\b.*\n/;

/** CPU milliseconds that another process has taken so far; where the system does not tell, nothing. */
function takenBy(pid: number): number {
  const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

interface Wait {
  readonly clock: number;
  readonly cpu: number;
}

/** From saving a chapter to the findings, edit by edit, in a command as an author runs it. */
async function waits(command: keyof typeof SETTLES, ready: RegExp): Promise<readonly Wait[]> {
  const args = [padd, ...command.split(' ').slice(0, 1), work, ...command.split(' ').slice(1)];
  const child = spawn(process.execPath, command === 'dev' ? [...args, '--port', '0'] : args, {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    await printed(child, ready);
    // The watcher learns the folder, and Astro warms up, after the first report.
    await pause(5000);
    const times: Wait[] = [];
    const pid = child.pid ?? 0;
    for (let n = 0; n < Number(edits); n += 1) {
      const edited = path((n * 37 + 11) % CHAPTERS);
      const text = `${readFileSync(edited, 'utf8')}\n\nShe waited for the the lamp, and nobody came.\n`;
      const told = printed(child, summary);
      const [saved, before] = [performance.now(), takenBy(pid)];
      writeFileSync(edited, text);
      times.push({ clock: (await told) - saved, cpu: takenBy(pid) - before });
      // In dev the page follows the findings.
      await pause(1500);
    }
    return times;
  } finally {
    child.kill('SIGINT');
  }
}

const middle = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN;
const slowest = (values: readonly number[]): number => sorted(values).at(-1) ?? Number.NaN;
const ms = (value: number): string => `${value.toFixed(0)} ms`;

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

try {
  const words = writeStory();
  const reader = manuscriptReader();
  let findings = 0;
  const ask = (): void => {
    findings = lint(reader.read(work), rules).length;
  };
  const cold = costOf(ask);
  const costs: number[] = [];
  for (let n = 0; n < Number(edits); n += 1) {
    const edited = path((n * 37) % CHAPTERS);
    writeFileSync(edited, `${readFileSync(edited, 'utf8')}\n\nShe waited for the lamp, and nobody came.\n`);
    costs.push(costOf(ask));
  }
  process.stdout.write(
    `${CHAPTERS} chapters, ${words.toLocaleString('en')} words, ${findings} findings, Node ${process.versions.node}\n` +
      `CPU: first ${ms(cold)}; after an edit ${ms(middle(costs))} (median), ${ms(slowest(costs))} (slowest of ${edits})\n`,
  );
  for (const [command, ready] of [
    ['lint --watch', summary],
    ['dev', /Ctrl\+C ends it/],
  ] as const) {
    const times = await waits(command, ready);
    const [clock, cpu] = [times.map((time) => time.clock), times.map((time) => time.cpu)];
    process.stdout.write(
      `padd ${command}, from saving to findings by the clock: ${ms(middle(clock))} (median), ${ms(slowest(clock))} (slowest), ` +
        `of which it waits ${ms(SETTLES[command])} for the save to settle; CPU ${ms(middle(cpu))} (median)\n`,
    );
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
