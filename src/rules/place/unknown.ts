/** A setting that the bible lacks. */

import type { Fault, Rule } from '../../lint.ts';
import { type Bible, type Entry, foldName } from '../../manuscript/bible.ts';
import type { Manuscript, Setting } from '../../manuscript/model.ts';
import { type Span, textOf } from '../../manuscript/source.ts';
import { instead, nearestOf, suggest } from '../suggesting.ts';
import { isMisplaced } from './misplaced.ts';

export const unknown: Rule = {
  id: 'place/unknown',
  severity: 'warning',
  *check(manuscript) {
    if (manuscript.bible.places.size === 0) return;
    for (const setting of settingsOf(manuscript)) {
      if (setting.unknown === undefined || isMisplaced(setting, manuscript.bible)) continue;
      yield* setting.entry
        ? unknownWithin(setting, setting.unknown, setting.entry, manuscript.bible)
        : unknownPlace(setting, setting.unknown, manuscript.bible);
    }
  },
};

/** Every setting that is written, once. */
function settingsOf({ scenes }: Manuscript): readonly Setting[] {
  const seen = new Set<Span>();
  return scenes.flatMap(({ setting }) => {
    if (!setting || seen.has(setting.span)) return [];
    seen.add(setting.span);
    return [setting];
  });
}

function* unknownPlace({ span }: Setting, text: string, bible: Bible): Iterable<Fault> {
  const near = suggest(bible, text, ['places', 'ships']);
  yield {
    message: `the bible has no place or ship “${text}”; ${near ? `did you mean “${near.form}”?` : 'correct it, or add an entry'}`,
    span,
    problem: foldName(text),
    ...(near
      ? { related: [{ span: near.entry.span, message: `“${near.form}” stands here` }], fix: instead(span, near.form) }
      : {}),
  };
}

/** A room of a place that is known. Where the bible lists none of its rooms, it does not mean to list them. */
function* unknownWithin({ span }: Setting, text: string, outer: Entry, bible: Bible): Iterable<Fault> {
  const rooms = [...bible.places.values()].filter((room) => room !== outer && bible.around(room).includes(outer));
  if (rooms.length === 0) return;
  const near = nearestOf(text, rooms);
  const at = textOf(span).lastIndexOf(text);
  const half = { ...span, start: span.start + at, end: span.start + at + text.length };
  yield {
    message: `the bible has no “${text}” within ${outer.name}; ${near ? `did you mean “${near.form}”?` : 'correct it, or add an entry'}`,
    span: at < 0 ? span : half,
    problem: `${outer.id}\n${foldName(text)}`,
    related: [{ span: (near?.entry ?? outer).span, message: `${near ? `“${near.form}”` : outer.name} stands here` }],
    ...(near && at >= 0 && /^[\p{L}\p{N}’ .-]+$/u.test(near.form)
      ? { fix: { safe: false, edits: [{ span: half, text: near.form }] } }
      : {}),
  };
}
