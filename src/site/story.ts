/** The story as its first page tells it: whose it is, what it holds, how long it is, how far it has come. */

import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { textOf } from '../editions/epub/mend.ts';
import { licenceOf } from '../editions/licence.ts';
import type { Publication } from '../editions/publication.ts';
import type { Manuscript } from '../manuscript/model.ts';
import { typesetNote } from '../manuscript/typeset.ts';
import { plainMarks } from '../manuscript/typography/index.ts';
import { readingMinutes } from '../manuscript/words.ts';
import type { ChapterPage } from './chapters.ts';
import { htmlOf } from './html.ts';
import type { Speech } from './speech.ts';
import type { Strings } from './strings/index.ts';

/** A line of facts about the story: a heading and its words. */
export interface StoryFact {
  readonly name: string;
  readonly words: readonly string[];
  /** Whether the words are the interface’s own, and not the author’s. */
  readonly own: boolean;
}

export interface StoryPage {
  readonly title: string;
  /** The look of a title too long for the largest letters. */
  readonly long?: 'long';
  readonly subtitle?: string;
  /** The names of the authors, as a list in words. */
  readonly authors: string;
  /** The same, one by one. */
  readonly writers: readonly string[];
  readonly anonymous: boolean;
  readonly summaryHtml?: string;
  /** The summary as plain words, for search engines and feeds. */
  readonly description?: string;
  readonly disclaimerHtml?: string;
  readonly rights?: string;
  readonly licence?: { readonly name: string; readonly href?: string };
  readonly series?: string;
  /** `Stardate 43997.5 – 44020.8`. */
  readonly span?: string;
  /** `3 of 10 chapters`, `12,040 words`, `about 48 min`. */
  readonly length: readonly string[];
  /** `In progress`, and when the next chapter comes where that is known. */
  readonly state: readonly string[];
  /** What stands before the prose of a story for adults. */
  readonly gate?: readonly StoryFact[];
  /** What a reader wants to know first, rating and warnings, comes first; nothing is folded away. */
  readonly facts: readonly StoryFact[];
}

/** Of letters, in the largest of titles: about four lines on a telephone. */
const LONGEST = 48;
const DAY = 86_400_000;
/** AO3’s two highest ratings. */
const forAdults = /^(?:mature|explicit)$/i;

export function storyPageOf(
  publication: Publication,
  pages: readonly ChapterPage[],
  strings: Strings,
  speech: Speech,
): StoryPage {
  const { manuscript, cast } = publication;
  const { story } = manuscript;
  const { fields } = story;
  const set = (text: string): string => plainMarks(text, story.language);
  const values = (list: readonly { readonly value: string }[] | undefined): string[] =>
    (list ?? []).map(({ value }) => set(value));
  const inArchive = (words: readonly string[]): string[] => words.map((word) => strings.archive[word] ?? word);
  const fact = (name: string, words: readonly string[], own = false): StoryFact[] =>
    words.length > 0 ? [{ name, words, own }] : [];
  const length = lengthOf(publication, pages, strings, speech);
  const state = stateOf(publication, strings, speech);
  const writers = story.authors.filter(({ role }) => /^(?:author|aut)$/i.test(role));
  const names = (writers.length > 0 ? writers : story.authors).map(({ name }) => name);
  const summary = fields.summary?.value ? wordsOf(fields.summary.value, manuscript) : undefined;
  const rating = fact(strings.rating, inArchive(fields.rating ? [fields.rating.value] : []), true);
  const warnings = fact(strings.warnings, inArchive((fields.warnings ?? []).map(({ value }) => value)), true);
  return {
    title: set(story.title),
    ...(set(story.title).length > LONGEST ? { long: 'long' as const } : {}),
    authors: speech.list(names),
    writers: names,
    anonymous: story.authors.length === 0,
    length,
    state,
    facts: [
      ...rating,
      ...warnings,
      ...fact(strings.length, length, true),
      ...fact(strings.status, state, true),
      ...fact(strings.fandoms, values(fields.fandoms)),
      ...fact(strings.categories, inArchive((fields.categories ?? []).map(({ value }) => value)), true),
      ...fact(strings.relationships, values(fields.relationships)),
      ...fact(
        strings.characters,
        cast.map(({ name }) => set(name)),
      ),
      ...fact(strings.tags, values(fields.tags)),
      ...fact(
        strings.firstPublished,
        fields.published ? [speech.day(fields.published.value.earliest * DAY)] : [],
        true,
      ),
    ],
    ...(forAdults.test(fields.rating?.value ?? '') ? { gate: [...rating, ...warnings] } : {}),
    ...(fields.subtitle?.value ? { subtitle: set(fields.subtitle.value) } : {}),
    ...(summary ? { summaryHtml: htmlOf(summary), description: textOf(summary).trim() } : {}),
    ...(fields.disclaimer?.value ? { disclaimerHtml: htmlOf(wordsOf(fields.disclaimer.value, manuscript)) } : {}),
    ...(fields.rights?.value ? { rights: set(fields.rights.value) } : {}),
    ...(fields.license?.value ? { licence: licenceOf(fields.license.value) } : {}),
    ...(fields.series?.title?.value
      ? { series: strings.inSeries(set(fields.series.title.value), fields.series.position?.value) }
      : {}),
    ...spanOf(pages, strings),
  };
}

/** Markdown of `story.yaml`. It stands on many pages, so that a picture in it is the words that stand for it. */
export function wordsOf(markdown: string, manuscript: Manuscript): Root {
  const tree = typesetNote(markdown, manuscript);
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'img' && parent && index !== undefined)
      parent.children[index] = { type: 'text', value: String(node.properties.alt ?? '') };
  });
  return tree;
}

function lengthOf(
  { manuscript }: Publication,
  pages: readonly ChapterPage[],
  strings: Strings,
  speech: Speech,
): string[] {
  if (pages.length === 0) return [];
  const words = pages.reduce((sum, page) => sum + page.words, 0);
  const minutes = readingMinutes(words);
  const hours = Math.floor(minutes / 60);
  const rest = hours >= 5 ? 0 : minutes % 60;
  const planned = manuscript.story.fields.chaptersPlanned?.value;
  const numbered = pages.filter(({ chapter }) => chapter.number !== undefined).length || pages.length;
  return [
    strings.chaptersOf(numbered, planned !== undefined && planned > numbered ? planned : undefined),
    strings.words(speech.number(words), words),
    strings.readingTime(hours > 0 ? speech.number(hours) : undefined, rest > 0 ? speech.number(rest) : undefined),
  ];
}

function stateOf({ manuscript, chapters }: Publication, strings: Strings, speech: Speech): string[] {
  const status = manuscript.story.fields.status?.value;
  const coming = manuscript.chapters
    .filter((chapter) => chapter.status === 'ready' && !chapters.includes(chapter))
    .flatMap(({ published }) => (published ? [published.value.earliest * DAY] : []));
  return [
    ...(status ? [strings.states[status]] : []),
    ...(coming.length > 0 ? [strings.nextOn(speech.day(Math.min(...coming)))] : []),
  ];
}

/** From the first time shown to the last. */
function spanOf(pages: readonly ChapterPage[], strings: Strings): { span?: string } {
  const times = pages.flatMap(({ time }) => time ?? []);
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return {};
  // “Stardate 43997.5 – 44020.8”: the word for it stands once.
  const shared = strings.stardate('');
  return { span: first === last ? first : `${first} – ${last.startsWith(shared) ? last.slice(shared.length) : last}` };
}
