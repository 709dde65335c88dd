/**
 * The persons and the timeline of the story, at the back: each as it stands after some chapter. Whoever comes there from
 * a chapter, or from page to page, meets nothing that is told later.
 */

import type { Chapter } from '../../manuscript/model.ts';
import { shownTime } from '../facts.ts';
import { type Course, isChapter, isShip, type Known, knownAfter, type Occurrence, type Person } from '../known.ts';
import { nameOf } from '../naming.ts';
import { phraseOf } from '../phrases.ts';
import { type Book, chapterFile, line, pageOf, SEPARATOR, say } from './book.ts';
import type { Document } from './container.ts';
import { type Child, h } from './page.ts';

type Wish = 'cast' | 'timeline';

export interface Companion {
  readonly pages: readonly Document[];
  /** The first page of each, for the contents. */
  readonly entries: readonly Document[];
  /** The pages that a reader of a chapter may open. */
  readonly linksFrom: (chapter: Chapter) => Child;
}

export function companionOf(book: Book): Companion {
  const wishes = new Set(book.manuscript.story.fields.backMatter?.map(({ value }) => value));
  const known = wishes.size > 0 ? knownAfter(book.publication) : new Map<Chapter, Known>();
  const kinds = (['cast', 'timeline'] as const)
    .filter((wish) => wishes.has(wish))
    .map((wish) => seriesOf(book, wish, known));
  return {
    pages: kinds.flatMap(({ pages }) => pages),
    entries: kinds.flatMap(({ pages }) => pages.slice(0, 1)),
    linksFrom(chapter) {
      const links = kinds.flatMap(({ label, fileFor }): Child[] => {
        const file = fileFor.get(chapter);
        return file ? [h('a', { href: file }, say(book, label))] : [];
      });
      if (links.length === 0) return undefined;
      return h(
        'p',
        { className: ['so-far'] },
        links.flatMap((link, at): Child[] => (at > 0 ? [SEPARATOR, link] : [link])),
      );
    },
  };
}

interface Series {
  readonly label: string;
  readonly pages: readonly Document[];
  readonly fileFor: ReadonlyMap<Chapter, string>;
}

/** A page for each chapter after which there is more to tell than before. */
function seriesOf(book: Book, wish: Wish, known: ReadonlyMap<Chapter, Known>): Series {
  const { words } = book;
  const title = wish === 'cast' ? words.cast : words.timeline;
  const found: { chapter: Chapter; file: string; body: Child }[] = [];
  const fileFor = new Map<Chapter, string>();
  let told = '';
  let before: string | undefined;
  for (const [chapter, all] of known) {
    // In a long story most chapters add nothing: then nothing is written out to see whether it is new.
    const sources = wish === 'cast' ? castKey(all) : coursesKey(all);
    if (sources !== before) {
      before = sources;
      const body = wish === 'cast' ? castOf(book, all) : coursesOf(book, all);
      // Chapters alone are no news: the contents list them.
      const news = JSON.stringify(wish === 'cast' ? body : coursesOf(book, withoutChapters(all)));
      if (body !== undefined && news !== told && news !== undefined) {
        told = news;
        found.push({ chapter, file: `${wish}-${String(chapter.index + 1).padStart(3, '0')}.xhtml`, body });
      }
    }
    const last = found.at(-1);
    if (last) fileFor.set(chapter, last.file);
  }
  const pages = found.map(({ chapter, file, body }, at) => {
    const next = found[at + 1];
    const content = [
      h('h1', { id: 'title' }, say(book, title)),
      '\n',
      h('p', { className: ['as-of'] }, asOf(book, chapter, chapterFile(chapter))),
      body,
      next ? ['\n', h('p', { className: ['so-far'] }, asOf(book, next.chapter, next.file))] : undefined,
      '\n',
    ];
    const section = h('section', { className: ['companion', wish], ariaLabelledBy: ['title'] }, '\n', content);
    return { file, title, xhtml: pageOf(book, { title, division: 'backmatter', content: [section] }) };
  });
  return { label: wish === 'cast' ? words.castSoFar : words.timelineSoFar, pages, fileFor };
}

/** Of all that the page of persons is written from. */
const castKey = ({ persons }: Known): string =>
  JSON.stringify(
    persons.map(({ entry, rank, species, aboard, death }) => [
      entry.id,
      rank,
      species,
      aboard?.id,
      death?.at?.value,
      death?.how,
    ]),
    (name, value) => (name === 'span' ? undefined : value),
  );

/** Of all that the timeline is written from, chapters aside. */
const coursesKey = ({ courses }: Known): string =>
  JSON.stringify(
    courses.map(({ timeline, because, forked, occurrences }) => [
      timeline,
      because,
      forked,
      occurrences.flatMap(({ what }) => (isChapter(what) ? [] : [what.id])),
    ]),
  );

const withoutChapters = (known: Known): Known => ({
  ...known,
  courses: known.courses.map((course) => ({
    ...course,
    occurrences: course.occurrences.filter(({ what }) => !isChapter(what)),
  })),
});

const asOf = (book: Book, chapter: Chapter, file: string): Child =>
  h('a', { href: file }, say(book, book.words.asOf(nameOf(chapter, book.manuscript, book.words))));

function castOf(book: Book, { persons }: Known): Child {
  if (persons.length === 0) return undefined;
  return h(
    'dl',
    {},
    persons.flatMap((person): Child[] => {
      const facts = factsOf(book, person);
      return ['\n', h('dt', {}, line(book, person.entry.name)), ...facts.map((fact) => h('dd', {}, fact))];
    }),
    '\n',
  );
}

function factsOf(book: Book, { rank, species, aboard, death }: Person): readonly Child[] {
  const ship = aboard && isShip(aboard) ? aboard : undefined;
  const prefix = ship?.fields.prefix?.value;
  const posting = ship
    ? [prefix ? `${line(book, prefix)}\u00a0` : undefined, h('i', { className: ['ship'] }, line(book, ship.name))]
    : aboard && line(book, aboard.name);
  const facts: Child[] = [rank && line(book, rank), species && line(book, species), posting].filter(Boolean);
  const of = facts.flatMap((fact, at): Child[] => (at > 0 ? [SEPARATOR, fact] : [fact]));
  const how = death?.how?.value;
  const at = death?.at && timeOf(book, death.at.value.text);
  const end = death && [
    say(book, book.words.death),
    at ? `, ${at}` : undefined,
    how ? [': ', phraseOf(how, book.manuscript)] : undefined,
  ];
  return [...(of.length > 0 ? [of] : []), ...(end ? [end] : [])];
}

function coursesOf(book: Book, { courses }: Known): Child {
  // Where nothing but chapters is known there is no timeline to tell.
  if (!courses.some(({ occurrences }) => occurrences.some(({ what }) => !isChapter(what)))) return undefined;
  return courses.flatMap((course): Child[] => [
    course.timeline === '' ? undefined : h('h2', {}, nameOfTimeline(book, course)),
    forkOf(book, course),
    '\n',
    h(
      'dl',
      {},
      course.occurrences.flatMap((occurrence): Child[] => ['\n', ...rowOf(book, occurrence)]),
      '\n',
    ),
  ]);
}

const capitalised = (text: string): string => text.replace(/^\p{L}/u, (letter) => letter.toUpperCase());

const nameOfTimeline = (book: Book, { timeline }: Course): string =>
  capitalised(line(book, timeline.replaceAll('-', ' ')));

/** Why the story’s own timeline, or another, is not the one that it came from. */
function forkOf(book: Book, { because, forked }: Course): Child {
  if (!because) return undefined;
  const at = forked ? `${timeOf(book, forked.text)}: ` : '';
  return h('p', { className: ['fork'] }, at, phraseOf(because, book.manuscript));
}

function rowOf(book: Book, { at, what }: Occurrence): readonly Child[] {
  const time = h('dt', {}, timeOf(book, at.text));
  if (!isChapter(what)) return [time, h('dd', {}, phraseOf(capitalised(what.name.trim()), book.manuscript))];
  const name = nameOf(what, book.manuscript, book.words);
  return [time, h('dd', { className: ['told'] }, h('a', { href: chapterFile(what) }, name))];
}

const timeOf = ({ manuscript, words }: Book, text: string): string => shownTime(text, manuscript, words);
