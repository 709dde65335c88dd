/** The chapters as pages: what stands at their head, at their end, and in the contents. */

import { createHash } from 'node:crypto';
import { textOf } from '../editions/epub/mend.ts';
import { factsOf } from '../editions/facts.ts';
import { digestOf, type Memory, noMemory } from '../editions/memory.ts';
import { nameOf, shownNumber, titleOf } from '../editions/naming.ts';
import { isPublished, type Publication } from '../editions/publication.ts';
import { paddVersion } from '../editions/version.ts';
import { meant } from '../manuscript/bible.ts';
import type { Chapter, Manuscript, Part } from '../manuscript/model.ts';
import type { Source } from '../manuscript/source.ts';
import { typesetNote } from '../manuscript/typeset.ts';
import { plainMarks, quoted } from '../manuscript/typography/index.ts';
import { readingMinutes, wordCount } from '../manuscript/words.ts';
import type { Addresses } from './addresses.ts';
import { htmlOf } from './html.ts';
import type { SetNote } from './prose.ts';
import type { Speech } from './speech.ts';
import type { Strings } from './strings/index.ts';

/** A chapter as the site shows it. Words are set with the marks of their language; what is named `html` may be printed as it is. */
export interface ChapterPage {
  readonly chapter: Chapter;
  readonly slug: string;
  readonly href: string;
  /** As it is printed: `4`; absent where the title says it itself, and in a story of one chapter. */
  readonly number?: string;
  readonly title: string;
  /** What stands in its place where the reader has not come so far: the title, or “Chapter 9” for one that gives something away. */
  readonly safeTitle: string;
  readonly hidden: boolean;
  /** `4. Arrival`, and the same where the reader has not come so far. */
  readonly label: string;
  readonly safeLabel: string;
  /** `4, “Arrival”`, likewise. */
  readonly place: string;
  readonly safePlace: string;
  readonly part?: Part;
  /** `Stardate 43997.5`, where the story shows it. */
  readonly time?: string;
  readonly pov?: string;
  /** Which of three colours the point of view has, where it is shown. */
  readonly division?: Division;
  readonly settingHtml?: string;
  readonly words: number;
  readonly length: string;
  readonly minutes: string;
  /** In plain words. */
  readonly summary?: string;
  /** The same, where it gives no more away than the title may. */
  readonly safeSummary?: string;
  /** In milliseconds since 1970. */
  readonly published?: number;
  /** Why only its author sees it: `Draft`. */
  readonly mark?: string;
  readonly contentNotes: readonly ContentNote[];
  readonly beforeHtml?: string;
  readonly afterHtml?: string;
  readonly epigraph?: { readonly html: string; readonly source?: string };
  readonly proseHtml: () => string;
  /** Of the same: a part of several keys. */
  readonly proseDigest: () => string;
  /** Of its words, marks and case left aside: another where they have changed. Nothing in a preview. */
  readonly text: () => string | undefined;
}

export interface ContentNote {
  readonly label: string;
  readonly detail?: string;
  readonly spoiler: boolean;
}

const divisions = ['gold', 'red', 'teal'] as const;
export type Division = (typeof divisions)[number];

const DAY = 86_400_000;

export interface Bindery {
  readonly publication: Publication;
  readonly addresses: Addresses;
  readonly strings: Strings;
  readonly speech: Speech;
  readonly prose: (chapter: Chapter) => string;
  readonly notes: SetNote;
  readonly memory: Memory;
}

export function pagesOf(bindery: Bindery): readonly ChapterPage[] {
  const { manuscript, chapters } = bindery.publication;
  const povs = [...new Set(manuscript.chapters.map((chapter) => povOf(chapter, manuscript)))].filter(Boolean);
  return chapters.map((chapter) => pageOf(chapter, povs, bindery));
}

function pageOf(chapter: Chapter, povs: readonly unknown[], bindery: Bindery): ChapterPage {
  const { publication, addresses, strings, speech, prose, notes, memory } = bindery;
  const { manuscript } = publication;
  const { language } = manuscript.story;
  const { fields } = chapter;
  const facts = factsOf(chapter, manuscript, strings);
  const set = (text: string): string => plainMarks(text, language);
  const note = (text: string | undefined, name: string): string | undefined => text && notes(chapter, text, name);
  const shown = manuscript.chapters.length === 1 ? undefined : shownNumber(chapter);
  const number = shown === undefined ? undefined : speech.number(shown);
  const title = titleOf(chapter, manuscript, strings);
  const hidden = fields.spoiler?.value === 'title';
  const safeTitle = hidden ? nameOf(chapter, manuscript, strings) : title;
  const label = number ? `${number}. ${title}` : title;
  const place = number ? strings.place(number, quoted(title, language)) : title;
  const summary = summaryOf(chapter, manuscript, memory);
  const division = divisions[povs.indexOf(povOf(chapter, manuscript)) % divisions.length];
  const settingHtml = facts.setting && htmlOf({ type: 'root', children: [...facts.setting] });
  const words = wordCount(chapter);
  const mark = markOf(chapter, bindery);
  const beforeHtml = note(fields.notes?.before?.value, 'before');
  const afterHtml = note(fields.notes?.after?.value, 'after');
  const epigraphHtml = note(fields.epigraph?.text?.value, 'epigraph');
  const source = fields.epigraph?.source?.value;
  let digest: string | undefined;
  return {
    chapter,
    slug: chapter.slug,
    href: addresses.chapter(chapter),
    title,
    safeTitle,
    hidden,
    label,
    safeLabel: hidden ? safeTitle : label,
    place,
    safePlace: hidden ? safeTitle : place,
    words,
    length: strings.words(speech.number(words), words),
    minutes: strings.minutes(speech.number(readingMinutes(words))),
    contentNotes: (fields.contentNotes ?? []).flatMap(({ label, detail, spoiler }) =>
      label?.value
        ? [
            {
              label: set(label.value),
              spoiler: spoiler?.value ?? false,
              ...(detail?.value ? { detail: set(detail.value) } : {}),
            },
          ]
        : [],
    ),
    proseHtml: () => prose(chapter),
    proseDigest() {
      digest ??= digestOf([prose(chapter)]);
      return digest;
    },
    text: () => (publication.drafts ? undefined : textMark(prose(chapter))),
    ...(number ? { number } : {}),
    ...(chapter.part ? { part: { ...chapter.part, title: set(chapter.part.title) } } : {}),
    ...(facts.time ? { time: facts.time } : {}),
    ...(facts.pov && division ? { pov: facts.pov, division } : {}),
    ...(settingHtml ? { settingHtml } : {}),
    ...(summary ? { summary, ...(hidden ? {} : { safeSummary: summary }) } : {}),
    ...(chapter.published ? { published: chapter.published.value.earliest * DAY } : {}),
    ...(mark ? { mark } : {}),
    ...(beforeHtml ? { beforeHtml } : {}),
    ...(afterHtml ? { afterHtml } : {}),
    ...(epigraphHtml ? { epigraph: { html: epigraphHtml, ...(source ? { source: set(source) } : {}) } } : {}),
  };
}

/** By file: one that has not been edited is not read again for a preview. */
const summaries = new WeakMap<Source, { readonly language: string; readonly words: string }>();

/** In plain words: of the manuscript only its language has a part in them. */
function summaryOf({ source, summary }: Chapter, manuscript: Manuscript, memory: Memory): string | undefined {
  if (!summary?.value) return undefined;
  const { language } = manuscript.story;
  const known = summaries.get(source);
  if (known?.language === language) return known.words;
  const { value } = summary;
  const make = (): string => textOf(typesetNote(value, manuscript)).trim();
  const words = memory === noMemory ? make() : memory.recall([paddVersion(), 'summary', language, value], make);
  summaries.set(source, { language, words });
  return words;
}

/** Who it is, whatever name the chapter uses. */
function povOf({ scenes }: Chapter, { bible }: Manuscript): string | undefined {
  const pov = scenes[0]?.pov;
  return pov && (meant(bible, pov, 'characters')?.id ?? pov.value);
}

/** What tells a chapter that is not yet published from the others, in a preview. */
function markOf(chapter: Chapter, { publication, strings, speech }: Bindery): string | undefined {
  if (chapter.status !== 'ready') return strings[chapter.status];
  if (!publication.drafts || !chapter.published || isPublished(chapter, publication.now)) return undefined;
  return strings.scheduled(speech.day(chapter.published.value.earliest * DAY));
}

/** Its paragraphs are named for their words (`marks.ts`), so that their names are enough. */
function textMark(html: string): string {
  const ids = html.match(/ id="p[a-z]{7}(?:-\d+)?"/g) ?? [];
  return createHash('sha256').update(ids.join()).digest('base64url').slice(0, 6);
}
