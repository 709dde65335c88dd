/**
 * Builds a story again and again, after edits of all kinds, once with what the builds before have left and once with
 * nothing; says, as JSON, which files differ, and which chapters a build took from the one before.
 */

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPublication } from '../../src/editions/publication.ts';
import { readManuscript } from '../../src/manuscript/read.ts';
import { buildSite } from '../../src/site/build.ts';

const work = process.argv[2] as string;
const folder = join(work, 'manuscript');
const cache = join(work, 'cache');
cpSync(join(import.meta.dirname, '../manuscripts/reading'), folder, { recursive: true });

const replace = (file: string, from: string | RegExp, to: string): void => {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`${file}: nothing to replace`);
  writeFileSync(path, edited);
};

// What takes longest and is made anew each time: pictures to share, and the search.
replace('story.yaml', /^url:.*$/m, 'search: false');

const edits: Readonly<Record<string, () => void>> = {
  'the first build': () => {},
  'nothing at all': () => {},
  'words of one chapter': () => replace('00-prologue.md', /\n\n(?=\S)/, '\n\nOnce more: '),
  'back again': () => replace('00-prologue.md', 'Once more: ', ''),
  'a title': () => replace('01-the-lamp.md', /^title:.*$/m, 'title: The Other Lamp'),
  'the name of a ship': () => replace('bible.yaml', 'name: Petrel', 'name: Heron'),
  'the rating': () => replace('story.yaml', 'General Audiences', 'Mature'),
  'the theme': () => replace('story.yaml', /$/, 'theme: plain\n'),
  'another picture under the same name': () =>
    cpSync(join(folder, 'images/unused.png'), join(folder, 'images/the lamp.png')),
  'a chapter gone': () => rmSync(join(folder, 'part-two/04-the-end.md')),
};

const filesIn = (out: string): string[] =>
  readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(out, file)).isFile())
    .sort();

const told: Record<string, readonly string[]> = {};
for (const [what, edit] of Object.entries(edits)) {
  edit();
  const build = async (name: string, kept?: string): Promise<string> => {
    const out = join(work, name);
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out);
    const publication = openPublication(readManuscript(folder), { now: Date.UTC(2026, 2, 1) });
    await buildSite({ publication, outDir: out, cache: kept });
    return out;
  };
  const warm = await build('warm', cache);
  const cold = await build('cold');
  const all = new Set([...filesIn(warm), ...filesIn(cold)]);
  const bytes = (out: string, file: string): string => {
    try {
      return readFileSync(join(out, file), 'latin1');
    } catch {
      return 'not there';
    }
  };
  told[what] = [...all].filter((file) => bytes(warm, file) !== bytes(cold, file));
}
process.stdout.write(JSON.stringify(told));
process.exit(0);
