/** The story's time against the telling: where a book goes back, and into which timeline. */

import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Occasion } from '../../analysis/chronicle.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import { gapName, occasionName, placeName, povName, timeName } from '../timeline.ts';
import { at, clipped, drawing, everyNth, inWords, legend, roomFor, seriesClass } from './chart.ts';
import { html, type Markup } from './markup.ts';

const WIDTH = 960;
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
  const modes = [...new Set(points.flatMap(({ occasion: { scene } }) => (scene ? [scene.mode] : [])))];
  const others = modes.filter((mode) => mode !== 'linear');
  const keys: readonly (readonly [Markup, string])[] = [
    ...(lanes.length > 1 ? lanes.map((lane, i) => [mark(7, 7, i, false), lane || 'no timeline'] as const) : []),
    ...(others.length > 0 ? [[mark(7, 7, 0, true), `hollow: ${others.join(', ')}`] as const] : []),
  ];
  return html`<section id="time"><h2>Time</h2>
${
  points.length < 2
    ? html`<p>${points.length === 0 ? 'No scene says when it plays.' : 'One scene says when it plays.'}</p>`
    : html`<p>Each mark is a scene: from left to right as the book tells them, from below upwards as they happen, in equal steps however much time lies between. Where the line falls, the book goes back.${rest > 0 ? ` ${rest} of ${manuscript.scenes.length} scenes ${rest === 1 ? 'says' : 'say'} nothing of ${rest === 1 ? 'its' : 'their'} time and ${rest === 1 ? 'is' : 'are'} left out.` : ''}</p>
${timeDrawing(points, manuscript)}
${keys.length > 0 ? legend(keys) : undefined}`
}
${inWords(
  'Everything in its time, as a table',
  [manuscript.calendar.noun, 'after', 'what', 'place', 'point of view', 'timeline', 'mode'],
  occasions.map((one) => [
    timeName(one),
    gapName(one),
    occasionName(one),
    one.scene ? placeName(one.scene) : '',
    one.scene ? povName(one.scene, manuscript) : '',
    one.timeline,
    one.scene ? one.scene.mode : one.what,
  ]),
)}</section>`;
}

function timeDrawing(points: readonly Point[], manuscript: Manuscript): Markup {
  const rows = points.length;
  const height = TOP + BELOW + Math.max(160, Math.min(480, rows * 14));
  const byRank = [...points].sort((a, b) => a.rank - b.rank);
  const step = everyNth(rows, 14);
  const ticks = byRank.filter(({ occasion }, i) => i % step === 0 && occasion.time !== undefined);
  const left = roomFor(ticks.map(({ occasion }) => occasion.time ?? ''));
  // Where scenes are many, large marks would run into each other.
  const size = rows > 120 ? 0.6 : 1;
  const x = scaleLinear([0, Math.max(1, manuscript.scenes.length - 1)], [left + 12, WIDTH - RIGHT]);
  const y = scaleLinear([0, Math.max(1, rows - 1)], [height - BELOW - 8, TOP]);
  const path = line<Point>(
    ({ told }) => at(x(told)),
    ({ rank }) => at(y(rank)),
  )([...points]);
  const chapterStep = everyNth(manuscript.chapters.length, 24);
  const openings = manuscript.chapters.filter((_, i) => i % chapterStep === 0);
  return drawing(
    {
      name: 'Story time by reading order',
      says: `${points.length} scenes, from ${byRank[0]?.occasion.time ?? 'an unknown time'} to ${byRank.at(-1)?.occasion.time ?? 'an unknown time'}; the table below says the same.`,
      left,
      width: WIDTH,
      height,
    },
    [
      ...ticks.map(
        ({ occasion, rank }) =>
          html`<text class="label" x="${left - 8}" y="${at(y(rank) + 4)}" text-anchor="end">${clipped(occasion.time ?? '')}</text>`,
      ),
      html`<text class="label" x="${left - 8}" y="${height - 16}" text-anchor="end">chapter</text>`,
    ],
    [
      ...ticks.map(
        ({ rank }) =>
          html`<line class="grid" x1="${left}" x2="${WIDTH - RIGHT}" y1="${at(y(rank))}" y2="${at(y(rank))}"/>`,
      ),
      ...openings.map(({ scenes, number, index }) => {
        const here = at(x(scenes[0]?.index ?? 0));
        return html`<line class="grid" x1="${here}" x2="${here}" y1="${TOP}" y2="${height - BELOW}"/><text class="label" x="${here}" y="${height - 16}" text-anchor="middle">${number ?? `(${index + 1})`}</text>`;
      }),
      html`<path class="way" d="${path ?? ''}"/>`,
      ...points.map(
        ({ occasion, told, rank, series }) =>
          html`<g>${mark(at(x(told)), at(y(rank)), series, occasion.scene?.mode !== 'linear', size)}<title>${occasionName(occasion)}: ${timeName(occasion)}${occasion.scene && occasion.scene.mode !== 'linear' ? `, ${occasion.scene.mode}` : ''}</title></g>`,
      ),
    ],
  );
}

/** Discs, squares and diamonds by timeline; hollow where a scene is told as something else than what happens next. */
function mark(x: number, y: number, series: number, hollow: boolean, size = 1): Markup {
  const look = `${seriesClass(series)}${hollow ? ' hollow' : ''}`;
  if (series % 3 === 0) return html`<circle class="${look}" cx="${x}" cy="${y}" r="${4.5 * size}"/>`;
  if (series % 3 === 1)
    return html`<rect class="${look}" x="${at(x - 4 * size)}" y="${at(y - 4 * size)}" width="${8 * size}" height="${8 * size}"/>`;
  const half = at(6 * size);
  return html`<path class="${look}" d="M${x} ${at(y - half)}l${half} ${half}l${-half} ${half}l${-half} ${-half}z"/>`;
}
