/** How long the chapters are, and through whose eyes they are told. */

import { scaleBand, scaleLinear } from 'd3-scale';
import type { Figures } from '../../analysis/figures.ts';
import { chapterName } from '../stats.ts';
import { at, drawing, everyNth, inWords, legend, seriesClass } from './chart.ts';
import { html, type Markup } from './markup.ts';

const WIDTH = 960;
const HEIGHT = 280;
const LEFT = 64;
const TOP = 12;
const BELOW = 32;

const NOBODY = 'not said';
/** A bar is no wider than this, with its share of the gaps. */
const BAND = 72;
/** Points of view that get a series of their own; the rest are one. */
const MOST = 5;

export function wordsSection(figures: Figures): Markup {
  const { chapters, povs, words } = figures;
  const main = povs.filter(({ who }) => who !== '').slice(0, MOST);
  const names = main.map(({ who }) => who);
  const others = povs.filter(({ who }) => !names.includes(who));
  const series = [...names, ...(others.length > 0 ? [others.every(({ who }) => who === '') ? NOBODY : 'others'] : [])];
  const percent = (part: number): string => `${words === 0 ? 0 : Math.round((part * 100) / words)} %`;
  return html`<section id="words"><h2>Words and points of view</h2>
${wordsDrawing(figures, names)}
${series.length > 1 || names.length > 0 ? legend(series.map((name, i) => [html`<rect class="${seriesClass(i)}" x="1" y="1" width="12" height="12"/>`, name])) : undefined}
${inWords(
  'The chapters in numbers',
  ['chapter', 'words', 'minutes', 'scenes', ...(figures.read ? ['words spoken'] : []), 'point of view'],
  chapters.map((one) => [
    chapterName(one.chapter),
    one.words,
    one.minutes,
    one.scenes,
    ...(figures.read ? [one.spoken] : []),
    [...one.povs.keys()].map((who) => who || NOBODY).join(', '),
  ]),
)}
${inWords(
  'The points of view in numbers',
  ['who', 'words', 'share', 'scenes', 'chapters'],
  povs.map((one) => [one.who || NOBODY, one.words, percent(one.words), one.scenes, one.chapters]),
)}</section>`;
}

function wordsDrawing({ chapters }: Figures, names: readonly string[]): Markup {
  const width = Math.max(240, Math.min(WIDTH, LEFT + chapters.length * BAND + 12));
  const x = scaleBand(
    chapters.map((_, i) => i),
    [LEFT + 4, Math.min(width - 8, LEFT + 4 + chapters.length * BAND)],
  ).padding(chapters.length > 80 ? 0.1 : 0.25);
  const most = Math.max(1, ...chapters.map(({ words }) => words));
  const y = scaleLinear([0, most], [HEIGHT - BELOW, TOP]).nice(5);
  const step = everyNth(chapters.length, 30);
  const bars = chapters.map(({ chapter, words, povs }, i) => {
    // Scenes are counted without footnotes and headings: their shares are those of the whole chapter.
    const total = [...povs.values()].reduce((sum, own) => sum + own, 0) || 1;
    let below = 0;
    const parts = [...names.map((who) => povs.get(who) ?? 0)];
    parts.push(total - parts.reduce((sum, own) => sum + own, 0));
    return html`<g>${parts.map((part, n) => {
      const own = (part / total) * words;
      if (own < 0.5) return html``;
      below += own;
      return html`<rect class="${seriesClass(n)}" x="${at(x(i) ?? 0)}" y="${at(y(below))}" width="${at(x.bandwidth())}" height="${at(y(below - own) - y(below))}"/>`;
    })}<title>${chapterName(chapter)}: ${words.toLocaleString('en')} words</title></g>${
      i % step === 0
        ? html`<text class="label" x="${at((x(i) ?? 0) + x.bandwidth() / 2)}" y="${HEIGHT - 12}" text-anchor="middle">${chapter.number ?? '·'}</text>`
        : undefined
    }`;
  });
  return drawing(
    {
      name: 'Words by chapter and point of view',
      says: `${chapters.length === 1 ? 'One chapter' : `${chapters.length} chapters`}, the longest of ${most.toLocaleString('en')} words; the table below has all of them.`,
      left: LEFT,
      width,
      height: HEIGHT,
    },
    [
      ...y
        .ticks(5)
        .map(
          (tick) =>
            html`<text class="label" x="${LEFT - 8}" y="${at(y(tick) + 4)}" text-anchor="end">${tick.toLocaleString('en')}</text>`,
        ),
      html`<text class="label" x="${LEFT - 8}" y="${HEIGHT - 12}" text-anchor="end">chapter</text>`,
    ],
    [
      ...y
        .ticks(5)
        .map(
          (tick) => html`<line class="grid" x1="${LEFT}" x2="${width - 8}" y1="${at(y(tick))}" y2="${at(y(tick))}"/>`,
        ),
      ...bars,
    ],
  );
}
