/** The places that an author names as settings and the bible lacks. */

import { foldName } from '../../manuscript/bible.ts';
import { slugOf } from '../../manuscript/headings.ts';
import type { Manuscript } from '../../manuscript/model.ts';

interface Place {
  readonly id: string;
  readonly name?: string;
}

/** `known`: names that have entries in other tables. `taken` gains the ids that are given here. */
export function settingsOf(manuscript: Manuscript, known: readonly string[], taken: Set<string>): Place[] {
  const names = new Set(known.map((name) => slugOf(name)));
  const places = new Map<string, Place>();
  const add = (id: string, name?: string): void => {
    if (id === '' || taken.has(id) || names.has(id)) return;
    taken.add(id);
    places.set(id, name === undefined ? { id } : { id, name });
  };
  for (const { setting } of manuscript.scenes) {
    if (setting?.unknown === undefined) continue;
    const { text } = setting;
    if (/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/.test(text)) {
      const parts = text.split('/');
      parts.forEach((_, i) => {
        add(parts.slice(0, i + 1).join('/'));
      });
      continue;
    }
    const [outer = '', ...inner] = text.split(',').map((half) => half.trim());
    const outerId = setting.entry?.id ?? slugOf(outer);
    if (!setting.entry) add(outerId, outer);
    const rest = inner.join(', ');
    if (rest !== '' && foldName(rest) !== '') add(`${outerId}/${slugOf(rest)}`, rest);
  }
  return [...places.values()];
}
