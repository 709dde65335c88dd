/** `padd lint`: the findings, in the form that is asked for; fixes; the baseline. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, lint } from '../lint.ts';
import type { Manuscript } from '../manuscript/model.ts';
import type { Reader } from '../manuscript/read.ts';
import { baselineFile, baselineText, compareBaseline, countOf, readBaseline, recordsOf } from '../reports/baseline.ts';
import { applySafeFixes, diffOf } from '../reports/fixes.ts';
import { githubReport } from '../reports/github.ts';
import { countsOf, jsonReport } from '../reports/json.ts';
import { prettyReport } from '../reports/pretty.ts';
import { sarifReport } from '../reports/sarif.ts';
import { textReport, type Where } from '../reports/text.ts';
import { rules } from '../rules/index.ts';
import { type Arguments, manuscriptFolder, readArguments, wholeNumber } from './arguments.ts';
import { formats, lintOptions } from './options.ts';
import { writeFileWhole } from './output.ts';
import { readerWith, readFolder, whereFrom } from './read.ts';
import { count, type Progress, paintFor, progressOn, UsageError, widthOf } from './terminal.ts';

type Format = (typeof formats)[number];

/** Prints findings in a form; what stands on stdout is the report and nothing else. */
export function printFindings(
  findings: readonly Finding[],
  format: Exclude<Format, 'html'>,
  where: Where,
  stream: NodeJS.WriteStream,
): void {
  const report = {
    pretty: () => prettyReport(findings, { where, paint: paintFor(stream), width: widthOf(stream) }),
    text: () => textReport(findings, where),
    json: () => jsonReport(findings),
    sarif: () => sarifReport(findings, rules, where),
    github: () => githubReport(findings, where),
  }[format];
  stream.write(report());
}

/** 0, or 1 where there are errors or more warnings than are borne. */
export function verdict(findings: readonly Finding[], maxWarnings: number | undefined): 0 | 1 {
  const { errors, warnings } = countsOf(findings);
  return errors > 0 || (maxWarnings !== undefined && warnings > maxWarnings) ? 1 : 0;
}

export async function lintCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args, lintOptions, 1);
  const folder = manuscriptFolder(given.words[0]);
  const format = formatOf(given);
  const maxWarnings = wholeNumber('max-warnings', given.value('max-warnings'));
  const progress = progressOn(process.stderr);
  const reader = readerWith(progress);
  if (format === 'html' && given.has('watch')) throw new UsageError('--format html is made once; leave --watch away');
  const ask = () => {
    const manuscript = readFolder(folder, progress, reader);
    progress.step('asking the rules');
    return { manuscript, findings: beyondBaseline(lint(manuscript, rules), manuscript) };
  };
  const once = (form: Exclude<Format, 'html'>): number => {
    const { findings } = ask();
    progress.done();
    printFindings(findings, form, whereFrom(folder), process.stdout);
    return verdict(findings, maxWarnings);
  };
  if (given.has('dry-run') && !given.has('fix')) throw new UsageError('--dry-run goes with --fix');
  const baseline = given.value('baseline');
  if (baseline !== undefined) return changeBaseline(baseline, folder, reader, progress);
  if (given.has('fix')) {
    const rest = await fix(folder, given.has('dry-run'), reader, progress);
    if (rest !== undefined) return rest;
  }
  if (format === 'html') {
    const { manuscript, findings } = ask();
    // Drawings and figures take a moment to load: only a page needs them.
    const { reportPage } = await import('./page.ts');
    const page = reportPage(manuscript, findings);
    progress.done();
    process.stdout.write(page);
    return verdict(findings, maxWarnings);
  }
  const code = once(format);
  if (!given.has('watch')) return code;
  const { watchFolder } = await import('./watch.ts');
  process.stderr.write('watching for edits; Ctrl+C ends it\n');
  return watchFolder(folder, () => {
    process.stdout.write(`\n${new Date().toLocaleTimeString()}\n`);
    once(format);
  });
}

function formatOf(given: Arguments): Format {
  const forPeople = process.stdout.isTTY || given.has('watch');
  const written = given.value('format') ?? (forPeople ? 'pretty' : 'text');
  const known = formats.find((format) => format === written);
  if (!known) throw new UsageError(`there is no format “${written}”; it is one of ${formats.join(', ')}`);
  return known;
}

/** Findings that the manuscript's baseline, where it has one, does not know. */
export function beyondBaseline(findings: readonly Finding[], { folder }: Manuscript): readonly Finding[] {
  const path = join(folder, baselineFile);
  if (!existsSync(path)) return findings;
  return compareBaseline(findings, baselineAt(path)).fresh;
}

function baselineAt(path: string): ReturnType<typeof readBaseline> {
  try {
    return readBaseline(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function changeBaseline(how: string, folder: string, reader: Reader, progress: Progress): number {
  const path = join(folder, baselineFile);
  if (how !== 'write' && how !== 'prune') throw new UsageError(`--baseline takes “write” or “prune”, not “${how}”`);
  if (how === 'prune' && !existsSync(path)) throw new UsageError(`there is no ${baselineFile} to prune in ${folder}`);
  const findings = lint(readFolder(folder, progress, reader), rules);
  progress.done();
  if (how === 'write') {
    writeFileWhole(path, baselineText(recordsOf(findings)));
    process.stderr.write(
      `${count(findings.length, 'finding')} recorded in ${path}; from now on only new ones are reported\n`,
    );
    return 0;
  }
  const known = baselineAt(path);
  const { kept } = compareBaseline(findings, known);
  writeFileWhole(path, baselineText(kept));
  const still = countOf(kept);
  process.stderr.write(`${count(countOf(known) - still, 'case')} gone, ${still.toLocaleString('en')} still there\n`);
  return 0;
}

/** Rounds of fixes until none is left: one may uncover another. Two that undo each other must not go on for ever. */
const MOST_ROUNDS = 10;

async function fix(folder: string, dryRun: boolean, reader: Reader, progress: Progress): Promise<number | undefined> {
  const where = whereFrom(folder);
  let mended = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const manuscript = readFolder(folder, progress, reader);
    const unsound = new Set(
      manuscript.problems.filter(({ rule }) => rule === 'format/unreadable-file').map(({ span }) => span.source.file),
    );
    const changes = applySafeFixes(beyondBaseline(lint(manuscript, rules), manuscript)).filter(
      ({ source }) => !unsound.has(source.file),
    );
    if (dryRun) {
      progress.done();
      process.stdout.write(changes.length > 0 ? await diffOf(changes, where) : '');
      process.stderr.write(changes.length > 0 ? '' : 'there is nothing that a safe fix could mend\n');
      return 0;
    }
    if (changes.length === 0) break;
    for (const { source, text, count: findings } of changes) {
      writeFileWhole(join(folder, source.file), text);
      mended += findings;
    }
  }
  process.stderr.write(`${count(mended, 'finding')} mended\n`);
  return undefined;
}
