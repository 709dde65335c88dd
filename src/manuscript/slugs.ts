/** The addresses of chapters. */

import { fileNumber, slugOf, slugOfFile } from './headings.ts';
import { folderOf } from './parts.ts';

/** One slug for each file, all different: a slug that occurs twice takes its folder in front, and then a number behind. */
export function uniqueSlugs(files: readonly string[]): string[] {
  const plain = files.map((file) => slugOfFile(file) || `chapter-${fileNumber(file) ?? ''}`.replace(/-$/, ''));
  const count = new Map<string, number>();
  for (const slug of plain) count.set(slug, (count.get(slug) ?? 0) + 1);
  const taken = new Set<string>();
  /** The number from which on one may be free: of a thousand alike, none asks for those before it again. */
  const next = new Map<string, number>();
  return plain.map((slug, i) => {
    const folder = slugOf(folderOf(files[i] as string));
    const wanted = (count.get(slug) as number) > 1 && folder !== '' ? `${folder}-${slug}` : slug;
    let unique = wanted;
    let n = next.get(wanted) ?? 2;
    for (; taken.has(unique); n += 1) unique = `${wanted}-${n}`;
    next.set(wanted, n);
    taken.add(unique);
    return unique;
  });
}
