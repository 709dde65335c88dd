/** Who is in which scene, and how: speaks, acts, is named. */

import { scaleBand } from 'd3-scale';
import { type Figures, type Presence, together } from '../../analysis/figures.ts';
import type { Manuscript } from '../../manuscript/model.ts';
import { chapterName, peopleColumns, peopleRows } from '../stats.ts';
import { at, clipped, drawing, everyNth, inWords, legend, roomFor } from './chart.ts';
import { html, type Markup } from './markup.ts';

const ROW = 18;
const TOP = 24;
/** More scenes than these are shown by chapter; more chapters than these, in several drawings. */
const MOST_SCENES = 90;
const MOST_PEOPLE = 40;

interface Column {
  /** Drawn above it, where there is room. */
  readonly label: string;
  readonly name: string;
  readonly people: ReadonlyMap<string, Presence>;
}

export function peopleSection(figures: Figures, manuscript: Manuscript): Markup {
  const { people, read } = figures;
  if (people.length === 0) return html``;
  const shown = people.slice(0, MOST_PEOPLE);
  const byScene = figures.scenes.length <= MOST_SCENES;
  const columns = byScene ? sceneColumns(figures) : chapterColumns(figures, manuscript);
  const more = people.length - shown.length;
  // One below the other, each no wider than a page and with those alone who are in it.
  const count = Math.ceil(columns.length / MOST_SCENES);
  // Full tens, so that each begins with a column that has its number.
  const long = Math.ceil(columns.length / count / 10) * 10;
  const banks = Array.from({ length: count }, (_, i) => columns.slice(i * long, (i + 1) * long));
  return html`<section id="people"><h2>Characters</h2>
<p>${byScene ? 'A column is a scene' : 'A column is a chapter'}; the numbers are those of the chapters.${more > 0 ? ` The ${shown.length} most present of ${people.length} are drawn.` : ''}</p>
${banks.map((bank) => matrix(bank.length === columns.length ? shown : shown.filter(({ who }) => bank.some(({ people: there }) => there.has(who.id))), bank))}
${legend([
  ...(read
    ? ([
        [cell(0, 0, 14, { speaks: 1, acts: 0, named: 0, listed: false }), 'speaks'],
        [cell(0, 0, 14, { speaks: 0, acts: 1, named: 0, listed: false }), 'acts'],
      ] as const)
    : []),
  [cell(0, 0, 14, { speaks: 0, acts: 0, named: 1, listed: false }), 'is named'],
  [cell(0, 0, 14, { speaks: 0, acts: 0, named: 0, listed: true }), 'is listed only'],
])}
${inWords(
  'The same in numbers',
  peopleColumns(figures).map(({ head }) => head),
  peopleRows(figures),
)}</section>`;
}

const sceneColumns = ({ scenes }: Figures): readonly Column[] =>
  scenes.map(({ scene, people }) => ({
    label: scene.number === 1 ? String(scene.chapter.number ?? '·') : '',
    name: `${chapterName(scene.chapter)}, scene ${scene.number}`,
    people,
  }));

function chapterColumns({ scenes }: Figures, { chapters }: Manuscript): readonly Column[] {
  const step = everyNth(chapters.length, 40);
  const all = Map.groupBy(scenes, ({ scene }) => scene.chapter);
  return chapters.map((chapter, i) => {
    const people = new Map<string, Presence>();
    for (const [id, more] of (all.get(chapter) ?? []).flatMap((one) => [...one.people]))
      people.set(id, together(people.get(id), more));
    return { label: i % step === 0 ? String(chapter.number ?? '·') : '', name: chapterName(chapter), people };
  });
}

function matrix(people: Figures['people'], columns: readonly Column[]): Markup {
  const left = roomFor(people.map(({ who }) => who.name));
  const size = Math.max(8, Math.min(22, Math.floor(780 / columns.length)));
  const width = left + columns.length * size + 8;
  const height = TOP + people.length * ROW + 8;
  const x = scaleBand(
    columns.map((_, i) => i),
    [left, left + columns.length * size],
  );
  return drawing(
    {
      name: `Characters: ${[...new Set([columns[0]?.name, columns.at(-1)?.name])].join(' to ')}`,
      says: `${people.length} characters in ${columns.length} columns; the table below has their numbers.`,
      left,
      width,
      height,
    },
    people.map(
      ({ who }, row) =>
        html`<text class="name" x="${left - 8}" y="${TOP + row * ROW + ROW - 5}" text-anchor="end">${clipped(who.name)}<title>${who.name}</title></text>`,
    ),
    [
      ...columns.map(({ label }, i) =>
        label === ''
          ? html``
          : html`<line class="grid" x1="${at(x(i) ?? 0)}" x2="${at(x(i) ?? 0)}" y1="${TOP - 4}" y2="${height - 8}"/><text class="label" x="${at((x(i) ?? 0) + 3)}" y="${TOP - 8}">${label}</text>`,
      ),
      ...people.map(({ who }, row) => {
        const y = TOP + row * ROW;
        return html`${columns.map(({ people: there, name }, i) => {
          const presence = there.get(who.id);
          return presence
            ? html`<g>${cell(at(x(i) ?? 0), y, Math.min(size, ROW), presence)}<title>${who.name}, ${name}: ${told(presence)}</title></g>`
            : html``;
        })}
`;
      }),
    ],
  );
}

const told = ({ speaks, acts, named, listed }: Presence): string =>
  [
    speaks > 0 ? `speaks ${speaks}` : '',
    acts > 0 ? `acts ${acts}` : '',
    named > 0 ? `named ${named}` : '',
    speaks + acts + named === 0 && listed ? 'listed' : '',
  ]
    .filter(Boolean)
    .join(', ');

/** A full square, a lower half, a dot or a ring: shapes, so that no colour is needed to tell them apart. */
function cell(x: number, y: number, size: number, { speaks, acts, named }: Presence): Markup {
  const [left, side] = [x + 1.5, size - 3];
  if (speaks > 0) return html`<rect class="s0" x="${at(left)}" y="${at(y + 1.5)}" width="${side}" height="${side}"/>`;
  if (acts > 0)
    return html`<rect class="s0" x="${at(left)}" y="${at(y + 1.5 + side / 2)}" width="${side}" height="${at(side / 2)}"/>`;
  const [cx, cy] = [at(x + size / 2), at(y + 1.5 + side / 2)];
  return named > 0
    ? html`<circle class="s0" cx="${cx}" cy="${cy}" r="2.5"/>`
    : html`<circle class="s0 hollow" cx="${cx}" cy="${cy}" r="2.5"/>`;
}
