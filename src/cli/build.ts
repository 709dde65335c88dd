/** `padd build`: lint, the EPUB, the site with the EPUB in it, put in place in one step. */

import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { epub } from '../editions/epub.ts';
import type { PublishedFile } from '../editions/index.ts';
import { memoryIn } from '../editions/memory.ts';
import type { Publication } from '../editions/publication.ts';
import type { Manuscript } from '../manuscript/model.ts';
import type { Beside } from '../site/site.ts';
import { type Arguments, manuscriptFolder, readArguments } from './arguments.ts';
import { type Cache, takeCache } from './cache.ts';
import { lintWith } from './notes.ts';
import { buildOptions } from './options.ts';
import { replaceFolder } from './output.ts';
import { check, giveAdvice, labelOf, readPublication, sayMade } from './publish.ts';
import { type Progress, progressOn, UsageError } from './terminal.ts';

export async function buildCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args, buildOptions, 1);
  const folder = manuscriptFolder(given.words[0]);
  const progress = progressOn(process.stderr);
  const publication = readPublication(folder, given, progress);
  const cache = given.has('no-cache') ? undefined : takeCache(cacheOf(folder));
  try {
    const code = await build(publication, given, progress, cache);
    cache?.keep();
    return code;
  } catch (error) {
    cache?.drop();
    throw error;
  }
}

async function build(publication: Publication, given: Arguments, progress: Progress, cache?: Cache): Promise<number> {
  const { folder } = publication.manuscript;
  const out = resolve(given.value('out') ?? 'dist');
  const memory = cache && memoryIn(join(cache.folder, 'set.jsonl'));
  const editions: PublishedFile[] = [];
  const begun = import('../site/build.ts').then(({ beginSite }) =>
    beginSite({
      publication,
      base: baseOf(given.value('base'), publication.manuscript),
      beside: () => besideOf(editions),
      memory,
      kept: cache?.folder,
    }),
  );
  // What keeps it from beginning is said when the rules have had their say.
  const [beginning] = await Promise.allSettled([begun]);
  const stop = (): void => void (beginning.status === 'fulfilled' && beginning.value.stop());
  try {
    const checked = check(publication, given, progress, memory && lintWith(memory));
    if (!checked) {
      stop();
      return 1;
    }
    const site = await begun;
    const fill = async (fresh: string): Promise<void> => {
      progress.step('making the EPUB');
      editions.push(...(await epub.publish(publication, memory)));
      for (const { path, bytes } of editions) {
        mkdirSync(dirname(join(fresh, path)), { recursive: true });
        writeFileSync(join(fresh, path), bytes);
      }
      progress.step('building the site');
      await site.finish(fresh);
      memory?.save();
    };
    await replaceFolder(out, folder, fill, site.settle);
    progress.done();
    giveAdvice(editions, folder);
    sayMade(checked, out, editions, true);
    return 0;
  } catch (error) {
    stop();
    throw error;
  }
}

/** What the pages lead to beside themselves. */
const besideOf = (editions: readonly PublishedFile[]): Beside => ({
  downloads: editions
    .filter(({ path }) => path.endsWith('.epub'))
    .map(({ path, bytes }) => ({ path, bytes: bytes.length, label: labelOf(path) })),
  cover: editions.find(({ path }) => labelOf(path) === 'cover')?.path,
});

/** The path that the site lives under, with a slash at both ends. */
function baseOf(option: string | undefined, { story }: Manuscript): string {
  const url = story.fields.url?.value;
  const path = option ?? (url && URL.canParse(url) ? new URL(url).pathname : '/');
  if (!/^[\w\-./~%]*$/.test(path)) throw new UsageError(`--base ${path} is no path; write it as in /story/`);
  return `/${path}/`.replace(/\/{2,}/g, '/');
}

/** Where builds of a manuscript leave what the next need not make again: among the user's caches, one place for each folder. */
function cacheOf(folder: string): string {
  const home = homedir();
  const caches =
    process.env.XDG_CACHE_HOME ||
    { darwin: join(home, 'Library/Caches'), win32: process.env.LOCALAPPDATA }[process.platform as string] ||
    join(home, '.cache');
  const name = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16);
  return join(caches, 'padd', name);
}
