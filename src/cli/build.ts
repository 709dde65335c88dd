/** `padd build`: lint, the EPUB, the site with the EPUB in it, put in place in one step. And `padd epub`, that edition alone. */

import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { epub } from '../editions/epub.ts';
import type { PublishedFile } from '../editions/index.ts';
import { openPublication, type Publication } from '../editions/publication.ts';
import { type Finding, lint, lintForErrors } from '../lint.ts';
import type { Manuscript } from '../manuscript/model.ts';
import { wordCount } from '../manuscript/words.ts';
import { countsOf } from '../reports/json.ts';
import { speakingCast } from '../reports/speaking.ts';
import { harmless, placeOf } from '../reports/text.ts';
import { rules } from '../rules/index.ts';
import { type Arguments, dayOf, manuscriptFolder, readArguments, wholeNumber } from './arguments.ts';
import { beyondBaseline, printFindings, verdict } from './lint.ts';
import { buildOptions, publishOptions } from './options.ts';
import { replaceFolder, writeFileWhole } from './output.ts';
import { readFolder, whereFrom } from './read.ts';
import { count, type Progress, paintFor, progressOn, UsageError } from './terminal.ts';

interface Prepared {
  readonly publication: Publication;
  readonly findings: readonly Finding[] | undefined;
  readonly asked: 'all rules' | 'rules that find errors';
}

export async function buildCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args, buildOptions, 1);
  const folder = manuscriptFolder(given.words[0]);
  const out = resolve(given.value('out') ?? 'dist');
  const progress = progressOn(process.stderr);
  const prepared = prepare(folder, given, progress);
  if (!prepared) return 1;
  const { publication } = prepared;
  const base = baseOf(given.value('base'), publication.manuscript);
  const editions: PublishedFile[] = [];
  await replaceFolder(out, folder, async (fresh) => {
    progress.step('making the EPUB');
    editions.push(...(await epub.publish(publication)));
    progress.step('building the site');
    // Astro takes a second to load: only a build needs it.
    const { buildSite } = await import('../site/build.ts');
    const downloads = editions
      .filter(({ path }) => path.endsWith('.epub'))
      .map(({ path, bytes }) => ({ path, bytes: bytes.length, label: labelOf(path) }));
    const cover = editions.find(({ path }) => labelOf(path) === 'cover')?.path;
    await buildSite({
      publication,
      outDir: fresh,
      base,
      downloads,
      cover,
      cache: given.has('no-cache') ? undefined : cacheOf(folder),
      logger: progress,
    });
    // Astro empties the folder that it builds into, so that everything else comes after it.
    for (const { path, bytes } of editions) {
      mkdirSync(dirname(join(fresh, path)), { recursive: true });
      writeFileSync(join(fresh, path), bytes);
    }
  });
  progress.done();
  giveAdvice(editions, folder);
  sayMade(prepared, out, editions, true);
  return 0;
}

export async function epubCommand(args: readonly string[]): Promise<number> {
  tuneForOneRun();
  const given = readArguments(args, publishOptions, 1);
  const folder = manuscriptFolder(given.words[0]);
  const out = resolve(given.value('out') ?? 'dist');
  const progress = progressOn(process.stderr);
  const prepared = prepare(folder, given, progress, given.has('max-warnings') ? lint : lintForErrors);
  if (!prepared) return 1;
  progress.step('making the EPUB');
  const editions = await epub.publish(prepared.publication);
  progress.done();
  for (const { path, bytes } of editions) writeFileWhole(join(out, path), bytes);
  giveAdvice(editions, folder);
  sayMade(prepared, out, editions, false);
  return 0;
}

/**
 * A million words are a book in two seconds and 300 MB. A tenth of that time would go into making code faster that is soon
 * done with, unless the engine waits longer before it does so; and heaps grow far beyond their need unless they are told.
 */
function tuneForOneRun(): void {
  setFlagsFromString('--invocation-count-for-turbofan=20000');
  setFlagsFromString('--heap-growing-percent=75');
}

/** Reads and lints; undefined, with the findings on screen, where they forbid to publish. */
function prepare(folder: string, given: Arguments, progress: Progress, ask: typeof lint = lint): Prepared | undefined {
  const now = dayOf(given.value('date'));
  const maxWarnings = wholeNumber('max-warnings', given.value('max-warnings'));
  const manuscript = readFolder(folder, progress);
  let findings: readonly Finding[] | undefined;
  if (!given.has('no-lint')) {
    progress.step('asking the rules');
    findings = beyondBaseline(ask(manuscript, rules), manuscript);
    progress.done();
    const grave = findings.filter(({ severity }) => severity !== 'info');
    if (grave.length > 0)
      printFindings(grave, process.stderr.isTTY ? 'pretty' : 'text', whereFrom(folder), process.stderr);
    if (verdict(findings, maxWarnings) !== 0) {
      process.stderr.write('\nNothing was built. Mend what stands above, or publish all the same with --no-lint.\n');
      return undefined;
    }
  }
  for (const { file, why } of manuscript.passedOver) process.stderr.write(`passed over ${file}: ${why}\n`);
  const publication = openPublication(manuscript, {
    drafts: given.has('drafts'),
    speaking: speakingCast,
    ...(now === undefined ? {} : { now }),
  });
  if (publication.chapters.length === 0) {
    throw new UsageError(
      manuscript.chapters.length === 0
        ? `no chapter of ${folder} could be read`
        : 'every chapter is a draft or lies in the future; --drafts publishes them too',
    );
  }
  return { publication, findings, asked: ask === lint ? 'all rules' : 'rules that find errors' };
}

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

/** What could be better and did not forbid to publish. */
function giveAdvice(editions: readonly PublishedFile[], folder: string): void {
  for (const { advice = [] } of editions) {
    for (const { span, message } of advice)
      process.stderr.write(`${harmless(`${placeOf(span, whereFrom(folder))}: advice ${message}`)}\n`);
  }
}

function sayMade(
  { publication, findings, asked }: Prepared,
  out: string,
  editions: readonly PublishedFile[],
  site: boolean,
): void {
  const { strong, faint } = paintFor(process.stdout);
  const { manuscript, chapters } = publication;
  const words = chapters.reduce((sum, chapter) => sum + wordCount(chapter), 0);
  const held = manuscript.chapters.length - chapters.length;
  const shown = (path: string): string => relative(process.cwd(), join(out, path)) || '.';
  const lines = [
    `${strong(manuscript.story.title)}: ${count(chapters.length, 'chapter')}, ${count(words, 'word')}${held > 0 ? faint(`; ${held} not published yet`) : ''}`,
    ...(site ? [`  site  ${shown('index.html')}${faint(addressLine(manuscript))}`] : []),
    ...editions.map(({ path, bytes }) => `  ${labelOf(path).padEnd(5)} ${shown(path)}  ${faint(sizeOf(bytes.length))}`),
    `  lint  ${findings ? lintLine(findings, asked) : 'not asked'}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** What a site has to do without while nobody has said where it will live. */
const addressLine = ({ story }: Manuscript): string =>
  /^https?:/i.test(story.fields.url?.value ?? '')
    ? ''
    : '  (no sitemap, no pictures to share: story.yaml has no `url:` to begin their addresses with)';

function lintLine(findings: readonly Finding[], asked: Prepared['asked']): string {
  const { warnings, infos } = countsOf(findings);
  if (warnings + infos === 0)
    return asked === 'all rules' ? 'nothing to report' : 'no errors (`padd lint` looks for more)';
  return [
    warnings > 0 ? count(warnings, 'warning') : '',
    infos > 0 ? `${count(infos, 'note')} (\`padd lint\` shows them)` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** `EPUB`, from the end of a file's name; the picture that shops ask for beside it is the cover. */
const labelOf = (path: string): string =>
  /\.jpe?g$/.test(path) ? 'cover' : path.slice(path.lastIndexOf('.') + 1).toUpperCase();

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
