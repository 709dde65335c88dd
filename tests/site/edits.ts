/**
 * Builds a story again and again, after edits of all kinds, with what the builds before have left, and once more with
 * nothing; says, as JSON, which files differ. Everything is on that a site can have: pictures to share, feeds, the search, a
 * book to take along.
 */

import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { takeCache } from '../../src/cli/cache.ts';
import { epub } from '../../src/editions/epub.ts';
import { memoryIn } from '../../src/editions/memory.ts';
import { openPublication } from '../../src/editions/publication.ts';
import { readManuscript } from '../../src/manuscript/read.ts';
import { beginSite } from '../../src/site/build.ts';

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

/**
 * No edit stands beside one that reaches as far or farther, and would hide that the other is overlooked: words of a chapter
 * reach its page, a title the pages around it; each of the others reaches every page, and so has a build of its own.
 */
const edits: Readonly<Record<string, () => void>> = {
  'the first build': () => {},
  'words of one chapter and the title of another': () => {
    replace('part-two/04-the-end.md', 'She does not', 'She certainly does not');
    replace('00-prologue.md', /^title:.*$/m, 'title: Before It All');
  },
  'a name in the bible': () => replace('bible.yaml', 'name: Petrel', 'name: Heron'),
  'another picture under the same name': () =>
    cpSync(join(folder, 'images/unused.png'), join(folder, 'images/the lamp.png')),
  'the rating and the theme': () => {
    replace('story.yaml', 'General Audiences', 'Mature');
    replace('story.yaml', /$/, 'theme: plain\n');
  },
  'a theme of its own': () => {
    mkdirSync(join(folder, 'themes'));
    cpSync(join(import.meta.dirname, '../../styles/themes/log.css'), join(folder, 'themes/dusk.css'));
    writeFileSync(join(folder, 'themes/more.css'), ':root { --star: circle(30%); }\n');
    replace('themes/dusk.css', /^/, '@import "./more.css";\n');
    replace('story.yaml', 'theme: plain', 'theme: dusk');
  },
  'a file that the theme fetches': () => replace('themes/more.css', '30%', '40%'),
  'a chapter gone': () => rmSync(join(folder, 'part-two/04-the-end.md')),
};

async function build(name: string, kept?: string): Promise<string> {
  const shown = join(work, name);
  const out = `${shown}.fresh`;
  mkdirSync(out);
  const publication = openPublication(readManuscript(folder), { now: Date.UTC(2026, 2, 1) });
  const taken = kept === undefined ? undefined : takeCache(kept);
  const memory = taken && memoryIn(join(taken.folder, 'set.jsonl'));
  const [book] = await epub.publish(publication, memory);
  if (!book) throw new Error('there is no book');
  writeFileSync(join(out, 'story.epub'), book.bytes);
  const downloads = [{ path: 'story.epub', bytes: book.bytes.length, label: 'EPUB' }];
  const site = beginSite({ publication, beside: () => ({ downloads }), memory, kept: taken?.folder });
  await site.finish(out);
  const old = `${shown}.old`;
  const before = existsSync(shown) ? old : undefined;
  if (before) renameSync(shown, before);
  renameSync(out, shown);
  site.settle(shown, before);
  rmSync(old, { recursive: true, force: true });
  memory?.save();
  taken?.keep();
  return shown;
}

/** Every file with what stands in it. */
const filesIn = (out: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(out, file)).isFile())
      .map((file) => [file, readFileSync(join(out, file), 'latin1')]),
  );

function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  const all = new Set([...one.keys(), ...other.keys()]);
  return [...all].filter((file) => one.get(file) !== other.get(file)).sort();
}

const told: Record<string, readonly string[]> = {};
const unedited = join(work, 'before');
cpSync(folder, unedited, { recursive: true });
let first: ReadonlyMap<string, string> = new Map();
for (const [what, edit] of Object.entries(edits)) {
  edit();
  const warm = filesIn(await build('warm', cache));
  const cold = filesIn(await build('cold'));
  told[what] = differing(warm, cold);
  if (first.size === 0) first = cold;
}

// As it was at first: nothing that has been made since is shown.
rmSync(folder, { recursive: true });
cpSync(unedited, folder, { recursive: true });
told['all undone'] = differing(filesIn(await build('warm', cache)), first);

// What nothing has changed is not made again, though the story has grown: it comes as it lies in the cache.
replace('part-two/04-the-end.md', 'She does not', 'She certainly does not');
const kept = join(cache, 'stock/sheets');
const marked = ['chapters/prologue/index.html', 'cards/chapters/prologue.png'];
const written = (): number[] => marked.map((file) => statSync(join(kept, file)).mtimeMs);
const before = written();
// Of pages that are set once and kept, only those of the book end so.
const set = join(cache, 'set.jsonl');
writeFileSync(set, readFileSync(set, 'utf8').replaceAll('</body>', '<!-- kept --></body>'));
const again = filesIn(await build('warm', cache));
told['not taken from the cache'] = [
  ...marked.filter((_, i) => before[i] !== written()[i]),
  ...(again.get('story.epub') === first.get('story.epub') ? ['story.epub'] : []),
];
// What somebody has written into a site, where it lies, is not taken for ours.
appendFileSync(join(work, 'warm', 'chapters/prologue/index.html'), 'scribbled');
const anew = filesIn(await build('warm', cache));
told['scribbled upon'] = marked.filter((file) => anew.get(file) !== again.get(file));

// The folder of a page that stays the same moves from site to site, unless somebody has put something else into it.
const chapter = join(work, 'warm', 'chapters/prologue');
const folderOf = (): number => statSync(chapter).ino;
const [place, page] = [folderOf(), join(chapter, 'index.html')];
await build('warm', cache);
await build('warm', cache);
told['made anew, not moved'] = folderOf() === place ? [] : [chapter];
const afterTwo = async (): Promise<string[]> => {
  const next = filesIn(await build('warm', cache));
  return [...differing(next, again), ...differing(filesIn(await build('warm', cache)), again)];
};
writeFileSync(join(chapter, 'stray'), '');
told['put beside a page'] = await afterTwo();
copyFileSync(page, `${page}.copy`);
renameSync(`${page}.copy`, page);
writeFileSync(page, 'scribbled');
told['put in the place of a page'] = await afterTwo();

// What cannot be kept is no reason to fail.
rmSync(join(cache, 'stock/keys.json'));
mkdirSync(join(cache, 'stock/keys.json'));
told['nothing can be kept'] = await afterTwo();

// A page that cannot be made is no page that says so.
const lost = new Error('the book is lost');
const broken = beginSite({
  publication: openPublication(readManuscript(folder)),
  beside() {
    throw lost;
  },
});
const thrown = await broken.finish(join(work, 'broken')).catch((error: unknown) => error);
told['a page that cannot be made'] = thrown === lost ? [] : [String(thrown)];

told['files of a site'] = [...first.keys()];

process.stdout.write(JSON.stringify(told));
process.exit(0);
