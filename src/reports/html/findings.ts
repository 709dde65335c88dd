/** The findings of a report, chapter by chapter, each with its two passages side by side. */

import type { Finding } from '../../lint.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import { textOf } from '../../manuscript/source.ts';
import { chapterName } from '../stats.ts';
import { placeOf } from '../text.ts';
import { coded, html, type Markup } from './markup.ts';
import { passageAt, placeCaption } from './passage.ts';

export const severityWords = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

const ruleAnchor = (rule: string): string => `rule-${rule.replace('/', '-')}`;

/** What a file is called where findings are grouped: its chapter, or its own name. */
export function fileName(file: string, { chapters }: Manuscript): string {
  const chapter = chapters.find(({ source }) => source.file === file);
  return chapter ? chapterName(chapter) : file;
}

export function findingsSection(findings: readonly Finding[], manuscript: Manuscript): Markup {
  if (findings.length === 0) return html`<p class="well">Nothing to report.</p>`;
  const groups = Map.groupBy(findings, ({ span }) => span.source.file);
  return html`<div id="groups">${[...groups].map(
    ([file, own]) => html`
<section class="group"><h3>${fileName(file, manuscript)}</h3>
${own.map((finding) => findingArticle(finding, findings.indexOf(finding) + 1, manuscript))}
</section>`,
  )}</div>`;
}

function findingArticle(finding: Finding, n: number, manuscript: Manuscript): Markup {
  const { rule, severity, message, span, related, count, fix } = finding;
  const [other, ...others] = related;
  const often = count > 1 ? html` <span class="often">${count} times; the first is here</span>` : undefined;
  return html`<article class="finding ${severity}" id="finding-${n}" data-severity="${severity}" data-rule="${rule}" data-file="${fileName(span.source.file, manuscript)}">
<p class="kind"><a class="number" href="#finding-${n}" aria-label="Finding ${n}">${n}</a> <strong>${severityWords[severity]}</strong> <a href="#${ruleAnchor(rule)}">${rule}</a>${often}</p>
<h4>${coded(message)}</h4>
<div class="places">
<figure><figcaption><code>${placeCaption(span)}</code> stands here</figcaption>${passageAt(span)}</figure>
${other ? html`<figure><figcaption><code>${placeCaption(other.span)}</code> ${coded(other.message)}</figcaption>${passageAt(other.span)}</figure>` : undefined}
</div>
${others.length > 0 ? html`<ul class="others">${others.map((one) => html`<li><code>${placeCaption(one.span)}</code> ${coded(one.message)}</li>`)}</ul>` : undefined}
${fix ? fixLine(fix) : undefined}
</article>`;
}

function fixLine({ safe, edits }: NonNullable<Finding['fix']>): Markup | undefined {
  const [first] = edits;
  if (!first) return undefined;
  const more = edits.length > 1 ? ` and ${edits.length - 1} more` : '';
  const clip = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
  const [before, after] = [clip(textOf(first.span)), clip(first.text)];
  const does =
    before === ''
      ? html`puts in <ins>${after}</ins>`
      : after === ''
        ? html`takes out <del>${before}</del>`
        : html`makes <del>${before}</del> into <ins>${after}</ins>`;
  return html`<p class="fix">${safe ? 'padd lint --fix' : 'What might mend it'} ${does}${more} <code>${placeOf(first.span)}</code></p>`;
}

/** Each rule that found something: what it catches, how often, and how it is allowed where it is meant. */
export function rulesSection(findings: readonly Finding[], explain: (rule: string) => string): Markup {
  const byRule = [...Map.groupBy(findings, ({ rule }) => rule)].sort(([a], [b]) => (a < b ? -1 : 1));
  if (byRule.length === 0) return html``;
  return html`<section id="rules"><h2>The rules that found something</h2>
<dl>${byRule.map(
    ([
      rule,
      own,
    ]) => html`<div id="${ruleAnchor(rule)}"><dt><code>${rule}</code> <span class="often">${own.length === 1 ? '1 finding' : `${own.length} findings`}</span></dt>
<dd>${coded(explain(rule))} <span class="allow">Meant so? <code>&lt;!-- allow ${rule}: the reason --&gt;</code> above the paragraph.</span></dd></div>
`,
  )}</dl></section>`;
}
