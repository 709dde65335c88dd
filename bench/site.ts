/**
 * What the reading site costs as a story grows: stories of 100, 300 and 1,000 chapters of about 1,000 words, cut from our own
 * chapters or from those of a folder, with everything on that a site can have. `padd build` from nothing, and again after
 * edits of one thing each; then `padd dev`, from a saved edit to the page that shows it.
 * `npm run bench:site -- [folder] [chapters ...]`. It needs GNU time.
 */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { countWords } from '../src/manuscript/words.ts';

const WORDS = 1000;
const DAY = 86_400_000;
const EDITS = 5;
const root = resolve(import.meta.dirname, '..');
const cli = join(root, 'bin/padd.js');
const work = mkdtempSync(join(tmpdir(), 'padd-bench-'));
// Nothing that an earlier run has left, and nothing left for the author’s own.
const env = { ...process.env, XDG_CACHE_HOME: join(work, 'cache') };

const given = process.argv.slice(2);
const sizes = given.filter((word) => /^\d+$/.test(word)).map(Number);
const source = resolve(given.find((word) => !/^\d+$/.test(word)) ?? join(root, 'chapters'));

/** Paragraphs, without what would make copies of a chapter contradict each other. */
const blocks = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md') && !/(^|[\\/])_/.test(file))
  .sort()
  .flatMap((file) =>
    readFileSync(join(source, file), 'utf8')
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .replace(/^(?:::+|#).*$/gm, '')
      .split(/\n{2,}/)
      .filter((block) => block.trim()),
  );

const chapterFile = (folder: string, n: number): string => join(folder, `${String(n).padStart(4, '0')}-chapter.md`);

/** A story whose words are never twice in the same order at the head of a chapter. */
function writeStory(chapters: number): string {
  const folder = join(work, `story-${chapters}`);
  mkdirSync(folder);
  for (const name of ['bible', 'bible.yaml', 'images'])
    if (existsSync(join(source, name))) cpSync(join(source, name), join(folder, name), { recursive: true });
  const story = join(source, 'story.yaml');
  const told = existsSync(story)
    ? readFileSync(story, 'utf8').replace(/^(?:url|search|chaptersPlanned):.*\n/gm, '')
    : 'title: The Long Story\nauthor: A. Author\n';
  writeFileSync(join(folder, 'story.yaml'), `${told}url: https://stories.example/long/\n`);
  let next = 0;
  for (let n = 1; n <= chapters; n += 1) {
    const parts: string[] = [];
    for (let words = 0; words < WORDS; next += 1) {
      const text = blocks[next % blocks.length] as string;
      parts.push(text);
      words += countWords(text);
    }
    const day = new Date(Date.UTC(2020, 0, 1) + n * DAY).toISOString().slice(0, 10);
    const head = `---\ntitle: Of the ${n}. Day\nsummary: What came of day ${n}.\npublished: ${day}\n---\n\n`;
    writeFileSync(chapterFile(folder, n), `${head}${parts.join('\n\n')}\n`);
  }
  return folder;
}

/** Before any word of a chapter’s prose, behind its front matter. */
const WORD = /(?<=\n---\n[\s\S]*\s)(?=\p{L})/u;

function edit(file: string, from: RegExp, to: string): void {
  const text = readFileSync(file, 'utf8');
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`${file}: nothing to edit`);
  writeFileSync(file, edited);
}

interface Cost {
  readonly cpu: number;
  readonly wall: number;
  readonly megabytes: number;
}

function build(folder: string): Cost {
  const args = ['-f', '\nCOST %U %S %e %M', process.execPath, cli, 'build', folder, '--max-warnings', '1000000'];
  const { stderr } = spawnSync('/usr/bin/time', [...args, '--out', join(work, 'site')], {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const [, user, system, wall, kilobytes] = /COST (\S+) (\S+) (\S+) (\d+)/.exec(stderr ?? '') ?? [];
  if (kilobytes === undefined || /exited with non-zero/.test(stderr))
    throw new Error(`padd build could not be measured: ${stderr.slice(-2000)}`);
  return { cpu: Number(user) + Number(system), wall: Number(wall), megabytes: Number(kilobytes) / 1000 };
}

function measureBuilds(folder: string, chapters: number): void {
  const middle = chapterFile(folder, Math.ceil(chapters / 2));
  const bible = ['bible/characters.yaml', 'bible.yaml'].map((name) => join(folder, name)).find(existsSync);
  const edits: Readonly<Record<string, () => void>> = {
    'from nothing': () => {},
    'nothing edited': () => {},
    'words of one chapter': () => edit(middle, WORD, 'lamplit '),
    'title of one chapter': () => edit(middle, /^title: .*/m, 'title: Another Day'),
    ...(bible ? { 'the bible': () => edit(bible, /(\bname: )/, '$1Old ') } : {}),
  };
  let cold: Cost | undefined;
  for (const [what, make] of Object.entries(edits)) {
    make();
    const cost = build(folder);
    cold ??= cost;
    const each = ((cost.cpu / chapters) * 1000).toFixed(1);
    const ratios = [cost.cpu / cold.cpu, cost.wall / cold.wall].map((ratio) => ratio.toFixed(2)).join(' | ');
    const times = `${cost.cpu.toFixed(1)} | ${cost.wall.toFixed(1)} | ${each} | ${ratios} | ${cost.megabytes.toFixed(0)}`;
    process.stdout.write(`| ${chapters} | ${what} | ${times} |\n`);
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until there is an answer. */
async function until<T>(ask: () => T | undefined | Promise<T | undefined>, every = 10): Promise<T> {
  const patience = performance.now() + 120_000;
  while (performance.now() < patience) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(every);
  }
  throw new Error('nothing came of it');
}

/** Once a page is there, an edit is shown when Vite says that pages are to be read again, and the page has the words. */
async function measurePreview(folder: string, chapters: number): Promise<void> {
  const begun = performance.now();
  const server: ChildProcess = spawn(process.execPath, [cli, 'dev', folder, '--port', '4777'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    let said = '';
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const url = await until(() => /http:\S+/.exec(said)?.[0]);
    const middle = Math.ceil(chapters / 2);
    const file = chapterFile(folder, middle);
    const address = new URL(`chapters/chapter-${middle}/`, url).href;
    const page = async (): Promise<string> => (await fetch(address)).text();
    await page();
    const start = performance.now() - begun;
    let reloads = 0;
    const token = /"?wsToken"? ?= ?"([^"]+)"|const wsToken = "([^"]+)"/.exec(
      await (await fetch(new URL('/@vite/client', url))).text(),
    );
    const socket = new WebSocket(
      `${new URL('/', url).href.replace('http', 'ws')}?token=${token?.[1] ?? token?.[2]}`,
      'vite-hmr',
    );
    socket.addEventListener('message', ({ data }) => {
      if (String(data).includes('full-reload')) reloads += 1;
    });
    await until(() => (socket.readyState === WebSocket.OPEN ? true : undefined));
    const shown: number[] = [];
    for (let n = 0; n < EDITS; n += 1) {
      await sleep(2000);
      const before = reloads;
      const words = `She waited for the lamp ${n} times.`;
      const saved = performance.now();
      edit(file, WORD, `${words} `);
      // A browser asks once each time that it is told to: also when the findings of the edit before have come late.
      let asked = before;
      await until(async () => {
        if (reloads === asked) return undefined;
        asked = reloads;
        return (await page()).includes(words) || undefined;
      }, 2);
      shown.push(performance.now() - saved);
    }
    socket.close();
    const ranked = shown.sort((a, b) => a - b).map((ms) => ms.toFixed(0));
    process.stdout.write(
      `| ${chapters} | ${(start / 1000).toFixed(1)} | ${ranked[Math.floor(EDITS / 2)]} | ${ranked.at(-1)} |\n`,
    );
  } finally {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGTERM');
    await ended;
  }
}

try {
  const counts = sizes.length > 0 ? sizes : [100, 300, 1000];
  const folders = new Map(counts.map((chapters) => [chapters, writeStory(chapters)] as const));
  process.stdout.write(
    `Chapters of about ${WORDS} words, Node ${process.versions.node}\n\n` +
      '| chapters | `padd build` | CPU s | s | CPU ms a chapter | CPU against the first | s against the first | peak MB |\n' +
      '| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n',
  );
  for (const [chapters, folder] of folders) measureBuilds(folder, chapters);
  process.stdout.write(
    '\n| chapters | `padd dev` starts, s | an edit is shown, ms (median) | slowest |\n| ---: | ---: | ---: | ---: |\n',
  );
  for (const [chapters, folder] of folders) await measurePreview(folder, chapters);
} finally {
  rmSync(work, { recursive: true, force: true });
}
