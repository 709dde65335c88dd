/** Two chapters of the same title, or whose files give the same address. */

import type { Fault, Rule } from '../../lint.ts';
import { isOf, meant } from '../../manuscript/bible.ts';
import { slugOfFile } from '../../manuscript/headings.ts';
import type { Chapter, Manuscript } from '../../manuscript/model.ts';
import { folderOf } from '../../manuscript/parts.ts';
import { headOf } from '../../manuscript/source.ts';
import { chapterName } from '../saying.ts';

/** From so many titles on that come again, they come again by design. */
const byDesign = 3;

export const duplicateTitle: Rule = {
  id: 'structure/duplicate-title',
  severity: 'warning',
  *check(manuscript) {
    const titles = alike(manuscript.chapters, (chapter) => titleKey(chapter, manuscript));
    const told = new Set(titles.flat());
    if (titles.length < byDesign)
      yield* titles.map((chapters) =>
        fault(chapters, (many, { title }) => `${many} chapters are called “${title.text}”`),
      );
    const slugs = alike(
      manuscript.chapters,
      ({ source }) => slugOfFile(source.file) && `${folderOf(source.file)}\n${slugOfFile(source.file)}`,
    );
    for (const chapters of slugs) {
      if (chapters.every((chapter) => told.has(chapter))) continue;
      yield fault(
        chapters,
        (many, { source }) =>
          `${many} chapters have the address \`${slugOfFile(source.file)}\` by the names of their files`,
      );
    }
  },
};

/** Chapters are not alike across parts, which may each begin with a “Chapter One”, nor where they have no number. */
function titleKey({ title, part, number, scenes }: Chapter, { bible }: Manuscript): string {
  const folded = title.text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  // Some novels call each chapter after its viewpoint.
  const pov = scenes[0]?.pov;
  const named = meant(bible, title.text, 'characters');
  const isViewpoint = pov !== undefined && isOf(named, 'characters') && named === meant(bible, pov, 'characters');
  return folded === '' || number === undefined || isViewpoint ? '' : `${part?.number ?? 0}\n${folded}`;
}

/** Groups of two and more whose key is the same and not empty. */
function alike(chapters: readonly Chapter[], keyOf: (chapter: Chapter) => string): (readonly Chapter[])[] {
  const groups = new Map<string, Chapter[]>();
  for (const chapter of chapters) {
    const key = keyOf(chapter);
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), chapter]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function fault(chapters: readonly Chapter[], say: (many: string, last: Chapter) => string): Fault {
  const last = chapters.at(-1) as Chapter;
  const many = chapters.length === 2 ? 'two' : String(chapters.length);
  const placeOf = ({ title, source }: Chapter) => title.span ?? headOf(source);
  return {
    message: `${say(many, last)}; readers will take one for the other in lists and links`,
    span: placeOf(last),
    related: chapters
      .slice(0, -1)
      .map((other) => ({ span: placeOf(other), message: `${chapterName(other)} is one of them` })),
  };
}
