/** All that the prose of a chapter depends on beside its own file, in every edition. */

import { tableNames } from '../manuscript/bible.ts';
import type { Publication } from './publication.ts';
import { paddVersion } from './version.ts';

const known = new WeakMap<Publication, readonly string[]>();

export function surroundingsOf(publication: Publication): readonly string[] {
  const before = known.get(publication);
  if (before) return before;
  const { manuscript, chapters } = publication;
  const { story, bible } = manuscript;
  const published = new Set(chapters);
  const surroundings = [
    paddVersion(),
    story.source?.text ?? '',
    JSON.stringify(
      tableNames.map((table) => [...bible[table].values()]),
      (key, value) => (key === 'span' ? undefined : value),
    ),
    JSON.stringify(manuscript.chapters.map((chapter) => [chapter.source.file, chapter.slug, published.has(chapter)])),
  ];
  known.set(publication, surroundings);
  return surroundings;
}
