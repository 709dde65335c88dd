/** The whole report as one page that needs nothing else: no network, no other file; it prints, and works without script. */

import { createHash } from 'node:crypto';
import type { Occasion } from '../../analysis/chronicle.ts';
import type { Figures } from '../../analysis/figures.ts';
import type { Finding, Severity } from '../../lint.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import { countsOf } from '../json.ts';
import { fileName, findingsSection, rulesSection, severityWords } from './findings.ts';
import { html, type Markup } from './markup.ts';
import { peopleSection } from './people.ts';
import { script } from './script.ts';
import { timeSection } from './time.ts';
import { wordsSection } from './words.ts';

export interface Reported {
  readonly manuscript: Manuscript;
  readonly findings: readonly Finding[];
  readonly figures: Figures;
  readonly occasions: readonly Occasion[];
  /** What a rule catches, in a sentence or two. */
  readonly explain: (rule: string) => string;
  /** The style sheet. */
  readonly styles: string;
}

export function htmlReport({ manuscript, findings, figures, occasions, explain, styles }: Reported): string {
  const { story } = manuscript;
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = `default-src 'none'; style-src ${hash(styles)}; script-src ${hash(script)}; form-action 'none'; base-uri 'none'`;
  const plural = (n: number, word: string): string => `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Continuity of ${story.title}</title>
<style>${raw(styles)}</style>
</head>
<body>
<a class="skip" href="#findings">To the findings</a>
<header><p class="kind">Continuity report</p><h1>${story.title}</h1>
<p>${[
    plural(figures.words, 'word'),
    plural(figures.chapters.length, 'chapter'),
    plural(figures.scenes.length, 'scene'),
  ].join(' · ')}</p>
<p class="sum">${sums(findings)}</p>
<nav aria-label="In this report"><ul><li><a href="#findings">Findings</a></li><li><a href="#time">Time</a></li>${figures.people.length > 0 ? html`<li><a href="#people">Characters</a></li>` : undefined}<li><a href="#words">Words</a></li></ul></nav>
</header>
<main>
<section id="findings"><h2>Findings</h2>
${filterForm(findings, manuscript)}
${findingsSection(findings, manuscript)}
</section>
${timeSection(occasions, manuscript)}
${peopleSection(figures, manuscript)}
${wordsSection(figures)}
${rulesSection(findings, explain)}
</main>
<script>${raw(script)}</script>
</body>
</html>
`.markup;
}

/** Our own text, as it stands: a style sheet and a program, which hold no end tag. */
const raw = (text: string): Markup => ({ markup: text });

function sums(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Nothing to report.';
  const { errors, warnings, infos } = countsOf(findings);
  const of = (n: number, word: string): string => (n === 0 ? '' : `${n} ${word}${n === 1 ? '' : 's'}`);
  return [of(errors, 'error'), of(warnings, 'warning'), of(infos, 'note')].filter(Boolean).join(', ');
}

function filterForm(findings: readonly Finding[], manuscript: Manuscript): Markup | undefined {
  if (findings.length < 2) return undefined;
  const counts = Map.groupBy(findings, ({ severity }) => severity);
  const rules = [...Map.groupBy(findings, ({ rule }) => rule)].sort(([a], [b]) => (a < b ? -1 : 1));
  const files = [...Map.groupBy(findings, ({ span }) => fileName(span.source.file, manuscript))];
  const box = (severity: Severity): Markup | undefined => {
    const own = counts.get(severity);
    return own
      ? html`<label><input type="checkbox" name="severity" value="${severity}" checked> ${severityWords[severity]} (${own.length})</label>`
      : undefined;
  };
  const choice = (name: string, label: string, all: readonly (readonly [string, readonly Finding[]])[]): Markup =>
    html`<label>${label} <select name="${name}"><option value="">all</option>${all.map(([value, own]) => html`<option value="${value}">${value} (${own.length})</option>`)}</select></label>`;
  return html`<form id="filter" aria-label="Narrow the findings down" hidden autocomplete="off">
<fieldset><legend>Show</legend>${(['error', 'warning', 'info'] as const).map(box)}</fieldset>
${choice('file', 'Chapter', files)}
${choice('rule', 'Rule', rules)}
<label>Words <input type="search" name="text"></label>
<fieldset><legend>Group</legend><label><input type="radio" name="by" value="file" checked> by chapter</label><label><input type="radio" name="by" value="rule"> by rule</label></fieldset>
<button type="reset">Reset</button>
<p id="shown" role="status"></p>
</form>`;
}
