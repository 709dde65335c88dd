/** What the text of a file alone decides: found once, and again only when that file is edited. */

import type { Source } from '../manuscript/source.ts';

/**
 * A memory for one question that is put to every file. `find` may depend on the file's text and on what `given` says, and on
 * nothing else of the manuscript: no entry of the bible, no other chapter, no scene's place in the story. What it gives
 * outlives the manuscript, so that it may not hold a part of it either, save the source itself.
 */
export function rememberedByFile<T>(): (source: Source, given: string, find: () => T) => T {
  const known = new WeakMap<Source, { readonly given: string; readonly found: T }>();
  return (source, given, find) => {
    const before = known.get(source);
    if (before?.given === given) return before.found;
    const found = find();
    known.set(source, { given, found });
    return found;
  };
}
