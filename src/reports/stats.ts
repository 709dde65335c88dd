/** `padd stats`: a manuscript in numbers, for a terminal, as JSON and as CSV. */

import type { ChapterFigures, Figures } from '../analysis/figures.ts';
import type { Chapter } from '../manuscript/model.ts';
import type { Paint } from './pretty.ts';
import { bar, type Cell, type Column, csv, terminalTable } from './table.ts';

const number = (head: string): Column => ({ head, numbers: true });

export const chapterName = ({ number, title }: Chapter): string =>
  number === undefined ? title.text : `${number}. ${title.text}`;

/** In hundredths of the words. */
const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part * 100) / whole));

const NOBODY = 'not said';

const povsOf = ({ povs }: ChapterFigures): string => [...povs.keys()].map((who) => who || NOBODY).join(', ');

export function statsReport(
  figures: Figures,
  { paint, width }: { readonly paint: Paint; readonly width: number },
): string {
  const { words, minutes, chapters, scenes, povs } = figures;
  const most = Math.max(1, ...chapters.map((one) => one.words));
  const room = width >= 90 ? 16 : 0;
  const table = (title: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): string =>
    rows.length === 0
      ? ''
      : `\n${paint.strong(title)}\n${terminalTable(columns, rows, { width, strong: paint.faint })}`;
  const hours = minutes >= 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes} min`;
  const spoken = figures.read ? `, ${share(figures.spoken, words)} % spoken` : '';
  const plural = (n: number, word: string): string => `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;
  const size = `${plural(words, 'word')}, ${hours} to read, ${plural(chapters.length, 'chapter')}, ${plural(scenes.length, 'scene')}${spoken}`;
  return [
    `${size.length <= width ? size : size.replace(' to read, ', ' to read,\n')}\n`,
    table(
      'Chapters',
      [
        { head: 'chapter' },
        number('words'),
        ...(room > 0 ? [{ head: '' }] : []),
        number('min'),
        number('scenes'),
        ...(figures.read ? [number('spoken %')] : []),
        { head: 'point of view', lesser: true },
      ],
      chapters.map((one) => [
        chapterName(one.chapter),
        one.words,
        ...(room > 0 ? [bar(one.words / most, room)] : []),
        one.minutes,
        one.scenes,
        ...(figures.read ? [share(one.spoken, one.words)] : []),
        povsOf(one),
      ]),
    ),
    table(
      'Points of view',
      [{ head: 'who' }, number('words'), number('%'), number('scenes'), number('chapters')],
      povs.map((one) => [one.who || NOBODY, one.words, share(one.words, words), one.scenes, one.chapters]),
    ),
    table('Characters', peopleColumns(figures), peopleRows(figures)),
  ].join('');
}

export const peopleColumns = ({ read }: Figures): readonly Column[] => [
  { head: 'character' },
  ...(read ? [number('speaks'), number('acts')] : []),
  number('named'),
  number('chapters'),
  { head: 'first in', lesser: true },
  { head: 'last in', lesser: true },
];

export const peopleRows = ({ people, read }: Figures): readonly (readonly Cell[])[] =>
  people.map(({ who, speaks, acts, named, chapters }) => [
    who.name,
    ...(read ? [speaks, acts] : []),
    named,
    chapters.length,
    chapters[0] ? chapterName(chapters[0]) : '',
    chapters.at(-1) ? chapterName(chapters.at(-1) as Chapter) : '',
  ]);

/** `{version: 1, words, spoken, minutes, chapters, povs, characters}`; counts are words, speeches, clauses and names. */
export function statsJson(figures: Figures): string {
  const { words, spoken, minutes, chapters, povs, people } = figures;
  return `${JSON.stringify(
    {
      version: 1,
      words,
      spoken,
      minutes,
      chapters: chapters.map(({ chapter, povs: own, ...rest }) => ({
        file: chapter.source.file,
        ...(chapter.number === undefined ? {} : { number: chapter.number }),
        title: chapter.title.text,
        ...rest,
        povs: [...own].map(([who, words]) => ({ who: who || null, words })),
      })),
      povs: povs.map(({ who, ...rest }) => ({ who: who || null, ...rest })),
      characters: people.map(({ who, chapters: own, ...rest }) => ({
        id: who.id,
        name: who.name,
        ...rest,
        chapters: own.map(({ source }) => source.file),
      })),
    },
    null,
    2,
  )}\n`;
}

/** One table of the chapters, or of the characters: CSV holds no more than one. */
export function statsCsv(figures: Figures, of: 'chapters' | 'characters'): string {
  if (of === 'characters') return csv(peopleColumns(figures), peopleRows(figures));
  return csv(
    ['file', 'number', 'title', 'words', 'minutes', 'scenes', 'spoken words', 'points of view'].map((head) => ({
      head,
    })),
    figures.chapters.map((one) => [
      one.chapter.source.file,
      one.chapter.number ?? '',
      one.chapter.title.text,
      one.words,
      one.minutes,
      one.scenes,
      one.spoken,
      povsOf(one),
    ]),
  );
}
