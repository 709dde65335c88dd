/**
 * How long an author waits for findings after an edit of one chapter: a story of a hundred chapters of about 5,000 words
 * each, made of our own chapters or of those of a folder, read and linted by one reader, as `padd lint --watch` and
 * `padd dev` do it. CPU milliseconds, without the moment in which an editor's save settles. `node bench/watch.ts [folder] [edits]`
 */

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
  const ranked = sorted(costs);
  process.stdout.write(
    `${CHAPTERS} chapters, ${words.toLocaleString('en')} words, ${findings} findings, Node ${process.versions.node}\n` +
      `first ${cold.toFixed(0)} ms; after an edit ${ranked[Math.floor(ranked.length / 2)]?.toFixed(0)} ms (median), ` +
      `${ranked.at(-1)?.toFixed(0)} ms (slowest of ${edits})\n`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
