/** Builds the sites that tests look at, all at once in one process, into the folder that is named; others by name alone. */

import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPublication } from '../../src/editions/publication.ts';
import { readManuscript } from '../../src/manuscript/read.ts';
import { beginSite } from '../../src/site/build.ts';

const [out = '', ...only] = process.argv.slice(2);
const manuscripts = join(import.meta.dirname, '../manuscripts');

/** Where each is told that it lives is its own `url`, where it has one. */
const sites: Readonly<Record<string, readonly [manuscript: string, base?: string]>> = {
  reading: ['reading'],
  again: ['reading'],
  rtl: ['right-to-left'],
  bare: ['bare', 'deep/er'],
  long: ['long', 'far/off'],
  french: ['french'],
  hostile: ['hostile-markdown'],
  japanese: ['japanese', 'ja'],
  kitchen: ['kitchen-sink'],
  regency: ['regency'],
  stock: ['stock'],
  later: ['long', 'far/off'],
  mature: ['mature'],
  serial: ['', 'serial'],
  saga: [''],
  dusk: ['reading'],
  names: [''],
  strange: [''],
  arabic: [''],
};

/** Those that are made from others, or from nothing. */
const made: Readonly<Record<string, (folder: string) => string>> = {
  later: laterEdition,
  serial,
  dusk: ownTheme,
  saga,
  names,
  strange,
  arabic,
};

async function build(name: string, [manuscript, base]: readonly [string, string?]): Promise<void> {
  const outDir = join(out, name);
  mkdirSync(outDir, { recursive: true });
  const folder = made[name]?.(join(manuscripts, manuscript)) ?? join(manuscripts, manuscript);
  await beginSite({
    publication: openPublication(readManuscript(folder), { now: Date.UTC(2026, 2, 1) }),
    base,
    beside: () => ({ downloads: [{ path: 'story.epub', bytes: 412_345, label: 'EPUB' }] }),
  }).finish(outDir);
}

/** The same story after its author has been at it: other words in the first chapter, and a chapter more at the end. */
function laterEdition(folder: string): string {
  const copy = join(out, 'later-manuscript');
  cpSync(folder, copy, { recursive: true });
  const first = join(copy, '01-the-watch.md');
  const blocks = readFileSync(first, 'utf8').split('\n\n');
  blocks[3] = 'Nobody had written this paragraph before.';
  writeFileSync(first, blocks.join('\n\n'));
  writeFileSync(join(copy, '05-at-last.md'), '---\ntitle: At Last\n---\n\nIt goes on.\n');
  return copy;
}

/** The same story with a theme that its author has made: other colours, other marks, and not a line beside them. */
function ownTheme(folder: string): string {
  const copy = join(out, 'dusk-manuscript');
  cpSync(folder, copy, { recursive: true });
  const log = readFileSync(join(import.meta.dirname, '../../styles/themes/log.css'), 'utf8');
  const dusk = log
    .replaceAll('#fbfaf6', '#f3f0fa')
    .replaceAll('#14171f', '#1a1426')
    .replace(/--rule: [^;]+/, '--rule: 7px')
    .replace(/--star: [^;]+/, '--star: circle(30%)')
    .replace(/--label-case: [^;]+/, '--label-case: none')
    .replace(/--horizon: [^;]+/, '--horizon: none');
  mkdirSync(join(copy, 'themes'));
  writeFileSync(join(copy, 'themes/dusk.css'), dusk);
  writeFileSync(join(copy, 'story.yaml'), `${readFileSync(join(copy, 'story.yaml'), 'utf8')}theme: dusk\n`);
  return copy;
}

/** One so long that its index has two volumes. */
function saga(): string {
  const folder = join(out, 'saga-manuscript');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'story.yaml'), 'title: The Saga\nlanguage: en\n');
  for (let n = 1; n <= 255; n += 1) {
    const words = { 3: 'A heron stood there.', 254: 'The heron came back.' }[n] ?? 'Nobody came.';
    writeFileSync(join(folder, `${n}.md`), `The lamp was lit. ${words}\n`);
  }
  return folder;
}

/** A story of many short chapters: thirty in its first part, ninety in its second. */
function serial(): string {
  const folder = join(out, 'serial-manuscript');
  for (const part of ['part-one', 'part-two']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'story.yaml'), 'title: The Serial\nauthor: A. Keeper\nlanguage: en\n');
  for (let n = 1; n <= 120; n += 1)
    writeFileSync(
      join(folder, n <= 30 ? 'part-one' : 'part-two', `${String(n).padStart(3, '0')}-day-${n}.md`),
      `The lamp was lit for the ${n}th time.\n`,
    );
  return folder;
}

/** Chapters that are called as things of the site are, below a title that is too long for everything. */
function names(): string {
  const folder = join(out, 'names-manuscript');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'story.yaml'),
    'title: "The Extraordinarily Long Title of One Who Could Not Stop, or: How I Learned to Love the Semicolon"\nlanguage: en\n',
  );
  for (const name of ['text', 'reader', 'known', 'move', 'search', 'q'])
    writeFileSync(join(folder, `${name}.md`), `---\ntitle: ${name}\n---\n\nThis is ${name}.\n`);
  // As stories of the kind that counts have them: wider than a telephone, and with nothing in the corner.
  const table = '| | Strength | Constitution | Intelligence | Willpower |\n|-|-|-|-|-|\n| Level | 12 | 14 | 9 | 11 |\n';
  appendFileSync(join(folder, 'reader.md'), `\n${table}`);
  return folder;
}

/** A folder of chapters, written as its name is. */
function written(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(out, `${name}-manuscript`);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

/** What authors have that pages are not made for: words without an end, and everything within itself. */
function strange(): string {
  const endless = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(5);
  const seven = [0, 1, 2, 3, 4, 5, 6];
  const forks = `timelines:\n  prime: {}\n${[1, 2, 3, 4].map((n) => `  n${n}: { from: prime, at: 43002.${n} }\n`).join('')}`;
  return written('strange', {
    'story.yaml': `title: Strange\nlanguage: en\nrelationships: [A/${endless}]\nseries: { title: ${endless} }\n${forks}`,
    'bible.yaml': `characters:\n  mira: { name: ${endless}, rank: ${endless}, species: Human }\n`,
    '1.md': `# ${endless}\n\n${endless} woke.\n`,
    '2.md': [
      '---\nstardate: 43002.0\npov: mira\n---',
      seven.map((n) => `${'   '.repeat(n)}1. in a list`).join('\n'),
      seven.map((n) => `${'>'.repeat(n + 1)} in a quotation\n${'>'.repeat(n + 1)}`).join('\n'),
      '::::note[violence]\nBlood.\n\n:::note[gore]\nMore of it.\n:::\n\nStill some.\n::::',
      '![A pole](tall.svg)',
      'The end.',
    ].join('\n\n'),
    '10.md': 'She wrote it down.\n\nמה שלומך היום? <mark>אמר</mark>.\n\nShe read it.\n',
    '3.md': `---\nstardate: 43003.0\ntitle: ${endless}\n---\n\nOver.\n`,
    'tall.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="3000"><path d="M0 0h300v3000H0z"/></svg>',
    '4.md': '',
    ...Object.fromEntries(
      [1, 2, 3, 4].map((n) => [`${5 + n}.md`, `---\nstardate: 43004.${n}\ntimeline: n${n}\n---\n\nOver.\n`]),
    ),
    '5.md': `${'She went on. '.repeat(400)}\n`,
  });
}

/** A story that runs from right to left, in a language that the interface does not speak. */
function arabic(): string {
  return written('arabic', {
    'story.yaml': 'title: المنارة\nauthor: ليلى\nlanguage: ar\n',
    '1.md':
      '---\ntitle: الأول\ndate: 2026-01-01\nsetting: الميناء\n---\n\nكان البحر هادئا.\n\n:::note[عنف]\nدم.\n:::\n',
    '2.md':
      '---\ntitle: الثاني\ndate: 2026-01-02\n---\n\nعاد الهدوء.\n\n## عنوان\n\n### آخر\n\n| أ | ب |\n|-|-|\n| ١ | ٢ |\n',
  });
}

await Promise.all(
  Object.entries(sites)
    .filter(([name]) => only.includes(name))
    .map(([name, site]) => build(name, site)),
);
