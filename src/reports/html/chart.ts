/** What the drawings of a report share: a frame with a name, a legend, and the table that says the same in words. */

import { html, type Markup } from './markup.ts';

/** Colours of a series, in the order of the theme's: a seventh is drawn as the first. */
export const seriesClass = (n: number): string => `s${n % 6}`;

/** A drawing of so many units, with its name and what it shows for who cannot see it. */
export function drawing(
  {
    name,
    says,
    width,
    height,
  }: { readonly name: string; readonly says: string; readonly width: number; readonly height: number },
  content: Markup | readonly Markup[],
): Markup {
  const id = name.toLowerCase().replace(/[^a-z]+/g, '-');
  return html`<div class="drawing" role="region" aria-label="${name}" tabindex="0">
<svg role="img" aria-labelledby="${id}-name ${id}-says" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title id="${id}-name">${name}</title><desc id="${id}-says">${says}</desc>
${content}</svg></div>`;
}

export const legend = (entries: readonly (readonly [key: Markup, words: string])[]): Markup =>
  html`<ul class="legend">${entries.map(([key, words]) => html`<li><svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">${key}</svg> ${words}</li>`)}</ul>`;

/** The figures of a drawing as a table, folded. */
export const inWords = (
  summary: string,
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Markup => html`<details><summary>${summary}</summary><div class="wide" role="region" aria-label="${summary}" tabindex="0"><table>
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
