/** Which chapter first tells a reader what the bible knows. What no published chapter tells is told nowhere on the site. */

import type { Publication } from '../editions/publication.ts';
import { compareMoments } from '../manuscript/calendar.ts';
import type { Happening } from '../manuscript/facts.ts';
import type { Reference } from '../manuscript/fields.ts';
import { textOf } from '../manuscript/marks.ts';
import type { Chapter } from '../manuscript/model.ts';
import type { Source } from '../manuscript/source.ts';

/** Chapters are counted from 1, as they are published. */
export interface Known {
  /** What `since:` says; undefined where that chapter is not published. */
  readonly since: (said: Reference) => number | undefined;
  /** The first whose prose holds one of some names; undefined where none does. */
  readonly named: (names: readonly string[]) => number | undefined;
  /** The first that plays no earlier than something happens, where that holds; undefined where none does, or nobody knows. */
  readonly reached: (happening: Pick<Happening, 'at' | 'timeline'>) => number | undefined;
}

/** By file: one that has not been edited is not read again for a preview. */
const texts = new WeakMap<Source, string>();

function textIn({ source, tree }: Chapter): string {
  const known = texts.get(source) ?? plain(textOf(tree as unknown as Parameters<typeof textOf>[0]));
  texts.set(source, known);
  return known;
}

export function knownBy({ manuscript, chapters }: Publication): Known {
  const position = (found: (chapter: Chapter) => boolean): number | undefined => {
    const at = chapters.findIndex(found);
    return at < 0 ? undefined : at + 1;
  };
  return {
    since: ({ value }) =>
      position(({ number, slug, source }) =>
        /^\d+$/.test(value) ? number === Number(value) : slug === value || source.file === value,
      ),
    named(names) {
      const words = names.filter(Boolean).map(plain);
      if (words.length === 0) return undefined;
      const patterns = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'u');
      return position((chapter) => {
        const text = textIn(chapter);
        // Most chapters do not hold it even as a part of other words, which is quicker to see.
        return words.some((word) => text.includes(word)) && any.test(text);
      });
    },
    reached({ at, timeline }) {
      if (!at) return undefined;
      return position(({ scenes }) =>
        scenes.some(
          (scene) =>
            scene.time !== undefined &&
            scene.time.value.scale === at.value.scale &&
            compareMoments(scene.time.value, at.value) >= 0 &&
            manuscript.timelines.holds({ timeline: timeline?.value, at: at.value }, scene.timeline),
        ),
      );
    },
  };
}

function plain(text: string): string {
  const straight = text.normalize('NFC').replace(/[‘’ʼ]/g, "'");
  // Most chapters have nothing but single spaces, and as many of them as words.
  return /[^\S ]| {2}/.test(straight) ? straight.replace(/\s+/g, ' ') : straight;
}
