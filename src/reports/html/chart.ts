/** What the drawings of a report share: a frame with a name, a legend, and the table that says the same in words. */

import { columnsOf, cutTo } from '../table.ts';
import { html, type Markup } from './markup.ts';

/** Colours of a series, in the order of the theme's: a seventh is drawn as the first. */
export const seriesClass = (n: number): string => `s${n % 6}`;

/** Letters of a label that are shown, and what one of them takes of the width. */
const MOST_LETTERS = 24;
const LETTER = 7;

/** A label's beginning, where it is too long. */
export const clipped = (label: string): string =>
  columnsOf(label) > MOST_LETTERS ? `${cutTo(label, MOST_LETTERS - 1).trimEnd()}…` : label;

/** The room that labels at the left need. */
export const roomFor = (labels: readonly string[]): number =>
  24 + LETTER * Math.max(8, ...labels.map((label) => columnsOf(clipped(label))));

/**
 * A drawing of so many units, with its name and what it shows for who cannot see it. What stands left of `left` stays in
 * sight while a narrow window scrolls the rest.
 */
export function drawing(
  {
    name,
    says,
    left,
    width,
    height,
  }: {
    readonly name: string;
    readonly says: string;
    readonly left: number;
    readonly width: number;
    readonly height: number;
  },
  labels: readonly Markup[],
  content: readonly Markup[],
): Markup {
  return html`<p class="sideways" hidden>Wider than the window: scroll it sideways →</p>
<div class="drawing" role="group" aria-label="${name}" tabindex="0">
<svg class="labels" aria-hidden="true" viewBox="0 0 ${left} ${height}" width="${left}" height="${height}">${labels}</svg>
<svg role="img" aria-label="${says}" viewBox="${left} 0 ${width - left} ${height}" width="${width - left}" height="${height}">
${content}</svg></div>`;
}

export const legend = (entries: readonly (readonly [key: Markup, words: string])[]): Markup =>
  html`<ul class="legend">${entries.map(([key, words]) => html`<li><svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">${key}</svg> ${words}</li>`)}</ul>`;

/** The figures of a drawing as a table, folded. */
export const inWords = (
  summary: string,
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Markup => html`<details><summary>${summary}</summary><div class="wide" role="group" aria-label="${summary}" tabindex="0"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(
  (cells) =>
    html`<tr>${cells.map((cell, i) => (i === 0 ? html`<th scope="row">${shown(cell)}</th>` : html`<td${numeric(cell)}>${shown(cell)}</td>`))}</tr>
`,
)}</tbody></table></div></details>`;

const shown = (cell: string | number): string => (typeof cell === 'number' ? cell.toLocaleString('en') : cell);
const numeric = (cell: string | number): Markup | undefined =>
  typeof cell === 'number' ? html` class="figure"` : undefined;

/** So many of a row of things that their labels do not touch: every first, second, fifth, tenth … */
export function everyNth(count: number, most: number): number {
  for (let scale = 1; ; scale *= 10)
    for (const step of [1, 2, 5]) if (count / (step * scale) <= most) return step * scale;
}

/** Two digits are enough for a picture, and the same on every machine. */
export const at = (n: number): number => Math.round(n * 100) / 100;
