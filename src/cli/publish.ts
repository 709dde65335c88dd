/** What `padd build` and `padd epub` share: what is published, whether the rules let it pass, and what is said at the end. */

import { join, relative } from 'node:path';
import type { PublishedFile } from '../editions/index.ts';
import { openPublication, type Publication } from '../editions/publication.ts';
import { type Finding, lint, lintForErrors } from '../lint.ts';
import type { Manuscript } from '../manuscript/model.ts';
import { wordCount } from '../manuscript/words.ts';
import { countsOf } from '../reports/json.ts';
import { speakingCast } from '../reports/speaking.ts';
import { harmless, placeOf } from '../reports/text.ts';
import { rules } from '../rules/index.ts';
import { type Arguments, dayOf, wholeNumber } from './arguments.ts';
import { beyondBaseline, printFindings, verdict } from './lint.ts';
import { readFolder, whereFrom } from './read.ts';
import { count, type Progress, paintFor, UsageError } from './terminal.ts';

export interface Checked {
  readonly publication: Publication;
  readonly findings: readonly Finding[] | undefined;
  readonly asked: 'all rules' | 'rules that find errors';
}

/** Reads the manuscript, and makes of it what is to be published: perhaps nothing, which only `check` says. */
export function readPublication(folder: string, given: Arguments, progress: Progress): Publication {
  const now = dayOf(given.value('date'));
  return openPublication(readFolder(folder, progress), {
    drafts: given.has('drafts'),
    speaking: speakingCast,
    ...(now === undefined ? {} : { now }),
  });
}

/** Asks the rules; undefined, with the findings on screen, where they forbid to publish. */
export function check(
  publication: Publication,
  given: Arguments,
  progress: Progress,
  ask: typeof lint = lint,
): Checked | undefined {
  const { manuscript, chapters } = publication;
  const maxWarnings = wholeNumber('max-warnings', given.value('max-warnings'));
  let findings: readonly Finding[] | undefined;
  if (!given.has('no-lint')) {
    progress.step('asking the rules');
    findings = beyondBaseline(ask(manuscript, rules), manuscript);
    progress.done();
    const grave = findings.filter(({ severity }) => severity !== 'info');
    if (grave.length > 0)
      printFindings(grave, process.stderr.isTTY ? 'pretty' : 'text', whereFrom(manuscript.folder), process.stderr);
    if (verdict(findings, maxWarnings) !== 0) {
      process.stderr.write('\nNothing was built. Mend what stands above, or publish all the same with --no-lint.\n');
      return undefined;
    }
  }
  for (const { file, why } of manuscript.passedOver) process.stderr.write(`passed over ${file}: ${why}\n`);
  if (chapters.length === 0) {
    throw new UsageError(
      manuscript.chapters.length === 0
        ? `no chapter of ${manuscript.folder} could be read`
        : 'every chapter is a draft or lies in the future; --drafts publishes them too',
    );
  }
  return { publication, findings, asked: ask === lintForErrors ? 'rules that find errors' : 'all rules' };
}

/** What could be better and did not forbid to publish. */
export function giveAdvice(editions: readonly PublishedFile[], folder: string): void {
  for (const { advice = [] } of editions) {
    for (const { span, message } of advice)
      process.stderr.write(`${harmless(`${placeOf(span, whereFrom(folder))}: advice ${message}`)}\n`);
  }
}

export function sayMade(
  { publication, findings, asked }: Checked,
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

function lintLine(findings: readonly Finding[], asked: Checked['asked']): string {
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
export const labelOf = (path: string): string =>
  /\.jpe?g$/.test(path) ? 'cover' : path.slice(path.lastIndexOf('.') + 1).toUpperCase();

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
