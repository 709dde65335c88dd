/** The story's time against the telling: where a book goes back, and into which timeline. */

import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Occasion } from '../../analysis/chronicle.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import { gapName, occasionName, placeName, povName, timeName } from '../timeline.ts';
import { at, drawing, everyNth, inWords, legend, seriesClass } from './chart.ts';
import { html, type Markup } from './markup.ts';

const WIDTH = 960;
const LEFT = 96;
const RIGHT = 16;
const TOP = 16;
const BELOW = 36;

interface Point {
  readonly occasion: Occasion;
  readonly told: number;
  /** Its place in the order of the story, from 0. */
  readonly rank: number;
  readonly series: number;
}

export function timeSection(occasions: readonly Occasion[], manuscript: Manuscript): Markup {
  const placed = occasions.filter((one) => one.scene && (one.time || one.bounds));
  const lanes = [...new Set(placed.map(({ timeline }) => timeline))].sort(
    (a, b) => Number(b === manuscript.timelines.main) - Number(a === manuscript.timelines.main) || (a < b ? -1 : 1),
  );
  const points = placed
    .map((occasion, rank): Point => {
      return { occasion, told: occasion.scene?.index ?? 0, rank, series: lanes.indexOf(occasion.timeline) };
    })
    .sort((a, b) => a.told - b.told);
  const rest = manuscript.scenes.length - points.length;
  return html`<section id="time"><h2>Time</h2>
${
  points.length < 2
    ? html`<p>${points.length === 0 ? 'No scene says when it plays.' : 'One scene says when it plays.'}</p>`
    : html`<p>Each mark is a scene: from left to right as the book tells them, from below upwards as they happen. Where the line falls, the book goes back.${rest > 0 ? ` ${rest} of ${manuscript.scenes.length} scenes say nothing of their time and are left out.` : ''}</p>
${timeDrawing(points, manuscript)}
${
  lanes.length > 1
    ? legend(lanes.map((lane, i) => [mark(7, 7, i, false), lane === '' ? 'no timeline' : lane]))
    : undefined
}`
}
${inWords(
  'Everything in its time, as a table',
  [manuscript.calendar.noun, 'after', 'what', 'place', 'point of view', 'timeline'],
  occasions.map((one) => [
    timeName(one),
    gapName(one),
    occasionName(one),
    one.scene ? placeName(one.scene) : '',
    one.scene ? povName(one.scene, manuscript) : '',
    one.timeline,
  ]),
)}</section>`;
}

function timeDrawing(points: readonly Point[], manuscript: Manuscript): Markup {
  const rows = points.length;
  const height = TOP + BELOW + Math.max(160, Math.min(480, rows * 14));
  const x = scaleLinear([0, Math.max(1, manuscript.scenes.length - 1)], [LEFT + 12, WIDTH - RIGHT]);
  const y = scaleLinear([0, Math.max(1, rows - 1)], [height - BELOW - 8, TOP]);
  const path = line<Point>(
    ({ told }) => at(x(told)),
    ({ rank }) => at(y(rank)),
  )([...points]);
  const byRank = [...points].sort((a, b) => a.rank - b.rank);
  const step = everyNth(rows, 14);
  const ticks = byRank.filter(({ occasion }, i) => i % step === 0 && occasion.time !== undefined);
  const chapterStep = everyNth(manuscript.chapters.length, 24);
  const openings = manuscript.chapters.filter((_, i) => i % chapterStep === 0);
  return drawing(
    {
      name: 'Story time by reading order',
      says: `${points.length} scenes, from ${byRank[0]?.occasion.time ?? 'an unknown time'} to ${byRank.at(-1)?.occasion.time ?? 'an unknown time'}; the table below says the same.`,
      width: WIDTH,
      height,
    },
    [
      ...ticks.map(
        ({ occasion, rank }) =>
          html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at(y(rank))}" y2="${at(y(rank))}"/><text class="label" x="${LEFT - 8}" y="${at(y(rank) + 4)}" text-anchor="end">${occasion.time}</text>`,
      ),
      ...openings.map(({ scenes, number, index }) => {
        const here = at(x(scenes[0]?.index ?? 0));
        return html`<line class="grid" x1="${here}" x2="${here}" y1="${TOP}" y2="${height - BELOW}"/><text class="label" x="${here}" y="${height - 16}" text-anchor="middle">${number ?? `(${index + 1})`}</text>`;
      }),
      html`<text class="label" x="${LEFT - 8}" y="${height - 16}" text-anchor="end">chapter</text>`,
      html`<path class="way" d="${path ?? ''}"/>`,
      ...points.map(
        ({ occasion, told, rank, series }) =>
          html`<g>${mark(at(x(told)), at(y(rank)), series, occasion.scene?.mode !== 'linear')}<title>${occasionName(occasion)}: ${timeName(occasion)}${occasion.scene && occasion.scene.mode !== 'linear' ? `, ${occasion.scene.mode}` : ''}</title></g>`,
      ),
    ],
  );
}

/** Discs, squares and diamonds by timeline; hollow where a scene is told as something else than what happens next. */
function mark(x: number, y: number, series: number, hollow: boolean): Markup {
  const look = `${seriesClass(series)}${hollow ? ' hollow' : ''}`;
  if (series % 3 === 0) return html`<circle class="${look}" cx="${x}" cy="${y}" r="4.5"/>`;
  if (series % 3 === 1) return html`<rect class="${look}" x="${at(x - 4)}" y="${at(y - 4)}" width="8" height="8"/>`;
  return html`<path class="${look}" d="M${x} ${at(y - 6)}l6 6l-6 6l-6-6z"/>`;
}
