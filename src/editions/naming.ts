/** What chapters and parts are called where readers see them. */

import type { Chapter, Manuscript } from '../manuscript/model.ts';
import { plainMarks } from '../manuscript/typography/index.ts';
import type { Words } from './words.ts';

/** A title that says by itself where it stands: “Chapter IX”, “3. Regulus”, “Prologue”, “第一章”. */
const placed = new RegExp(
  [
    '^(?:chapter|chap\\.|chapitre|kapitel|cap[ií]tulo|capitolo|hoofdstuk|book|part|volume|canto)\\s+(?:the\\s+)?(?:\\d|[ivxlcdm]+\\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|first|second|third|fourth|fifth|last)\\b)',
    '^(?:prologue|prolog|prólogo|prologo|epilogue|epilog|épilogue|epílogo|epilogo|interlude|interlud|intermezzo|preface|foreword|dedication|préface|vorwort)(?![\\p{L}\\p{N}])',
    '^\\d+\\s*(?:[.:)–—-]|$)',
    '^第.{1,6}[章話回節部]',
  ].join('|'),
  'iu',
);
const roman = /^[IVXLCDM]+(?:[.:)]|$)/;

/** The number that stands before a chapter's title; undefined where it has none or the title says it already. */
export function shownNumber({ number, title }: Chapter): number | undefined {
  const text = title.text.trim();
  return number === undefined || placed.test(text) || roman.test(text) ? undefined : number;
}

/** A chapter's title with the marks of the story's language. */
export function titleOf(chapter: Chapter, { story }: Manuscript, words: Words): string {
  const title = plainMarks(chapter.title.text, story.language).trim();
  return title || (chapter.number === undefined ? words.untitledChapter : words.chapter(chapter.number));
}

/** A chapter in a list of contents: its number and title, or what hides a title that gives something away. */
export function nameOf(chapter: Chapter, manuscript: Manuscript, words: Words): string {
  if (chapter.fields.spoiler?.value === 'title')
    return chapter.number === undefined ? words.untitledChapter : words.chapter(chapter.number);
  const number = shownNumber(chapter);
  const title = titleOf(chapter, manuscript, words);
  return number === undefined ? title : `${number}. ${title}`;
}
